using DeepQDataset.Json;
using DeepQDataset.Sources.Embedded;

namespace DeepQDataset.LabelMe;

/// <summary>Represents the content of a LabelMe JSON, versions 3 to 7. Of the embedded image, only the location is kept.</summary>
internal sealed record LabelMeFile
{
    /// <summary>Gets the version as written; null if it is missing.</summary>
    public string? Version { get; init; }

    /// <summary>Gets the path of the image as written; null if it is missing.</summary>
    public string? ImagePath { get; init; }

    /// <summary>Gets the position of the image path.</summary>
    public JsonPlace? ImagePathPlace { get; init; }

    /// <summary>Gets the start of the image path's text, in bytes from the start of the file, and its length, including escapes.</summary>
    public (long Offset, long Length) ImagePathText { get; init; }

    /// <summary>Gets the embedded image; null if <c>imageData</c> is missing, null or empty.</summary>
    public EmbeddedImage? ImageData { get; init; }

    /// <summary>Gets the width of the image in pixels as written; null if it is missing, NaN if it is not a number.</summary>
    public double? ImageWidth { get; init; }

    /// <summary>Gets the height of the image in pixels as written; null if it is missing, NaN if it is not a number.</summary>
    public double? ImageHeight { get; init; }

    /// <summary>Gets the position of the image's width, or else of its height.</summary>
    public JsonPlace? ImageSizePlace { get; init; }

    /// <summary>Gets the shapes in file order.</summary>
    public IReadOnlyList<LabelMeShape> Shapes { get; init; } = [];

    /// <summary>Gets the flags of the image that are set, in file order.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>
    /// Gets a value that indicates whether the file has any of LabelMe's own keys; a JSON without them is from another tool.
    /// </summary>
    public bool HasKeys { get; init; }

    /// <summary>
    /// Gets the first reason why the file is not a LabelMe file (DQ801); null if it is one. The content before it is available.
    /// </summary>
    public LabelMeFault? Fault { get; init; }

    /// <summary>Gets the fault of the first shape with invalid points (DQ807); null if there is none.</summary>
    public LabelMeFault? GeometryFault { get; init; }

    /// <summary>Gets the number of shapes with invalid points.</summary>
    public int BrokenShapes { get; init; }
}
