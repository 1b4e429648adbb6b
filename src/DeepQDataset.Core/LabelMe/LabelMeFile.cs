using DeepQDataset.Json;
using DeepQDataset.Sources.Embedded;

namespace DeepQDataset.LabelMe;

/// <summary>Represents what a LabelMe JSON says, versions 3 to 7. The image in it is not kept, just where it is.</summary>
internal sealed record LabelMeFile
{
    /// <summary>LabelMe's version as written; null if it is missing.</summary>
    public string? Version { get; init; }

    /// <summary>Gets the image's path as written; null if it is missing.</summary>
    public string? ImagePath { get; init; }

    /// <summary>Where the image's path stands.</summary>
    public JsonPlace? ImagePathPlace { get; init; }

    /// <summary>Where the text of the image's path starts, in bytes from the file's start, and how long it is, escapes and all.</summary>
    public (long Offset, long Length) ImagePathText { get; init; }

    /// <summary>Gets the embedded image; null if <c>imageData</c> is missing, null or empty.</summary>
    public EmbeddedImage? ImageData { get; init; }

    /// <summary>Gets the image's width in pixels as written; null if it is missing, NaN where it is no number.</summary>
    public double? ImageWidth { get; init; }

    /// <summary>Gets the image's height in pixels as written; null if it is missing, NaN where it is no number.</summary>
    public double? ImageHeight { get; init; }

    /// <summary>Where the image's width or else its height stands.</summary>
    public JsonPlace? ImageSizePlace { get; init; }

    /// <summary>Gets the shapes, in the file's order.</summary>
    public IReadOnlyList<LabelMeShape> Shapes { get; init; } = [];

    /// <summary>Gets the image's flags that are set, in the file's order.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>Gets a value that indicates whether it has any of LabelMe's own keys: a JSON without them is some other tool's.</summary>
    public bool HasKeys { get; init; }

    /// <summary>Why it is no LabelMe file (DQ801), the first reason; null if it is one. What was read up to there is here.</summary>
    public LabelMeFault? Fault { get; init; }

    /// <summary>What is wrong with the first shape whose points make none (DQ807); null if all do.</summary>
    public LabelMeFault? GeometryFault { get; init; }

    /// <summary>Gets the number of shapes that have points that make none.</summary>
    public int BrokenShapes { get; init; }
}
