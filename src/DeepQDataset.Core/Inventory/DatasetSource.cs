using DeepQDataset.Layout;
using DeepQDataset.Sources;
using DeepQDataset.Sources.Zip;

namespace DeepQDataset.Inventory;

/// <summary>Opens what a path names.</summary>
internal static class DatasetSource
{
    /// <summary>
    /// Opens the folder or the zip at a path. A folder that is <c>image</c> or <c>Classes</c> itself, or a near miss, stands for the folder
    /// above, of which just the layout's own files and folders count then. A file that is no zip opens, too: what is wrong with it is for
    /// the 7xx rules to say.
    /// </summary>
    /// <param name="fullPath">A rooted path of the file system.</param>
    /// <param name="cancellation">Ends the enumeration.</param>
    /// <exception cref="FileNotFoundException">There is no folder or file at the path.</exception>
    /// <exception cref="IOException">The source cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    public static IDatasetSource Open(string fullPath, CancellationToken cancellation = default) =>
        Open(fullPath, readsForeignMethods: false, cancellation);

    /// <inheritdoc cref="Open(string, CancellationToken)"/>
    /// <param name="fullPath">A rooted path of the file system.</param>
    /// <param name="readsForeignMethods">
    /// Indicates whether entries of a zip can be opened that are compressed by bzip2 and Deflate64, too.
    /// </param>
    /// <param name="cancellation">Ends the enumeration.</param>
    internal static IDatasetSource Open(string fullPath, bool readsForeignMethods, CancellationToken cancellation) =>
        Directory.Exists(fullPath) && FolderAbove(fullPath) is string above
            ? FolderSource.Open(above, IsPartOfLayout, cancellation)
            : OpenAsIs(fullPath, readsForeignMethods, cancellation);

    /// <summary>Opens the folder or the zip at a path as it is: a folder that is <c>image</c> itself stands for nothing else.</summary>
    /// <inheritdoc cref="Open(string, bool, CancellationToken)"/>
    internal static IDatasetSource OpenAsIs(string fullPath, bool readsForeignMethods, CancellationToken cancellation) =>
        Directory.Exists(fullPath) ? FolderSource.Open(fullPath, cancellation)
        : File.Exists(fullPath) ? ZipSource.Open(fullPath, readsForeignMethods, cancellation)
        : throw new FileNotFoundException($"There is no folder and no file at '{fullPath}'.", fullPath);

    /// <summary>
    /// Returns the folder above a layout's own <c>image</c> or <c>Classes</c>; null for any other folder, and for one that holds a layout
    /// itself.
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
            return null; // It only has such a name: LabelMe's files may lie in a folder of any.
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
