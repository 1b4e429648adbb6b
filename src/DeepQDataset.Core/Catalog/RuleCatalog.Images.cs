namespace DeepQDataset.Catalog;

/// <content>Family 3xx: the image files themselves.</content>
public static partial class RuleCatalog
{
    /// <summary>DQ301: not PNG, JPEG or DICOM, by extension or by content.</summary>
    public static DqRule UnsupportedFormat { get; } = Rule(
        "DQ301", "UnsupportedFormat", DqSeverity.Error, DqLevel.Structure, Faq, false,
        "The file is not a PNG, JPEG or DICOM image, and the platform takes no others.",
        "Convert the image to PNG, JPEG or DICOM, or take the file out of the dataset.");

    /// <summary>DQ302: content and extension disagree.</summary>
    public static DqRule ExtensionMismatch { get; } = Rule(
        "DQ302", "ExtensionMismatch", DqSeverity.Warning, DqLevel.Header, Ours, true,
        "The file's content is of another format than its extension says.",
        $"Rename the file to the extension of its content, in label.csv, too, where the extension is part of the name, "
            + $"or let {Repair} do it.");

    /// <summary>DQ303: a side under 16 pixels.</summary>
    public static DqRule ImageTooSmall { get; } = Rule(
        "DQ303", "ImageTooSmall", DqSeverity.Error, DqLevel.Header, Guide2, false,
        "The image's width or height is under 16 pixels.",
        "Provide the image with at least 16 pixels a side, or take it out of the dataset.");

    /// <summary>DQ304: a side over 4096 pixels.</summary>
    public static DqRule ImageTooLarge { get; } = Rule(
        "DQ304", "ImageTooLarge", DqSeverity.Error, DqLevel.Header, Guide2, false,
        "The image's width or height is over 4096 pixels.",
        "Scale the image down or cut it into tiles of at most 4096 pixels a side, and adapt its bounding boxes.");

    /// <summary>DQ305: zero bytes.</summary>
    public static DqRule EmptyFile { get; } = Rule(
        "DQ305", "EmptyFile", DqSeverity.Error, DqLevel.Structure, Guide2, false,
        "The image file has no bytes at all.",
        "Copy or export the image again, or take the file out of the dataset.");

    /// <summary>DQ306: the header cannot be read.</summary>
    public static DqRule CorruptImage { get; } = Rule(
        "DQ306", "CorruptImage", DqSeverity.Error, DqLevel.Header, Guide2, false,
        "The image's header is damaged or cannot be read.",
        "Copy or export the image again, or take the file out of the dataset.");

    /// <summary>DQ307: the file ends early.</summary>
    public static DqRule TruncatedImage { get; } = Rule(
        "DQ307", "TruncatedImage", DqSeverity.Error, DqLevel.Header, Guide2, false,
        "The image file ends before its image does, as after a broken transfer.",
        "Copy or export the image again, or take the file out of the dataset.");

    /// <summary>DQ308: the extension is not spelled as the platform expects, or is missing for DICOM.</summary>
    public static DqRule ExtensionSpelling { get; } = Rule(
        "DQ308", "ExtensionSpelling", DqSeverity.Warning, DqLevel.Structure, Faq, true,
        "The extension is not spelled .png, .jpg or .dcm, as the platform names them.",
        $"Rename the file to .png, .jpg or .dcm, in label.csv, too, where the extension is part of the name, "
            + $"or let {Repair} do it.");

    /// <summary>DQ309: an encoding that some decoders do not read, or read differently.</summary>
    public static DqRule UnusualEncoding { get; } = Rule(
        "DQ309", "UnusualEncoding", DqSeverity.Warning, DqLevel.Header, Ours, false,
        "The image is encoded in a way that not every decoder reads or that loses its colours or depth.",
        "Save the image as 8-bit grey or RGB: PNG, or baseline or progressive JPEG.");

    /// <summary>DQ310: the EXIF orientation is not 1.</summary>
    public static DqRule ExifOrientation { get; } = Rule(
        "DQ310", "ExifOrientation", DqSeverity.Warning, DqLevel.Header, Ours, false,
        "The image is to be turned or mirrored by its EXIF orientation, so that bounding boxes may have been drawn in another frame.",
        "Save the image upright and without an EXIF orientation, and check its bounding boxes.");

    /// <summary>DQ311: the image data is damaged.</summary>
    public static DqRule DataDamaged { get; } = Rule(
        "DQ311", "DataDamaged", DqSeverity.Error, DqLevel.Full, Guide2, false,
        "The image's header is right, but its data are damaged or not all there.",
        "Copy or export the image again, or take the file out of the dataset.");

    /// <summary>DQ312: two images have the same content.</summary>
    public static DqRule DuplicateContent { get; } = Rule(
        "DQ312", "DuplicateContent", DqSeverity.Warning, DqLevel.Full, Ours, false,
        "Several image files have identical content: the copies may end up in training and validation at once.",
        "Keep one of the files, unless the copies are meant.");

    /// <summary>DQ313: two images have the same content and labels that contradict each other.</summary>
    public static DqRule DuplicateContentConflict { get; } = Rule(
        "DQ313", "DuplicateContentConflict", DqSeverity.Warning, DqLevel.Full, Ours, false,
        "Several image files have identical content, yet their labels contradict each other.",
        "Find out which label is right, and keep the one file that has it.");

    /// <summary>DQ314: bytes follow the end of the image.</summary>
    public static DqRule TrailingData { get; } = Rule(
        "DQ314", "TrailingData", DqSeverity.Information, DqLevel.Full, Ours, false,
        "Bytes follow the end of the image, which image decoders ignore.",
        "Nothing has to be done; save the image again if the bytes could contain confidential data.");

    /// <summary>DQ315: all pixels have the same value.</summary>
    public static DqRule BlankImage { get; } = Rule(
        "DQ315", "BlankImage", DqSeverity.Information, DqLevel.Full, Ours, false,
        "All pixels of the image have the same value.",
        "Check whether the image should be in the dataset.");
}
