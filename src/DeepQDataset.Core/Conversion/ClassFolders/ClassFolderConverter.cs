using DeepQDataset.Inventory;
using DeepQDataset.Layout;
using DeepQDataset.Reading;
using DeepQDataset.Sources;

namespace DeepQDataset.Conversion.ClassFolders;

/// <summary>Turns class folders into labels.</summary>
public static class ClassFolderConverter
{
    private static readonly ConversionReason OutsideClass = new(
        "OutsideClass",
        "image lies in no class folder and has no label",
        "images lie in no class folder and have no label",
        IsLoss: false);

    /// <summary>
    /// Emits one label with Value 1 for each image in a class folder, in the order of their paths; one with Class null for an image outside
    /// any.
    /// </summary>
    /// <param name="fullPath">A rooted path: <c>Classes</c> itself, or the folder or zip that holds it.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="DatasetException">There are no class folders.</exception>
    /// <exception cref="FileNotFoundException">There is neither a folder nor a file.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    public static IEnumerable<DqLabel> Convert(string fullPath, CancellationToken cancellation = default) =>
        Convert(fullPath, new ConversionLog(), cancellation);

    /// <summary>Does the same and tells of images outside any class folder.</summary>
    /// <param name="fullPath">A rooted path: <c>Classes</c> itself, or the folder or zip that holds it.</param>
    /// <param name="log">Told of them.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="DatasetException">There are no class folders.</exception>
    /// <exception cref="FileNotFoundException">There is neither a folder nor a file.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
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

        // Nothing is read of the source beyond this point: what it listed is enough.
        return Labels(inventory.Images, source, log, cancellation);
    }

    private static IDatasetSource Open(string fullPath, CancellationToken cancellation)
    {
        string folder = Path.TrimEndingDirectorySeparator(fullPath);
        string name = Path.GetFileName(folder);
        bool isClassesItself = FixedNames.MatchFolder(name) == FixedFolder.Classes && Directory.Exists(folder)
            && !Directory.EnumerateDirectories(folder).Any(child => FixedNames.MatchFolder(Path.GetFileName(child)) == FixedFolder.Classes);

        // Whatever else lies beside it does not matter then, not even an image folder.
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
