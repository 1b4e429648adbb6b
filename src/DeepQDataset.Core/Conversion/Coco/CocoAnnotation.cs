using DeepQDataset.Labels;

namespace DeepQDataset.Conversion.Coco;

/// <summary>Represents an annotation, or a segment of a panoptic annotation.</summary>
internal readonly record struct CocoAnnotation
{
    /// <summary>Gets the id of its image; null if it has none.</summary>
    public string? ImageId { get; init; }

    /// <summary>Gets the id of its category; null if it has none.</summary>
    public string? CategoryId { get; init; }

    /// <summary>Gets the box, either the given one or the bounding box of the outline; null if there is neither.</summary>
    public BoundingBox? Box { get; init; }

    /// <summary>Gets the outline; null if there is none or outlines are not kept.</summary>
    public Outline? Outline { get; init; }

    /// <summary>Whether the box is the one around a rotated box.</summary>
    public bool IsRotated { get; init; }

    /// <summary>Gets a value that indicates whether the annotation is a crowd.</summary>
    public bool IsCrowd { get; init; }

    /// <summary>Gets a value that indicates whether it is a segment of a panoptic image.</summary>
    public bool IsRegion { get; init; }

    /// <summary>Gets the reason why the annotation is invalid; null if it is valid.</summary>
    public string? Fault { get; init; }

    /// <summary>Gets the 1-based line it starts in.</summary>
    public int Line { get; init; }
}
