namespace DeepQDataset.Sources;

/// <summary>Represents a file or folder of a source.</summary>
/// <param name="path">The path relative to the root of the source, with <c>/</c> as separator, without a trailing <c>/</c>.</param>
/// <param name="length">The size of the file in bytes (unpacked, in a zip); 0 for a folder.</param>
/// <param name="isFolder">Indicates whether it is a folder.</param>
/// <param name="lastWriteTimeUtc">The time of the last write, if known.</param>
internal class SourceEntry(string path, long length, bool isFolder, DateTime? lastWriteTimeUtc)
{
    /// <summary>Gets the path relative to the root of the source, with <c>/</c> as separator, without a trailing <c>/</c>.</summary>
    public string Path { get; } = path;

    /// <summary>Gets the size of the file in bytes (unpacked, in a zip); 0 for a folder.</summary>
    public long Length { get; } = length;

    /// <summary>Gets a value that indicates whether it is a folder.</summary>
    public bool IsFolder { get; } = isFolder;

    /// <summary>Gets the time of the last write, if known.</summary>
    public DateTime? LastWriteTimeUtc { get; } = lastWriteTimeUtc;

    /// <summary>Gets the CRC-32 of the content in the source; null if there is none.</summary>
    internal virtual uint? Checksum => null;

    /// <inheritdoc/>
    public override string ToString() => Path;
}
