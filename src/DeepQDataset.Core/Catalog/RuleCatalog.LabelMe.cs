namespace DeepQDataset.Catalog;

/// <content>Family 8xx: LabelMe files.</content>
public static partial class RuleCatalog
{
    /// <summary>DQ801: not JSON, or not a LabelMe file.</summary>
    public static DqRule InvalidLabelMe { get; } = Rule(
        "DQ801", nameof(InvalidLabelMe), DqSeverity.Error, DqLevel.Structure, Guide23, false,
        "The file is not JSON, or lacks what LabelMe writes: shapes, each with a label and points, and imagePath.",
        "Open the image in LabelMe and save its annotations again, or take the file out of the dataset.");

    /// <summary>DQ802: a JSON without its image.</summary>
    public static DqRule NoImageForJson { get; } = Rule(
        "DQ802", nameof(NoImageForJson), DqSeverity.Error, DqLevel.Structure, Guide23, false,
        "A LabelMe file's imagePath leads to no image, and imageData holds none.",
        "Put the image beside the file, or save it again in LabelMe with the image's data.");

    /// <summary>DQ803: shapes that the platform does not support.</summary>
    public static DqRule UnsupportedShape { get; } = Rule(
        "DQ803", nameof(UnsupportedShape), DqSeverity.Warning, DqLevel.Structure, Guide23, false,
        "A LabelMe file has shapes other than rectangles and polygons; they can be uploaded, but may fail when a training is set up.",
        $"Draw rectangles for detection or polygons for segmentation; "
            + $"{Remedy.Of(RemedyAction.ConvertLabelMe)} makes boxes of shapes that cover an area.");

    /// <summary>DQ804: an absolute image path, or one with backslashes.</summary>
    public static DqRule ImagePathForm { get; } = Rule(
        "DQ804", nameof(ImagePathForm), DqSeverity.Warning, DqLevel.Structure, Ours, true,
        "A LabelMe file's imagePath is absolute or has backslashes: it leads to the image on the machine alone where it was written.",
        $"Write the image's file name in imagePath, or let {Repair} do it.");

    /// <summary>DQ805: the size in the JSON is not the image's.</summary>
    public static DqRule SizeDisagrees { get; } = Rule(
        "DQ805", nameof(SizeDisagrees), DqSeverity.Warning, DqLevel.Header, Ours, false,
        "A LabelMe file's imageWidth or imageHeight differs from the image's: the shapes may have been drawn in an image of another size.",
        "Check the shapes in LabelMe, and save them again.");

    /// <summary>DQ806: an image with two JSONs, or with none.</summary>
    public static DqRule SharedImage { get; } = Rule(
        "DQ806", nameof(SharedImage), DqSeverity.Warning, DqLevel.Structure, Guide23, false,
        "Several LabelMe files name one image, or an image has none: there is to be one file for each image.",
        "Keep one LabelMe file for each image.");

    /// <summary>DQ807: points that do not form a shape.</summary>
    public static DqRule ShapeGeometry { get; } = Rule(
        "DQ807", nameof(ShapeGeometry), DqSeverity.Error, DqLevel.Structure, Ours, false,
        "A shape has too few points to be what it says, or points that are not numbers.",
        "Draw the shape again in LabelMe, or delete it.");
}
