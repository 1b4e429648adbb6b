namespace DeepQDataset.Sources;

/// <summary>Opens what a path names.</summary>
public static class DatasetSource
{
    /// <summary>Opens the folder or the zip at a path. A file that is no zip opens, too: what is wrong with it is for the 7xx rules to say.</summary>
    /// <param name="fullPath">A rooted path of the file system.</param>
    /// <param name="cancellation">Ends the enumeration.</param>
    /// <exception cref="FileNotFoundException">There is neither a folder nor a file.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    public static IDatasetSource Open(string fullPath, CancellationToken cancellation = default)
    {
        if (Directory.Exists(fullPath))
        {
            return FolderSource.Open(fullPath, cancellation);
        }

        if (File.Exists(fullPath))
        {
            return ZipSource.Open(fullPath, cancellation);
        }

        throw new FileNotFoundException($"There is no folder and no file at '{fullPath}'.", fullPath);
    }
}
