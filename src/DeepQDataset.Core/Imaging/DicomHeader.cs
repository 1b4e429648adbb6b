namespace DeepQDataset.Imaging;

/// <summary>
/// Represents the attributes of a DICOM file that the rules and commands need. A string is null if the attribute is absent and empty if it
/// has no value.
/// </summary>
internal sealed class DicomHeader
{
    /// <summary>
    /// Gets a value that indicates whether the file starts with the 128-byte preamble and <c>DICM</c> (PS3.10 section 7.1).
    /// </summary>
    public bool HasPreamble { get; init; }

    /// <summary>(0002,0010); for a file without file meta the one that was recognised.</summary>
    public string? TransferSyntaxUid { get; init; }

    /// <summary>(0002,0002).</summary>
    public string? MediaStorageSopClassUid { get; init; }

    /// <summary>(0002,0003).</summary>
    public string? MediaStorageSopInstanceUid { get; init; }

    /// <summary>(0008,0016).</summary>
    public string? SopClassUid { get; init; }

    /// <summary>(0008,0018).</summary>
    public string? SopInstanceUid { get; init; }

    /// <summary>(0020,000D).</summary>
    public string? StudyInstanceUid { get; init; }

    /// <summary>(0020,000E).</summary>
    public string? SeriesInstanceUid { get; init; }

    /// <summary>(0020,0013); null if absent, empty or no integer.</summary>
    public int? InstanceNumber { get; init; }

    /// <summary>(0008,0060).</summary>
    public string? Modality { get; init; }

    /// <summary>View Position (0018,5101), such as <c>PA</c>; null if the file has none.</summary>
    public string? ViewPosition { get; init; }

    /// <summary>(0010,0020).</summary>
    public string? PatientId { get; init; }

    /// <summary>(0028,0010).</summary>
    public int? Rows { get; init; }

    /// <summary>(0028,0011).</summary>
    public int? Columns { get; init; }

    /// <summary>(0028,0100).</summary>
    public int? BitsAllocated { get; init; }

    /// <summary>(0028,0101).</summary>
    public int? BitsStored { get; init; }

    /// <summary>(0028,0002).</summary>
    public int? SamplesPerPixel { get; init; }

    /// <summary>(0028,0004).</summary>
    public string? PhotometricInterpretation { get; init; }

    /// <summary>(0028,0008); null if absent.</summary>
    public int? NumberOfFrames { get; init; }

    /// <summary>Window Center (0028,1050), the first; null if absent or no number.</summary>
    public double? WindowCenter { get; init; }

    /// <summary>Window Width (0028,1051), the first; null if absent or no number.</summary>
    public double? WindowWidth { get; init; }

    /// <summary>What the header tells of the patient.</summary>
    internal HeaderPrivacy Privacy { get; init; } = HeaderPrivacy.Nothing;

    /// <summary>Gets a value that indicates whether the file is a DICOMDIR (PS3.3 annex F).</summary>
    public bool IsDicomDirectory { get; init; }

    /// <summary>Gets a value that indicates whether there is pixel data: (7FE0,0010), (7FE0,0008) or (7FE0,0009).</summary>
    public bool HasPixelData { get; init; }

    /// <summary>Gets a value that indicates whether the pixel data are encapsulated (undefined length, PS3.5 annex A.4).</summary>
    public bool IsEncapsulated { get; init; }

    /// <summary>Gets the declared length of native pixel data in bytes; null if encapsulated or absent.</summary>
    public long? PixelDataLength { get; init; }
}
