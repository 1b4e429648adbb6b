using DeepQDataset.Layout;
using DeepQDataset.Sources;
using DeepQDataset.Sources.Zip;

namespace DeepQDataset.Inventory;

/// <summary>Opens folders and zips.</summary>
internal static class DatasetSource
{
    /// <summary>
    /// Opens the folder or zip at a path. A folder that is itself <c>image</c> or <c>Classes</c>, or a misspelling, is opened as its
    /// parent, of which only the files and folders of the layout count. A file that is not a zip can be opened, too: the 7xx rules explain
    /// its problem.
    /// </summary>
    /// <param name="fullPath">The rooted path of a file or folder.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests while entries are listed.</param>
    /// <exception cref="FileNotFoundException">There is no folder or file at the path.</exception>
    /// <exception cref="IOException">The source cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    public static IDatasetSource Open(string fullPath, CancellationToken cancellation = default) =>
        Open(fullPath, readsForeignMethods: false, cancellation);

    /// <inheritdoc cref="Open(string, CancellationToken)"/>
    /// <param name="fullPath">The rooted path of a file or folder.</param>
    /// <param name="readsForeignMethods">Indicates whether entries compressed with bzip2 and Deflate64 can be opened, too.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests while entries are listed.</param>
    internal static IDatasetSource Open(string fullPath, bool readsForeignMethods, CancellationToken cancellation) =>
        Directory.Exists(fullPath) && FolderAbove(fullPath) is string above
            ? FolderSource.Open(above, IsPartOfLayout, cancellation)
            : OpenAsIs(fullPath, readsForeignMethods, cancellation);

    /// <summary>Opens the folder or zip at a path as it is, even if the folder is itself <c>image</c>.</summary>
    /// <inheritdoc cref="Open(string, bool, CancellationToken)"/>
    internal static IDatasetSource OpenAsIs(string fullPath, bool readsForeignMethods, CancellationToken cancellation) =>
        Directory.Exists(fullPath) ? FolderSource.Open(fullPath, cancellation)
        : File.Exists(fullPath) ? ZipSource.Open(fullPath, readsForeignMethods, cancellation)
        : throw new FileNotFoundException($"There is no folder and no file at '{fullPath}'.", fullPath);

    /// <summary>
    /// Returns the parent of a folder that is itself <c>image</c> or <c>Classes</c>; null for any other folder, and for one that contains a
    /// layout.
    /// </summary>
    private static string? FolderAbove(string fullPath)
    {
        string folder = Path.TrimEndingDirectorySeparator(fullPath);
        string name = Path.GetFileName(folder);
        if (FixedNames.MatchFolder(name) == FixedFolder.None || Path.GetDirectoryName(folder) is not string above)
        {
            return null;
        }

        bool isExact = FixedNames.IsExactFolder(name);
        if (!isExact && LabelMeSearch.IsIn(folder))
        {
            return null; // Only the name matches: LabelMe files may be in a folder of any name.
        }

        foreach (string child in Directory.EnumerateDirectories(folder))
        {
            string childName = Path.GetFileName(child);
            if (isExact ? FixedNames.IsExactFolder(childName) : FixedNames.MatchFolder(childName) != FixedFolder.None)
            {
                return null;
            }
        }

        return above;
    }

    private static bool IsPartOfLayout(string name, bool isFolder) =>
        isFolder ? FixedNames.MatchFolder(name) != FixedFolder.None : FixedNames.IsLabelFile(name);
}
