namespace DeepQDataset.Conversion.Coco;

/// <summary>How COCO annotations are converted.</summary>
public sealed record CocoOptions : ConversionOptions
{
    /// <summary>Whether boxes around crowds (<c>iscrowd</c> 1) are taken like those around single objects.</summary>
    public bool IncludeCrowd { get; init; }
}
