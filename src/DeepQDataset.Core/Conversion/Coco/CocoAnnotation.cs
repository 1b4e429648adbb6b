using DeepQDataset.Labels;

namespace DeepQDataset.Conversion.Coco;

/// <summary>An annotation, or a region of a panoptic one.</summary>
internal readonly record struct CocoAnnotation
{
    /// <summary>The id of its image; null where it has none.</summary>
    public string? ImageId { get; init; }

    /// <summary>The id of its category; null where it has none.</summary>
    public string? CategoryId { get; init; }

    /// <summary>The box, given or around the outline; null without either.</summary>
    public BoundingBox? Box { get; init; }

    /// <summary>What it covers; null without an outline, and where outlines are not kept.</summary>
    public Outline? Outline { get; init; }

    /// <summary>Whether it stands for a crowd.</summary>
    public bool IsCrowd { get; init; }

    /// <summary>Whether it is a region of a panoptic image.</summary>
    public bool IsRegion { get; init; }

    /// <summary>Why it makes no sense; null when it does.</summary>
    public string? Fault { get; init; }

    /// <summary>The 1-based line it starts in.</summary>
    public int Line { get; init; }
}
