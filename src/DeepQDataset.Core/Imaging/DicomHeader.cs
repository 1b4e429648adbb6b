namespace DeepQDataset.Imaging;

/// <summary>
/// Represents the attributes of a DICOM file for rules and commands. A string is null if the attribute is absent and empty if it has no
/// value.
/// </summary>
internal sealed class DicomHeader
{
    /// <summary>
    /// Gets a value that indicates whether the file starts with the 128-byte preamble and <c>DICM</c> (PS3.10 section 7.1).
    /// </summary>
    public bool HasPreamble { get; init; }

    /// <summary>Gets Transfer Syntax UID (0002,0010); for a file without file meta the one that was recognized.</summary>
    public string? TransferSyntaxUid { get; init; }

    /// <summary>Gets Media Storage SOP Class UID (0002,0002).</summary>
    public string? MediaStorageSopClassUid { get; init; }

    /// <summary>Gets Media Storage SOP Instance UID (0002,0003).</summary>
    public string? MediaStorageSopInstanceUid { get; init; }

    /// <summary>Gets SOP Class UID (0008,0016).</summary>
    public string? SopClassUid { get; init; }

    /// <summary>Gets SOP Instance UID (0008,0018).</summary>
    public string? SopInstanceUid { get; init; }

    /// <summary>Gets Study Instance UID (0020,000D).</summary>
    public string? StudyInstanceUid { get; init; }

    /// <summary>Gets Series Instance UID (0020,000E).</summary>
    public string? SeriesInstanceUid { get; init; }

    /// <summary>Gets Instance Number (0020,0013); null if absent, empty or no integer.</summary>
    public int? InstanceNumber { get; init; }

    /// <summary>Gets Modality (0008,0060).</summary>
    public string? Modality { get; init; }

    /// <summary>Gets View Position (0018,5101), such as <c>PA</c>; null if the file has none.</summary>
    public string? ViewPosition { get; init; }

    /// <summary>Gets Patient ID (0010,0020).</summary>
    public string? PatientId { get; init; }

    /// <summary>Gets Rows (0028,0010).</summary>
    public int? Rows { get; init; }

    /// <summary>Gets Columns (0028,0011).</summary>
    public int? Columns { get; init; }

    /// <summary>Gets Bits Allocated (0028,0100).</summary>
    public int? BitsAllocated { get; init; }

    /// <summary>Gets Bits Stored (0028,0101).</summary>
    public int? BitsStored { get; init; }

    /// <summary>Gets Samples per Pixel (0028,0002).</summary>
    public int? SamplesPerPixel { get; init; }

    /// <summary>Gets Photometric Interpretation (0028,0004).</summary>
    public string? PhotometricInterpretation { get; init; }

    /// <summary>Gets Number of Frames (0028,0008); null if absent.</summary>
    public int? NumberOfFrames { get; init; }

    /// <summary>Gets Window Center (0028,1050), the first; null if absent or no number.</summary>
    public double? WindowCenter { get; init; }

    /// <summary>Gets Window Width (0028,1051), the first; null if absent or no number.</summary>
    public double? WindowWidth { get; init; }

    /// <summary>Gets what the header reveals about the patient.</summary>
    internal HeaderPrivacy Privacy { get; init; } = HeaderPrivacy.Nothing;

    /// <summary>Gets a value that indicates whether the file is a DICOMDIR (PS3.3 annex F).</summary>
    public bool IsDicomDirectory { get; init; }

    /// <summary>Gets a value that indicates whether there is pixel data: (7FE0,0010), (7FE0,0008) or (7FE0,0009).</summary>
    public bool HasPixelData { get; init; }

    /// <summary>Gets a value that indicates whether the pixel data is encapsulated (undefined length, PS3.5 annex A.4).</summary>
    public bool IsEncapsulated { get; init; }

    /// <summary>Gets the declared length of native pixel data in bytes; null if encapsulated or absent.</summary>
    public long? PixelDataLength { get; init; }
}
