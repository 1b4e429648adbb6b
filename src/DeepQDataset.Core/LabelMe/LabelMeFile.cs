using DeepQDataset.Json;
using DeepQDataset.Sources.Embedded;

namespace DeepQDataset.LabelMe;

/// <summary>What a LabelMe JSON says, versions 3 to 7. The image in it is not kept, just where it is.</summary>
internal sealed record LabelMeFile
{
    /// <summary>LabelMe's version as written; null where it is missing.</summary>
    public string? Version { get; init; }

    /// <summary>The image's path as written; null where it is missing.</summary>
    public string? ImagePath { get; init; }

    /// <summary>Where the image's path stands.</summary>
    public JsonPlace? ImagePathPlace { get; init; }

    /// <summary>Where the text of the image's path starts, in bytes from the file's start, and how long it is, escapes and all.</summary>
    public (long Offset, long Length) ImagePathText { get; init; }

    /// <summary>The embedded image; null where <c>imageData</c> is missing, null or empty.</summary>
    public EmbeddedImage? ImageData { get; init; }

    /// <summary>The image's width in pixels as written; null where it is missing, NaN where it is no number.</summary>
    public double? ImageWidth { get; init; }

    /// <summary>The image's height in pixels as written; null where it is missing, NaN where it is no number.</summary>
    public double? ImageHeight { get; init; }

    /// <summary>Where the image's width or else its height stands.</summary>
    public JsonPlace? ImageSizePlace { get; init; }

    /// <summary>The shapes, in the file's order.</summary>
    public IReadOnlyList<LabelMeShape> Shapes { get; init; } = [];

    /// <summary>The image's flags that are set, in the file's order.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>Whether it has any of LabelMe's own keys: a JSON without them is some other tool's.</summary>
    public bool HasKeys { get; init; }

    /// <summary>Why it is no LabelMe file (DQ801), the first reason; null if it is one. What was read up to there is here.</summary>
    public LabelMeFault? Fault { get; init; }

    /// <summary>What is wrong with the first shape whose points make none (DQ807); null if all do.</summary>
    public LabelMeFault? GeometryFault { get; init; }

    /// <summary>How many shapes have points that make none.</summary>
    public int BrokenShapes { get; init; }
}
