namespace DeepQDataset.Building.Planning;

/// <summary>How labels and their images become a dataset.</summary>
public sealed record LabelPlanOptions
{
    /// <summary>The defaults: edition 1.1, names with their extension.</summary>
    public static LabelPlanOptions Default { get; } = new();

    /// <summary>How the images are laid out.</summary>
    public ImageArrangement Arrangement { get; init; }

    /// <summary>The edition of the platform that is to read it.</summary>
    public DqPlatform Platform { get; init; }

    /// <summary>The form of label.csv.</summary>
    public LabelTask Task { get; init; }

    /// <summary>How label.csv names images.</summary>
    public LabelNameForm NameForm { get; init; }

    /// <summary>Whether images lie beside label.csv, as the figure of guide 3.0 shows, instead of in <c>image</c>.</summary>
    public bool ImagesAtRoot { get; init; }

    /// <summary>How many threads look into LabelMe files for their images, at least 1.</summary>
    public int ThrottleLimit { get; init; } = Environment.ProcessorCount;
}
