namespace DeepQDataset.Conversion.Coco;

/// <summary>Provides the reasons for losses that are specific to COCO.</summary>
internal static class CocoReasons
{
    /// <summary>A crowd (<c>iscrowd</c> 1): one box around many objects.</summary>
    public static readonly ConversionReason CrowdSkipped = new(
        "CrowdSkipped", $"annotation of a crowd was left out ({Remedy.Of(RemedyAction.IncludeCrowds)} takes it)",
        $"annotations of crowds were left out ({Remedy.Of(RemedyAction.IncludeCrowds)} takes them)");

    /// <summary>A panoptic segment of stuff, such as sky, which is not an object.</summary>
    public static readonly ConversionReason StuffSkipped = new(
        "StuffSkipped", "region of stuff, which is not an object, was left out", "regions of stuff, which is not an object, were left out");

    /// <summary>An <c>image_id</c> without an image.</summary>
    public static readonly ConversionReason ImageUnknown = new(
        "ImageUnknown", "annotation of an unknown image was left out", "annotations of unknown images were left out");

    /// <summary>A <c>category_id</c> without a named category.</summary>
    public static readonly ConversionReason CategoryUnknown = new(
        "CategoryUnknown", "annotation of an unknown category was left out", "annotations of unknown categories were left out");

    /// <summary>An annotation without box and outline, while others have one.</summary>
    public static readonly ConversionReason GeometryMissing = new(
        "GeometryMissing", "annotation without a box or an outline was left out", "annotations without a box or an outline were left out");

    /// <summary>A rotated box, as CVAT writes it: labels are upright.</summary>
    public static readonly ConversionReason BoxEnclosed = new(
        "BoxEnclosed", "rotated box became the upright box around it", "rotated boxes became the upright boxes around them");

    /// <summary>An invalid value.</summary>
    public static readonly ConversionReason AnnotationInvalid = new(
        "AnnotationInvalid", "invalid annotation was left out", "invalid annotations were left out");

    /// <summary>An image without <c>id</c> or <c>file_name</c>.</summary>
    public static readonly ConversionReason ImageInvalid = new(
        "ImageInvalid", "image without an id or a file name was left out", "images without an id or a file name were left out");

    /// <summary>Two images with the same id.</summary>
    public static readonly ConversionReason ImageIdRepeated = new(
        "ImageIdRepeated", "image whose id another one has was left out", "images whose id another one has were left out");

    /// <summary>Two categories with the same id and different names.</summary>
    public static readonly ConversionReason CategoryIdRepeated = new(
        "CategoryIdRepeated", "category whose id another one has was left out", "categories whose id another one has were left out");

    /// <summary>Two categories with the same name.</summary>
    public static readonly ConversionReason CategoryNameRepeated = new(
        "CategoryNameRepeated", "category of the same name was joined with another", "categories of the same name were joined with others",
        IsLoss: false);

    /// <summary>A file with other annotations of the same images.</summary>
    public static readonly ConversionReason FileLeftOut = new(
        "FileLeftOut",
        "COCO file beside instances_*.json was left out; name it to convert it",
        "COCO files beside instances_*.json were left out; name one to convert it",
        IsLoss: false);
}
