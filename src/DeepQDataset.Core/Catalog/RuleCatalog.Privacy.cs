namespace DeepQDataset.Catalog;

/// <summary>Patient data in headers and names: 9xx.</summary>
public static partial class RuleCatalog
{
    private const string ConfidentialityProfile = "DICOM PS3.15, table E.1-1";

    /// <summary>Gets rule DQ901.</summary>
    public static DqRule PatientIdentity { get; } = Rule(
        "DQ901", nameof(PatientIdentity), DqSeverity.Warning, DqLevel.Header, ConfidentialityProfile, false,
        "DICOM headers say who the patient is: name, ID, birth date, address, telephone, accession number, physicians, institution or "
        + "other IDs, in sequences, too.",
        $"De-identify the files before the upload; {Protect} makes de-identified copies.");

    /// <summary>Gets rule DQ902.</summary>
    public static DqRule BurnedInAnnotation { get; } = Rule(
        "DQ902", nameof(BurnedInAnnotation), DqSeverity.Warning, DqLevel.Header, "DICOM PS3.3, section C.7.6.1", false,
        "Text may be part of a DICOM file's pixels, where no change of the header removes it: Burned In Annotation says so, or images of "
        + "the kind often have some.",
        "Look at the image, and blank out or leave out what names a patient. No command here changes pixels.");

    /// <summary>Gets rule DQ903.</summary>
    public static DqRule NotDeidentified { get; } = Rule(
        "DQ903", nameof(NotDeidentified), DqSeverity.Information, DqLevel.Header, "DICOM PS3.15, section E.1.1", false,
        "A DICOM file does not say that the patient's identity was removed: Patient Identity Removed (0012,0062) is not YES.",
        $"De-identify the file before the upload; {Protect} makes de-identified copies that say so.");

    /// <summary>Gets rule DQ904.</summary>
    public static DqRule ImageMetadata { get; } = Rule(
        "DQ904", nameof(ImageMetadata), DqSeverity.Warning, DqLevel.Header, "EXIF 2.32, section 4.6", false,
        "PNG or JPEG files tell where or by whom they were taken: a GPS position, an artist or owner, a camera's or lens's serial number, "
        + "a text with an author.",
        "Write the images anew without metadata.");

    /// <summary>Gets rule DQ905.</summary>
    public static DqRule IdentityInName { get; } = Rule(
        "DQ905", nameof(IdentityInName), DqSeverity.Warning, DqLevel.Header, Ours, false,
        "The ID or name of a patient of the dataset's DICOM files stands in the name of a file or folder, or in label.csv.",
        $"Rename it; {Protect} names its copies by new UIDs.");

    /// <summary>Gets rule DQ906.</summary>
    public static DqRule PrivateAttributes { get; } = Rule(
        "DQ906", nameof(PrivateAttributes), DqSeverity.Information, DqLevel.Header, ConfidentialityProfile, false,
        "DICOM headers have private attributes, in which manufacturers keep anything, patients' data among it.",
        $"Have them removed; {Protect} makes copies without private groups.");
}
