namespace DeepQDataset.Conversion.Export;

/// <summary>How datasets are turned into other tools' files.</summary>
public sealed record ExportOptions
{
    /// <summary>Whether images are written, too; otherwise they are named where they lie.</summary>
    public bool IncludesImages { get; init; } = true;

    /// <summary>Whether an image stays out, by its path in the dataset or its name.</summary>
    public Func<string, bool> IsExcluded { get; init; } = static _ => false;

    /// <summary>How many threads read; at least 1.</summary>
    public int ThrottleLimit { get; init; } = Environment.ProcessorCount;
}
