namespace DeepQDataset.Conversion.Coco;

/// <summary>Specifies how COCO annotations are converted.</summary>
public sealed record CocoOptions : ConversionOptions
{
    /// <summary>
    /// Gets the task of the labels: Segmentation for masks; otherwise boxes, or classes of whole images if no annotation has a box or an
    /// outline.
    /// </summary>
    public DqTask Task { get; init; }

    /// <summary>Gets a value that indicates whether boxes around crowds (<c>iscrowd</c> 1) are treated as single objects.</summary>
    public bool IncludeCrowd { get; init; }
}
