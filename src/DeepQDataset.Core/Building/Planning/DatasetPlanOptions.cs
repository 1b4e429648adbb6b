namespace DeepQDataset.Building.Planning;

/// <summary>How a dataset that is there becomes an archive or a folder.</summary>
public sealed record DatasetPlanOptions
{
    /// <summary>The defaults: edition 1.1, all of the dataset's files.</summary>
    public static DatasetPlanOptions Default { get; } = new();

    /// <summary>The edition of the platform that is to read it: 3.0 takes images in any folder.</summary>
    public DqPlatform Platform { get; init; }

    /// <summary>Whether a file stays out, by its path in the archive, <c>/</c>-separated.</summary>
    public Func<string, bool> IsExcluded { get; init; } = static _ => false;

    /// <summary>How many threads read LabelMe files; at least 1.</summary>
    public int ThrottleLimit { get; init; } = Environment.ProcessorCount;
}
