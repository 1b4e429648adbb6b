using System.IO.Compression;

namespace DeepQDataset.Building.Zip;

/// <summary>How an archive is written.</summary>
public sealed record ArchiveOptions
{
    /// <summary>Whether an existing file may be replaced.</summary>
    public bool Overwrite { get; init; }

    /// <summary>Whether the file is flushed to the disk before it gets its name.</summary>
    public bool Flush { get; init; }

    /// <summary>How hard to compress what compressing helps: not PNG and JPEG, which are stored whatever this says.</summary>
    public CompressionLevel CompressionLevel { get; init; } = CompressionLevel.Optimal;

    /// <summary>
    /// Whether contents and names alone decide about every byte, on any machine: no file times, and a managed deflate, which unlike the
    /// runtime's is the same everywhere, but takes two to three times as long where there is something to compress.
    /// </summary>
    public bool Reproducible { get; init; }

    /// <summary>Whether the archive is read back, name by name and byte by byte, before it gets its name.</summary>
    public bool Verify { get; init; }

    /// <summary>
    /// Whether the archive's SHA-256 is taken while it is written: where nothing is compressed, what takes longest of all.
    /// </summary>
    public bool Hash { get; init; } = true;

    /// <summary>How many threads read and compress; at least 1.</summary>
    public int ThrottleLimit { get; init; } = Environment.ProcessorCount;
}
