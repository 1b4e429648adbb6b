using DeepQDataset.Streams;

namespace DeepQDataset.Building.Content;

/// <summary>A file on disk.</summary>
/// <param name="path">Its rooted path.</param>
/// <param name="length">Its size in bytes.</param>
/// <param name="lastWriteTimeUtc">When it was last written.</param>
internal sealed class FileContent(string path, long length, DateTime? lastWriteTimeUtc) : StoredContent(path, length, lastWriteTimeUtc)
{
    /// <inheritdoc/>
    public override string? FilePath => Location;

    /// <inheritdoc/>
    public override Stream Open() => FileRegionStream.OpenFile(Location);
}
