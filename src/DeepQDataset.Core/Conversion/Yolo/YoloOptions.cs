namespace DeepQDataset.Conversion.Yolo;

/// <summary>How YOLO annotations are converted.</summary>
public sealed record YoloOptions : ConversionOptions
{
    /// <summary>The names of the classes from number 0 on; empty to read them from data.yaml, classes.txt or obj.names.</summary>
    public IReadOnlyList<string> ClassNames { get; init; } = [];
}
