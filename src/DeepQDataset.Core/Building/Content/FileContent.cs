using DeepQDataset.Streams;

namespace DeepQDataset.Building.Content;

/// <summary>Represents a file on disk.</summary>
/// <param name="path">The rooted path of the file.</param>
/// <param name="length">The size of the file in bytes.</param>
/// <param name="lastWriteTimeUtc">The time of the last write.</param>
internal sealed class FileContent(string path, long length, DateTime? lastWriteTimeUtc) : StoredContent(path, length, lastWriteTimeUtc)
{
    /// <inheritdoc/>
    public override string? FilePath => Location;

    /// <inheritdoc/>
    public override Stream Open() => FileRegionStream.OpenFile(Location);
}
