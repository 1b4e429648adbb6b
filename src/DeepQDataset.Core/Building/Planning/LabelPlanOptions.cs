namespace DeepQDataset.Building.Planning;

/// <summary>Specifies how labels and their images become a dataset.</summary>
public sealed record LabelPlanOptions
{
    /// <summary>Gets the default options: edition 1.1 and names with extension.</summary>
    public static LabelPlanOptions Default { get; } = new();

    /// <summary>Gets the layout of the images.</summary>
    public ImageArrangement Arrangement { get; init; }

    /// <summary>Gets the edition of the platform to write for.</summary>
    public DqPlatform Platform { get; init; }

    /// <summary>Gets the form of label.csv.</summary>
    public LabelTask Task { get; init; }

    /// <summary>Gets the form of image names in label.csv.</summary>
    public LabelNameForm NameForm { get; init; }

    /// <summary>
    /// Gets a value that indicates whether images are beside label.csv, as in the figure of guide 3.0, instead of in <c>image</c>.
    /// </summary>
    public bool ImagesAtRoot { get; init; }

    /// <summary>Gets the number of threads that read LabelMe files; at least 1.</summary>
    public int ThrottleLimit { get; init; } = Environment.ProcessorCount;
}
