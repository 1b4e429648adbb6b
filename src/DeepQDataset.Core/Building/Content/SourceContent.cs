using DeepQDataset.Sources;
using DeepQDataset.Sources.Zip;

namespace DeepQDataset.Building.Content;

/// <summary>A file of an opened folder or zip.</summary>
/// <param name="source">The folder or zip; open as long as this is in use.</param>
/// <param name="entry">One of its files.</param>
internal sealed class SourceContent(IDatasetSource source, SourceEntry entry)
    : StoredContent(LocationOf(source, entry), entry.Length, entry.LastWriteTimeUtc)
{
    /// <inheritdoc/>
    public override string? FilePath => source.Kind == SourceKind.Folder ? Location : null;

    /// <inheritdoc/>
    public override uint? ExpectedCrc => (entry as ZipEntry)?.Record.Crc32;

    /// <inheritdoc/>
    public override Stream Open() => source.Open(entry);

    private static string LocationOf(IDatasetSource source, SourceEntry entry) => source.Kind == SourceKind.Zip
        ? $"{source.FullPath}: {entry.Path}"
        : Path.Join(source.FullPath, entry.Path.Replace('/', Path.DirectorySeparatorChar));
}
