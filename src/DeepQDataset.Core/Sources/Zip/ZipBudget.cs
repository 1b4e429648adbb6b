namespace DeepQDataset.Sources.Zip;

/// <summary>How much a zip may unpack to (DQ709).</summary>
public sealed record ZipBudget
{
    /// <summary>The bytes that an entry, or all together, may unpack to whatever the ratio: 64 MiB.</summary>
    public const long RatioCountsFrom = 64L << 20;

    /// <summary>Gets the defaults.</summary>
    public static ZipBudget Default { get; } = new();

    /// <summary>
    /// Gets the number of times that as many bytes an entry above 64 MiB may unpack to as it has packed. Deflate itself ends at about
    /// 1,032.
    /// </summary>
    public long MaximumRatio { get; init; } = 1000;

    /// <summary>Gets the maximum number of bytes an entry may unpack to; null for no limit.</summary>
    public long? MaximumEntryBytes { get; init; }

    /// <summary>Gets the maximum number of bytes all entries together may unpack to; null for no limit.</summary>
    public long? MaximumTotalBytes { get; init; }
}
