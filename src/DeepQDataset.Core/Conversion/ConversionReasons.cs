namespace DeepQDataset.Conversion;

/// <summary>The reasons that all converters share.</summary>
internal static class ConversionReasons
{
    /// <summary>A box reached beyond its image.</summary>
    public static readonly ConversionReason BoxClipped = new(
        "BoxClipped", "box was clipped to its image", "boxes were clipped to their images");

    /// <summary>A box without an area, or with numbers that are none.</summary>
    public static readonly ConversionReason BoxDegenerate = new(
        "BoxDegenerate", "box without an area was left out", "boxes without an area were left out");

    /// <summary>A box that shares nothing with its image.</summary>
    public static readonly ConversionReason BoxOutside = new(
        "BoxOutside", "box beside its image was left out", "boxes beside their images were left out");

    /// <summary>No file fits the image's name.</summary>
    public static readonly ConversionReason ImageNotFound = new(
        "ImageNotFound", "image was not found", "images were not found");

    /// <summary>Several files fit the image's name equally well.</summary>
    public static readonly ConversionReason ImageAmbiguous = new(
        "ImageAmbiguous", "image's name fits several files", "images' names fit several files");

    /// <summary>The image is of a format that the platform does not take.</summary>
    public static readonly ConversionReason ImageUnsupported = new(
        "ImageUnsupported",
        "image that is neither PNG nor JPEG nor DICOM was left out",
        "images that are neither PNG nor JPEG nor DICOM were left out");

    /// <summary>The image's header does not say how large it is.</summary>
    public static readonly ConversionReason ImageUnreadable = new(
        "ImageUnreadable", "image's size could not be read", "images' sizes could not be read");

    /// <summary>Two entries of the annotations mean one image.</summary>
    public static readonly ConversionReason ImageRepeated = new(
        "ImageRepeated", "image is named twice; its labels were joined", "images are named more than once; their labels were joined",
        IsLoss: false);

    /// <summary>The annotations were made for an image of another size.</summary>
    public static readonly ConversionReason SizeDisagrees = new(
        "SizeDisagrees",
        "image has another size than its annotations say",
        "images have another size than their annotations say",
        IsLoss: false);

    /// <summary>The image is to be shown turned: boxes may have been drawn on the turned one.</summary>
    public static readonly ConversionReason ImageTurned = new(
        "ImageTurned",
        "image has an EXIF orientation, so that its boxes may be meant for the turned image",
        "images have an EXIF orientation, so that their boxes may be meant for the turned image",
        IsLoss: false);

    /// <summary>A label says nothing that can be read.</summary>
    public static readonly ConversionReason ClassMissing = new(
        "ClassMissing", "annotation without a class was left out", "annotations without a class were left out");
}
