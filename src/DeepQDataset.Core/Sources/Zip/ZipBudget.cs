namespace DeepQDataset.Sources.Zip;

/// <summary>Specifies the limits of the unpacked size of a zip (DQ709).</summary>
public sealed record ZipBudget
{
    /// <summary>The unpacked size in bytes above which the ratio applies, for an entry and for all entries: 64 MiB.</summary>
    internal const long RatioCountsFrom = 64L << 20;

    /// <summary>Gets the default limits.</summary>
    public static ZipBudget Default { get; } = new();

    /// <summary>Gets the maximum ratio of unpacked to packed size of an entry above 64 MiB. Deflate reaches at most about 1,032.</summary>
    public long MaximumRatio { get; init; } = 1000;

    /// <summary>Gets the maximum unpacked size of an entry in bytes; null for no limit.</summary>
    public long? MaximumEntryBytes { get; init; }

    /// <summary>Gets the maximum unpacked size of all entries in bytes; null for no limit.</summary>
    public long? MaximumTotalBytes { get; init; }
}
