namespace DeepQDataset.Sources;

/// <summary>Represents a file or folder of a source.</summary>
/// <param name="path">Relative to the source's root, with <c>/</c> as separator, without a trailing <c>/</c>.</param>
/// <param name="length">The file's size in bytes (unpacked, in a zip); 0 for a folder.</param>
/// <param name="isFolder">Indicates whether it is a folder.</param>
/// <param name="lastWriteTimeUtc">When it was last written, if known.</param>
internal class SourceEntry(string path, long length, bool isFolder, DateTime? lastWriteTimeUtc)
{
    /// <summary>Gets the path relative to the source's root, with <c>/</c> as separator, without a trailing <c>/</c>.</summary>
    public string Path { get; } = path;

    /// <summary>Gets the file's size in bytes (unpacked, in a zip); 0 for a folder.</summary>
    public long Length { get; } = length;

    /// <summary>Gets a value that indicates whether it is a folder.</summary>
    public bool IsFolder { get; } = isFolder;

    /// <summary>When it was last written, if known.</summary>
    public DateTime? LastWriteTimeUtc { get; } = lastWriteTimeUtc;

    /// <summary>Gets the CRC-32 of the content that the source says; null if it says none.</summary>
    internal virtual uint? Checksum => null;

    /// <inheritdoc/>
    public override string ToString() => Path;
}
