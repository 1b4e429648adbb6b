using DeepQDataset.Sources.Zip;

namespace DeepQDataset.Extraction;

/// <summary>How to unpack a zip.</summary>
public sealed record ExtractionOptions
{
    /// <summary>The defaults.</summary>
    public static ExtractionOptions Default { get; } = new();

    /// <summary>Whether files that are there with other content may be replaced.</summary>
    public bool Overwrite { get; init; }

    /// <summary>How much the zip may unpack to.</summary>
    public ZipBudget Budget { get; init; } = ZipBudget.Default;

    /// <summary>How many threads unpack; at least 1.</summary>
    public int ThrottleLimit { get; init; } = Environment.ProcessorCount;
}
