namespace DeepQDataset.Conversion;

/// <summary>Specifies the options that all converters share.</summary>
public record ConversionOptions
{
    /// <summary>Gets the rooted path of the folder or zip with the images; null if they are with the annotations.</summary>
    public string? ImageFolder { get; init; }
}
