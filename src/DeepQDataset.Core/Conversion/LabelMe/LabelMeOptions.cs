namespace DeepQDataset.Conversion.LabelMe;

/// <summary>Specifies how LabelMe files are converted.</summary>
public sealed record LabelMeOptions : ConversionOptions
{
    /// <summary>
    /// Gets the task of the labels: Detection for a box around each shape, Segmentation for a mask of each class, Classification for the
    /// classes of each image's shapes; None leaves shapes out.
    /// </summary>
    public DqTask Task { get; init; } = DqTask.Detection;

    /// <summary>
    /// Gets a value that indicates whether flags that are set become classes of the image. They cannot be combined with boxes.
    /// </summary>
    public bool FlagsAsLabels { get; init; }

    /// <summary>Gets the number of threads that read, at least 1.</summary>
    public int ThrottleLimit { get; init; } = Environment.ProcessorCount;
}
