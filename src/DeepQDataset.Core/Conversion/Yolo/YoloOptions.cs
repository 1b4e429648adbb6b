namespace DeepQDataset.Conversion.Yolo;

/// <summary>Specifies how YOLO annotations are converted.</summary>
public sealed record YoloOptions : ConversionOptions
{
    /// <summary>
    /// Gets the task of the labels: Segmentation for masks of outlines; otherwise boxes, or the classes of class folders.
    /// </summary>
    public DqTask Task { get; init; }

    /// <summary>Gets the names of the classes from number 0 on; empty to read them from data.yaml, classes.txt or obj.names.</summary>
    public IReadOnlyList<string> ClassNames { get; init; } = [];
}
