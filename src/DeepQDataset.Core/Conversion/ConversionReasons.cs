namespace DeepQDataset.Conversion;

/// <summary>Provides the reasons that all converters share.</summary>
internal static class ConversionReasons
{
    /// <summary>A box that exceeds its image.</summary>
    public static readonly ConversionReason BoxClipped = new(
        "BoxClipped", "box was clipped to its image", "boxes were clipped to their images");

    /// <summary>A box without an area, or with an invalid number.</summary>
    public static readonly ConversionReason BoxDegenerate = new(
        "BoxDegenerate", "box without an area was left out", "boxes without an area were left out");

    /// <summary>A box outside of its image.</summary>
    public static readonly ConversionReason BoxOutside = new(
        "BoxOutside", "box beside its image was left out", "boxes beside their images were left out");

    /// <summary>An image without a matching file.</summary>
    public static readonly ConversionReason ImageNotFound = new(
        "ImageNotFound", "image was not found", "images were not found");

    /// <summary>An image with several equally good matches.</summary>
    public static readonly ConversionReason ImageAmbiguous = new(
        "ImageAmbiguous", "image's name fits several files", "images' names fit several files");

    /// <summary>An image in a format that the platform does not accept.</summary>
    public static readonly ConversionReason ImageUnsupported = new(
        "ImageUnsupported",
        "image that is neither PNG nor JPEG nor DICOM was left out",
        "images that are neither PNG nor JPEG nor DICOM were left out");

    /// <summary>An image whose header does not give its size.</summary>
    public static readonly ConversionReason ImageUnreadable = new(
        "ImageUnreadable", "image's size could not be read", "images' sizes could not be read");

    /// <summary>Two entries of the annotations for one image.</summary>
    public static readonly ConversionReason ImageRepeated = new(
        "ImageRepeated", "image is named twice; its labels were joined", "images are named more than once; their labels were joined",
        IsLoss: false);

    /// <summary>Annotations for an image of another size.</summary>
    public static readonly ConversionReason SizeDisagrees = new(
        "SizeDisagrees",
        "image has another size than its annotations say",
        "images have another size than their annotations say",
        IsLoss: false);

    /// <summary>An image with an orientation: boxes may refer to the image as shown.</summary>
    public static readonly ConversionReason ImageTurned = new(
        "ImageTurned",
        "image has an EXIF orientation, so that its boxes may be meant for the turned image",
        "images have an EXIF orientation, so that their boxes may be meant for the turned image",
        IsLoss: false);

    /// <summary>A label without a readable class.</summary>
    public static readonly ConversionReason ClassMissing = new(
        "ClassMissing", "annotation without a class was left out", "annotations without a class were left out");
}
