namespace DeepQDataset.Conversion.LabelMe;

/// <summary>What can be lost of LabelMe files alone.</summary>
internal static class LabelMeReasons
{
    /// <summary>Points and lines cover nothing, so that there is no box around them.</summary>
    public static readonly ConversionReason ShapeWithoutArea = new(
        "ShapeWithoutArea", "point, line or linestrip was left out", "points, lines and linestrips were left out");

    /// <summary>A <c>shape_type</c> that LabelMe does not write.</summary>
    public static readonly ConversionReason ShapeUnknown = new(
        "ShapeUnknown", "shape of an unknown kind was left out", "shapes of unknown kinds were left out");

    /// <summary>Points that make no shape (DQ807).</summary>
    public static readonly ConversionReason ShapeBroken = new(
        "ShapeBroken", "shape whose points make none was left out", "shapes whose points make none were left out");

    /// <summary>A shape where only flags were asked for.</summary>
    public static readonly ConversionReason ShapeBesideFlags = new(
        "ShapeBesideFlags",
        "shape was left out, since only flags are converted",
        "shapes were left out, since only flags are converted");

    /// <summary>A flag where only shapes were asked for.</summary>
    public static readonly ConversionReason FlagLeftOut = new(
        "FlagLeftOut",
        $"image flag was left out; {Remedy.Of(RemedyAction.ConvertFlags)} makes a class of it",
        $"image flags were left out; {Remedy.Of(RemedyAction.ConvertFlags)} makes classes of them");

    /// <summary>The image in a JSON is none, or of a format that the platform does not take.</summary>
    public static readonly ConversionReason EmbeddedUnusable = new(
        "EmbeddedUnusable",
        "embedded image that is neither PNG nor JPEG nor DICOM was left out",
        "embedded images that are neither PNG nor JPEG nor DICOM were left out");
}
