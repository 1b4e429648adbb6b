namespace DeepQDataset.Catalog;

/// <content>4xx: DICOM files and their relations.</content>
public static partial class RuleCatalog
{
    /// <summary>DQ401: one SOP Instance UID, which should be unique in the world, in several files.</summary>
    public static DqRule DuplicateSopInstance { get; } = Rule(
        "DQ401",
        "DuplicateSopInstance",
        DqSeverity.Error,
        DqLevel.Header,
        Faq,
        repairable: true,
        "Several DICOM files carry the same SOP Instance UID, so the platform takes them for one image.",
        $"Keep one of the files, or have the images exported again, each with a SOP Instance UID of its own; "
            + $"{Repair} leaves out those that are identical.");

    /// <summary>DQ402: different images at the same place of the same series.</summary>
    public static DqRule SharedDicomInformation { get; } = Rule(
        "DQ402",
        "SharedDicomInformation",
        DqSeverity.Error,
        DqLevel.Header,
        Faq,
        repairable: false,
        "Different DICOM images carry the same series and instance number, which the platform refuses.",
        "Give each image of the series an instance number of its own, or leave out those that do not belong to it.");

    /// <summary>DQ403: a DICOM file that holds no image.</summary>
    public static DqRule NoPixelData { get; } = Rule(
        "DQ403",
        "NoPixelData",
        DqSeverity.Error,
        DqLevel.Header,
        Guide2,
        repairable: false,
        "The DICOM file has no pixel data: it is a report, a presentation state, a document or the like.",
        "Take the file out of the dataset.");

    /// <summary>DQ404: a DICOM file that does not start as PS3.10 section 7.1 says.</summary>
    public static DqRule MissingPreamble { get; } = Rule(
        "DQ404",
        "MissingPreamble",
        DqSeverity.Warning,
        DqLevel.Header,
        Ours,
        repairable: false,
        "The DICOM file lacks the 128 bytes and the letters DICM at its start, without which many programs do not take it for DICOM.",
        "Have the image exported again as a DICOM Part 10 file.");

    /// <summary>DQ405: one of the three UIDs that place an image is missing or invalid (PS3.5 section 9.1).</summary>
    public static DqRule MissingIdentifier { get; } = Rule(
        "DQ405",
        "MissingIdentifier",
        DqSeverity.Warning,
        DqLevel.Header,
        Ours,
        repairable: false,
        "The Study, Series or SOP Instance UID of the DICOM file is missing, empty or not a valid UID.",
        "Have the image exported again with valid UIDs, made by a tool that follows DICOM.");

    /// <summary>DQ406: several frames in one file.</summary>
    public static DqRule MultiFrame { get; } = Rule(
        "DQ406",
        "MultiFrame",
        DqSeverity.Warning,
        DqLevel.Header,
        Ours,
        repairable: false,
        "The DICOM file holds several frames, which a label can only name all at once.",
        "Split the file into one file for each frame if the frames are to be labelled one by one.");

    /// <summary>DQ407: a transfer syntax that some readers do not decode (PS3.6 table A-1).</summary>
    public static DqRule TransferSyntax { get; } = Rule(
        "DQ407",
        "TransferSyntax",
        DqSeverity.Warning,
        DqLevel.Header,
        Ours,
        repairable: false,
        "The DICOM file is written in a transfer syntax that not every program can decode.",
        "Convert the file to Explicit VR Little Endian without compression, or to JPEG Baseline.");

    /// <summary>DQ408: images with one Series Instance UID that are not alike.</summary>
    public static DqRule InconsistentSeries { get; } = Rule(
        "DQ408",
        "InconsistentSeries",
        DqSeverity.Warning,
        DqLevel.Header,
        Ours,
        repairable: false,
        "Images of one DICOM series differ in size, modality or patient.",
        "Check whether the images belong together, and give those that do not a Series Instance UID of their own.");

    /// <summary>DQ409: a DICOMDIR (PS3.3 annex F).</summary>
    public static DqRule DicomDirectory { get; } = Rule(
        "DQ409",
        "DicomDirectory",
        DqSeverity.Warning,
        DqLevel.Header,
        Ours,
        repairable: false,
        "The file is a DICOMDIR: it lists files and patients, and is not an image.",
        "Take the DICOMDIR out of the dataset.");

    /// <summary>DQ410: fewer pixels than rows and columns require (PS3.5 section 8).</summary>
    public static DqRule PixelLengthMismatch { get; } = Rule(
        "DQ410",
        "PixelLengthMismatch",
        DqSeverity.Error,
        DqLevel.Header,
        Guide2,
        repairable: false,
        "The pixel data of the DICOM file are shorter than its rows, columns, samples, bits and frames need.",
        "Have the image exported again from its source.");

    /// <summary>DQ411: the file meta information describes another image than the data set (PS3.10 section 7.1).</summary>
    public static DqRule MetaMismatch { get; } = Rule(
        "DQ411",
        "MetaMismatch",
        DqSeverity.Warning,
        DqLevel.Header,
        Ours,
        repairable: false,
        "The SOP instance or SOP class in the DICOM file meta information differs from that of the data set.",
        "Have the image exported again by a tool that writes the file meta information anew.");
}
