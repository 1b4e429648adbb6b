namespace DeepQDataset.Conversion.Studies;

/// <summary>Provides the reasons why something in the sources could not be converted unchanged.</summary>
public static class StudyReasons
{
    /// <summary>A file that is not DICOM.</summary>
    internal static readonly ConversionReason NotDicom = new(
        "NotDicom", "file that is not DICOM was left out", "files that are not DICOM were left out", IsLoss: false);

    /// <summary>A DICOM file without an image.</summary>
    internal static readonly ConversionReason NoImage = new(
        "NoImage",
        "DICOM file without pixels (a report, a plan, a directory …) was left out",
        "DICOM files without pixels (reports, plans, directories …) were left out",
        IsLoss: false);

    /// <summary>Two files of one instance.</summary>
    internal static readonly ConversionReason InstanceRepeated = new(
        "InstanceRepeated",
        "file was left out because another one holds the same instance",
        "files were left out because others hold the same instances",
        IsLoss: false);

    /// <summary>An image whose size the platform does not accept.</summary>
    public static readonly ConversionReason SizeRejected = new(
        "SizeRejected",
        "image has a size that the platform rejects",
        "images have sizes that the platform rejects",
        IsLoss: false);

    /// <summary>The pixels of a file are not what its header says, and could be read all the same.</summary>
    public static ConversionReason PixelsReadOtherwise { get; } = new(
        "PixelsReadOtherwise",
        "file has pixels that are not what its header says, and was read by what they are",
        "files have pixels that are not what their headers say, and were read by what they are",
        IsLoss: false);

    /// <summary>A file in the destination from an earlier run.</summary>
    internal static readonly ConversionReason StaleFile = new(
        "StaleFile",
        "file was in the destination before and is not an image of these sources",
        "files were in the destination before and are not images of these sources",
        IsLoss: false);

    /// <summary>A row of the label file that cannot be read.</summary>
    internal static readonly ConversionReason LabelUnreadable = new(
        "LabelUnreadable", "finding about the label file", "findings about the label file");

    /// <summary>Gets the reason for a line for an empty image that the form of the labels cannot express.</summary>
    internal static ConversionReason NegativeWithoutForm { get; } = new(
        "NegativeWithoutForm",
        "empty image has no line, since the form of the labels has none for it",
        "empty images have no line, since the form of the labels has none for them");

    /// <summary>A row of the label file that matches no image.</summary>
    internal static readonly ConversionReason LabelImageMissing = new(
        "LabelImageMissing", "name in the label file is that of no image", "names in the label file are those of no image");

    /// <summary>A row of the label file that matches several images.</summary>
    internal static readonly ConversionReason LabelImageAmbiguous = new(
        "LabelImageAmbiguous", "name in the label file fits several images", "names in the label file fit several images");

    /// <summary>Labels of a multi-frame instance, which were applied to each frame.</summary>
    internal static readonly ConversionReason LabelsOfFrames = new(
        "LabelsOfFrames",
        "labelled file has several frames, and its labels went to each of them",
        "labelled files have several frames, and their labels went to each of them",
        IsLoss: false);
}
