namespace DeepQDataset.Conversion.Voc;

/// <summary>Specifies how Pascal VOC annotations are converted.</summary>
public sealed record VocOptions : ConversionOptions
{
    /// <summary>Gets the number that the first pixel has.</summary>
    public VocOrigin Origin { get; init; }
}
