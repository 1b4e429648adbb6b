using System.IO.Compression;

namespace DeepQDataset.Building.Zip;

/// <summary>Specifies how an archive is written.</summary>
public sealed record ArchiveOptions
{
    /// <summary>Gets a value that indicates whether an existing file may be replaced.</summary>
    public bool Overwrite { get; init; }

    /// <summary>Gets a value that indicates whether the file is flushed to the disk before it is renamed to its final name.</summary>
    public bool Flush { get; init; }

    /// <summary>Gets the compression level for compressible content. PNG and JPEG are always stored.</summary>
    public CompressionLevel CompressionLevel { get; init; } = CompressionLevel.Optimal;

    /// <summary>
    /// Gets a value that indicates whether the archive depends only on contents and names, on any machine. It has no file times, and uses a
    /// managed deflate, which unlike the runtime's is the same everywhere but takes two to three times as long for compressible content.
    /// </summary>
    public bool Reproducible { get; init; }

    /// <summary>
    /// Gets a value that indicates whether all names and bytes of the archive are read back before it gets its final name.
    /// </summary>
    public bool Verify { get; init; }

    /// <summary>
    /// Gets a value that indicates whether the SHA-256 of the archive is computed while it is written. It is the slowest step if nothing is
    /// compressed.
    /// </summary>
    public bool Hash { get; init; } = true;

    /// <summary>Gets the number of threads that read and compress; at least 1.</summary>
    public int ThrottleLimit { get; init; } = Environment.ProcessorCount;
}
