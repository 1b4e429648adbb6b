using DeepQDataset.Sources.Zip;

namespace DeepQDataset.Extraction;

/// <summary>Specifies how a zip is unpacked.</summary>
public sealed record ExtractionOptions
{
    /// <summary>Gets the default options.</summary>
    public static ExtractionOptions Default { get; } = new();

    /// <summary>Gets a value that indicates whether existing files with other content may be replaced.</summary>
    public bool Overwrite { get; init; }

    /// <summary>Gets the limits of the unpacked size.</summary>
    public ZipBudget Budget { get; init; } = ZipBudget.Default;

    /// <summary>Gets the number of threads that unpack; at least 1.</summary>
    public int ThrottleLimit { get; init; } = Environment.ProcessorCount;
}
