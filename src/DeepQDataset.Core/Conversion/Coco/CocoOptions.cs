namespace DeepQDataset.Conversion.Coco;

/// <summary>How COCO annotations are converted.</summary>
public sealed record CocoOptions : ConversionOptions
{
    /// <summary>Segmentation for masks; otherwise boxes, or classes of whole images where no annotation has a box or an outline.</summary>
    public DqTask Task { get; init; }

    /// <summary>Whether boxes around crowds (<c>iscrowd</c> 1) are taken like those around single objects.</summary>
    public bool IncludeCrowd { get; init; }
}
