namespace DeepQDataset.Conversion.LabelMe;

/// <summary>Provides the reasons for losses that are specific to LabelMe.</summary>
internal static class LabelMeReasons
{
    /// <summary>A point or line, which has no area.</summary>
    public static readonly ConversionReason ShapeWithoutArea = new(
        "ShapeWithoutArea", "point, line or linestrip was left out", "points, lines and linestrips were left out");

    /// <summary>A <c>shape_type</c> that LabelMe does not write.</summary>
    public static readonly ConversionReason ShapeUnknown = new(
        "ShapeUnknown", "shape of an unknown kind was left out", "shapes of unknown kinds were left out");

    /// <summary>Points that do not form a shape (DQ807).</summary>
    public static readonly ConversionReason ShapeBroken = new(
        "ShapeBroken", "shape with invalid points was left out", "shapes with invalid points were left out");

    /// <summary>A shape, if only flags are converted.</summary>
    public static readonly ConversionReason ShapeBesideFlags = new(
        "ShapeBesideFlags",
        "shape was left out, since only flags are converted",
        "shapes were left out, since only flags are converted");

    /// <summary>A flag, if only shapes are converted.</summary>
    public static readonly ConversionReason FlagLeftOut = new(
        "FlagLeftOut",
        $"image flag was left out; {Remedy.Of(RemedyAction.ConvertFlags)} makes a class of it",
        $"image flags were left out; {Remedy.Of(RemedyAction.ConvertFlags)} makes classes of them");

    /// <summary>An embedded image that is damaged, or in a format that the platform does not accept.</summary>
    public static readonly ConversionReason EmbeddedUnusable = new(
        "EmbeddedUnusable",
        "embedded image that is neither PNG nor JPEG nor DICOM was left out",
        "embedded images that are neither PNG nor JPEG nor DICOM were left out");
}
