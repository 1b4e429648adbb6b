using DeepQDataset.Sources;

namespace DeepQDataset.Building.Content;

/// <summary>Represents a file in an open folder or zip.</summary>
/// <param name="source">The folder or zip, which must stay open while this object is in use.</param>
/// <param name="entry">The file.</param>
internal sealed class SourceContent(IDatasetSource source, SourceEntry entry)
    : StoredContent(EntryLocation.Of(source, entry).ToString(), entry.Length, entry.LastWriteTimeUtc)
{
    /// <inheritdoc/>
    public override string? FilePath => source.Kind == SourceKind.Folder ? Location : null;

    /// <inheritdoc/>
    public override uint? ExpectedCrc => entry.Checksum;

    /// <inheritdoc/>
    public override Stream Open() => source.Open(entry);
}
