namespace DeepQDataset.Conversion.Export;

/// <summary>Specifies how datasets are exported.</summary>
public sealed record ExportOptions
{
    /// <summary>Gets a value that indicates whether images are copied; otherwise the annotations refer to the existing images.</summary>
    public bool IncludesImages { get; init; } = true;

    /// <summary>Gets a function that determines whether to leave out an image, by its path in the dataset or its name.</summary>
    public Func<string, bool> IsExcluded { get; init; } = static _ => false;

    /// <summary>Gets the number of threads that read; at least 1.</summary>
    public int ThrottleLimit { get; init; } = Environment.ProcessorCount;
}
