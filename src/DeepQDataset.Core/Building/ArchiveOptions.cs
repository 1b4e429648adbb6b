namespace DeepQDataset.Building;

/// <summary>How an archive is written.</summary>
public sealed record ArchiveOptions
{
    /// <summary>Whether an existing file may be replaced.</summary>
    public bool Overwrite { get; init; }

    /// <summary>Whether the file is flushed to the disk before it gets its name.</summary>
    public bool Flush { get; init; }

    /// <summary>How many threads compress; at least 1.</summary>
    public int ThrottleLimit { get; init; } = Environment.ProcessorCount;
}
