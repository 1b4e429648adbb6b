using DeepQDataset.Inventory;
using DeepQDataset.Layout;
using DeepQDataset.Reading;
using DeepQDataset.Sources;

namespace DeepQDataset.Conversion.ClassFolders;

/// <summary>Converts class folders into labels.</summary>
public static class ClassFolderConverter
{
    private static readonly ConversionReason OutsideClass = new(
        "OutsideClass",
        "image lies in no class folder and has no label",
        "images lie in no class folder and have no label",
        IsLoss: false);

    /// <summary>
    /// Returns one label with Value 1 for each image in a class folder, in path order, and one with Class null for each image outside of
    /// the class folders.
    /// </summary>
    /// <param name="fullPath">The rooted path of <c>Classes</c>, or of the folder or zip that contains it.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    /// <exception cref="DatasetException">There are no class folders.</exception>
    /// <exception cref="FileNotFoundException">There is no folder or file at the path.</exception>
    /// <exception cref="IOException">The source cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    public static IEnumerable<DqLabel> Convert(string fullPath, CancellationToken cancellation = default) =>
        Convert(fullPath, new ConversionLog(), cancellation);

    /// <summary>Returns the labels and reports images outside of the class folders.</summary>
    /// <param name="fullPath">The rooted path of <c>Classes</c>, or of the folder or zip that contains it.</param>
    /// <param name="log">Receives those images.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    /// <exception cref="DatasetException">There are no class folders.</exception>
    /// <exception cref="FileNotFoundException">There is no folder or file at the path.</exception>
    /// <exception cref="IOException">The source cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    public static IEnumerable<DqLabel> Convert(string fullPath, ConversionLog log, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(fullPath);
        ArgumentNullException.ThrowIfNull(log);
        using IDatasetSource source = Open(fullPath, cancellation);
        DatasetInventory inventory = InventoryBuilder.Build(source, cancellation);
        if (inventory.Layout != DqLayout.ClassFolders)
        {
            throw new DatasetException(
                "NoClassFolders",
                DatasetErrorKind.InvalidData,
                $"There are no class folders ({FixedNames.ClassesFolder}, a folder for each class, images in it) in '{fullPath}'.",
                fullPath);
        }

        // Only the listing of the source is used from here on.
        return Labels(inventory.Images, source, log, cancellation);
    }

    private static IDatasetSource Open(string fullPath, CancellationToken cancellation)
    {
        string folder = Path.TrimEndingDirectorySeparator(fullPath);
        string name = Path.GetFileName(folder);
        bool isClassesItself = FixedNames.MatchFolder(name) == FixedFolder.Classes && Directory.Exists(folder)
            && !Directory.EnumerateDirectories(folder).Any(child => FixedNames.MatchFolder(Path.GetFileName(child)) == FixedFolder.Classes);

        // Other files and folders beside Classes do not matter, not even an image folder.
        return isClassesItself && Path.GetDirectoryName(folder) is string above
            ? FolderSource.Open(above, (child, isFolder) => isFolder && string.Equals(child, name, StringComparison.Ordinal), cancellation)
            : DatasetSource.Open(fullPath, cancellation);
    }

    private static IEnumerable<DqLabel> Labels(
        IReadOnlyList<ImageEntry> images, IDatasetSource source, ConversionLog log, CancellationToken cancellation)
    {
        int index = 0;
        foreach (DqLabel label in ClassFolderLabels.Of(images, source))
        {
            cancellation.ThrowIfCancellationRequested();
            if (label.Class is null)
            {
                log.Add(OutsideClass, source.FullPath, null, $"'{images[index].Path}'");
            }

            index++;
            yield return label;
        }
    }
}
