namespace DeepQDataset.Conversion.LabelMe;

/// <summary>What the conversion of LabelMe files can be told.</summary>
public sealed record LabelMeOptions : ConversionOptions
{
    /// <summary>
    /// Detection for a box around each shape, Segmentation for a mask of each class, Classification for the classes of each image's
    /// shapes; None leaves shapes out.
    /// </summary>
    public DqTask Task { get; init; } = DqTask.Detection;

    /// <summary>Whether the flags that are set become classes of the image. They do not go with boxes.</summary>
    public bool FlagsAsLabels { get; init; }

    /// <summary>How many threads read, at least 1.</summary>
    public int ThrottleLimit { get; init; } = Environment.ProcessorCount;
}
