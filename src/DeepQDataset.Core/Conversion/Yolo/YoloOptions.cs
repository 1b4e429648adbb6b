namespace DeepQDataset.Conversion.Yolo;

/// <summary>How YOLO annotations are converted.</summary>
public sealed record YoloOptions : ConversionOptions
{
    /// <summary>Segmentation for masks of outlines; otherwise boxes, or the classes of class folders.</summary>
    public DqTask Task { get; init; }

    /// <summary>The names of the classes from number 0 on; empty to read them from data.yaml, classes.txt or obj.names.</summary>
    public IReadOnlyList<string> ClassNames { get; init; } = [];
}
