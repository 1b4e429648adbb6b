namespace DeepQDataset.Sources;

/// <summary>A folder as a source.</summary>
public sealed class FolderSource : IDatasetSource
{
    private FolderSource(string fullPath, IReadOnlyList<SourceEntry> entries)
    {
        FullPath = fullPath;
        Entries = entries;
    }

    /// <inheritdoc/>
    public SourceKind Kind => SourceKind.Folder;

    /// <inheritdoc/>
    public string Name => Path.GetFileName(Path.TrimEndingDirectorySeparator(FullPath));

    /// <inheritdoc/>
    public string FullPath { get; }

    /// <inheritdoc/>
    public IReadOnlyList<SourceEntry> Entries { get; }

    /// <summary>Lists a folder.</summary>
    /// <param name="fullPath">A rooted path of the file system.</param>
    /// <param name="cancellation">Ends the enumeration.</param>
    /// <exception cref="UnauthorizedAccessException">A folder below cannot be listed.</exception>
    public static FolderSource Open(string fullPath, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new FolderSource(fullPath, []);
    }

    /// <inheritdoc/>
    public Stream Open(SourceEntry entry) => File.OpenRead(Path.Combine(FullPath, entry.Path));

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
