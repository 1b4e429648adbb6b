namespace DeepQDataset.Conversion;

/// <summary>What all converters of other tools' annotations can be told.</summary>
public record ConversionOptions
{
    /// <summary>The rooted path of the folder or zip that holds the images; null where they lie with the annotations.</summary>
    public string? ImageFolder { get; init; }
}
