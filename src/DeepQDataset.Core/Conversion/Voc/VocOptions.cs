namespace DeepQDataset.Conversion.Voc;

/// <summary>How Pascal VOC annotations are converted.</summary>
public sealed record VocOptions : ConversionOptions
{
    /// <summary>Where pixels are counted from.</summary>
    public VocOrigin Origin { get; init; }
}
