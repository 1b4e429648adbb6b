namespace DeepQDataset.Conversion;

/// <summary>Provides the reasons for losses in the conversion to masks.</summary>
internal static class MaskReasons
{
    /// <summary>A box, or a class of the whole image, if masks are needed.</summary>
    public static readonly ConversionReason OutlineMissing = new(
        "OutlineMissing", "object without an outline was left out", "objects without an outline were left out");

    /// <summary>A mask of unknown size.</summary>
    public static readonly ConversionReason MaskSizeUnknown = new(
        "MaskSizeUnknown", "object in an image that cannot be measured was left out",
        "objects in images that cannot be measured were left out");

    /// <summary>A mask with another size than its image.</summary>
    public static readonly ConversionReason MaskSizeDiffers = new(
        "MaskSizeDiffers", "mask of another size than its image was left out", "masks of another size than their images were left out");

    /// <summary>An outline that contains no pixel's centre.</summary>
    public static readonly ConversionReason OutlineEmpty = new(
        "OutlineEmpty", "object that covers no pixel's centre was left out", "objects that cover no pixel's centre were left out");

    /// <summary>An outline that exceeds its image.</summary>
    public static readonly ConversionReason OutlineClipped = new(
        "OutlineClipped", "outline was cut at the edge of its image", "outlines were cut at the edges of their images");

    /// <summary>A mask that cannot be read.</summary>
    public static readonly ConversionReason MaskUnreadable = new(
        "MaskUnreadable", "mask that cannot be read was left out", "masks that cannot be read were left out");

    /// <summary>Pixel values without a class.</summary>
    public static readonly ConversionReason ValueUnknown = new(
        "ValueUnknown", $"value of a mask's pixels means no class ({Remedy.Of(RemedyAction.GiveValueClasses)} names it) and was left out",
        $"values of masks' pixels mean no class ({Remedy.Of(RemedyAction.GiveValueClasses)} names them) and were left out");

    /// <summary>A mask whose name does not match an image.</summary>
    public static readonly ConversionReason MaskWithoutImage = new(
        "MaskWithoutImage", "mask without an image was left out", "masks without an image were left out");

    /// <summary>An image without a mask.</summary>
    public static readonly ConversionReason MaskMissing = new(
        "MaskMissing",
        "image has no mask and was treated as unlabelled",
        "images have no mask and were treated as unlabelled",
        IsLoss: false);
}
