namespace DeepQDataset.Building.Planning;

/// <summary>Specifies how an existing dataset becomes an archive or a folder.</summary>
public sealed record DatasetPlanOptions
{
    /// <summary>Gets the default options: edition 1.1 and all files of the dataset.</summary>
    public static DatasetPlanOptions Default { get; } = new();

    /// <summary>Gets the edition of the platform to write for. Edition 3.0 accepts images in any folder.</summary>
    public DqPlatform Platform { get; init; }

    /// <summary>
    /// Gets a function that determines whether to leave out a file, by its path in the archive with <c>/</c> as separator.
    /// </summary>
    public Func<string, bool> IsExcluded { get; init; } = static _ => false;

    /// <summary>Gets the number of threads that read LabelMe files; at least 1.</summary>
    public int ThrottleLimit { get; init; } = Environment.ProcessorCount;
}
