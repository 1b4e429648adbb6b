using System.Text;

namespace DeepQDataset.Imaging.Dicom;

/// <summary>
/// Collects the attributes of <see cref="DicomHeader"/> while a file is read. If an attribute occurs twice, the first one counts.
/// </summary>
/// <param name="strings">Shares strings that repeat from file to file.</param>
/// <param name="meta">The file meta information.</param>
internal sealed class DicomHeaderBuilder(RecentStrings strings, DicomFileMeta meta)
{
    /// <summary>The maximum number of bytes of a value to read: four times the longest legal value.</summary>
    public const int MaximumValueLength = 256;

    private string? _sopClassUid;
    private string? _sopInstanceUid;
    private string? _studyInstanceUid;
    private string? _seriesInstanceUid;
    private int? _instanceNumber;
    private string? _modality;
    private string? _patientId;
    private string? _viewPosition;
    private int? _bitsAllocated;
    private int? _bitsStored;
    private int? _samplesPerPixel;
    private string? _photometricInterpretation;
    private int? _numberOfFrames;
    private double? _windowCenter;
    private double? _windowWidth;

    /// <summary>Gets the object that collects what identifies the patient.</summary>
    public HeaderPrivacyBuilder Privacy { get; } = new(strings);

    /// <summary>Gets the transfer syntax.</summary>
    public string? TransferSyntaxUid { get; init; }

    /// <summary>Gets Rows (0028,0010).</summary>
    public int? Rows { get; private set; }

    /// <summary>Gets Columns (0028,0011).</summary>
    public int? Columns { get; private set; }

    /// <summary>Gets or sets a value that indicates whether the data set has directory records.</summary>
    public bool HasDirectoryRecords { get; set; }

    /// <summary>Gets a value that indicates whether pixel data were reached.</summary>
    public bool HasPixelData { get; private set; }

    /// <summary>Gets a value that indicates whether the file declares that it is a DICOMDIR, or has directory records.</summary>
    public bool IsDicomDirectory =>
        HasDirectoryRecords || string.Equals(meta.MediaStorageSopClassUid, DicomUid.MediaStorageDirectory, StringComparison.Ordinal);

    private bool IsEncapsulated { get; set; }

    private long? PixelDataLength { get; set; }

    /// <summary>Determines whether an attribute is collected.</summary>
    public static bool Wants(uint tag) => tag switch
    {
        DicomTag.SopClassUid or DicomTag.SopInstanceUid or DicomTag.Modality or DicomTag.PatientId or DicomTag.ViewPosition => true,
        DicomTag.StudyInstanceUid or DicomTag.SeriesInstanceUid or DicomTag.InstanceNumber => true,
        DicomTag.SamplesPerPixel or DicomTag.PhotometricInterpretation or DicomTag.NumberOfFrames => true,
        DicomTag.Rows or DicomTag.Columns or DicomTag.BitsAllocated or DicomTag.BitsStored => true,
        DicomTag.WindowCenter or DicomTag.WindowWidth => true,
        _ => false,
    };

    /// <summary>Stores the value of an attribute.</summary>
    /// <param name="element">The header of the element.</param>
    /// <param name="value">The value, at most <see cref="MaximumValueLength"/> bytes.</param>
    /// <param name="encoding">The encoding of the element.</param>
    public void Take(DicomElementHeader element, ReadOnlySpan<byte> value, DicomEncoding encoding)
    {
        switch (element.Tag)
        {
            case DicomTag.SopClassUid: _sopClassUid ??= Text(value); break;
            case DicomTag.SopInstanceUid: _sopInstanceUid ??= UniqueText(value, meta.MediaStorageSopInstanceUid); break;
            case DicomTag.Modality: _modality ??= Text(value); break;
            case DicomTag.ViewPosition: _viewPosition ??= Text(value); break;
            case DicomTag.PatientId: _patientId ??= Text(value); break;
            case DicomTag.StudyInstanceUid: _studyInstanceUid ??= Text(value); break;
            case DicomTag.SeriesInstanceUid: _seriesInstanceUid ??= Text(value); break;
            case DicomTag.InstanceNumber: _instanceNumber ??= DicomValue.ToInteger(value); break;
            case DicomTag.SamplesPerPixel: _samplesPerPixel ??= DicomValue.ToUnsigned(element.Vr, value, encoding); break;
            case DicomTag.PhotometricInterpretation: _photometricInterpretation ??= Text(value); break;
            case DicomTag.NumberOfFrames: _numberOfFrames ??= DicomValue.ToInteger(value); break;
            case DicomTag.Rows: Rows ??= DicomValue.ToUnsigned(element.Vr, value, encoding); break;
            case DicomTag.Columns: Columns ??= DicomValue.ToUnsigned(element.Vr, value, encoding); break;
            case DicomTag.BitsAllocated: _bitsAllocated ??= DicomValue.ToUnsigned(element.Vr, value, encoding); break;
            case DicomTag.WindowCenter: _windowCenter ??= DicomValue.ToDecimal(value); break;
            case DicomTag.WindowWidth: _windowWidth ??= DicomValue.ToDecimal(value); break;
            case DicomTag.BitsStored: _bitsStored ??= DicomValue.ToUnsigned(element.Vr, value, encoding); break;
        }
    }

    /// <summary>Records the pixel data.</summary>
    /// <param name="element">The header of the element.</param>
    public void TakePixelData(DicomElementHeader element)
    {
        HasPixelData = true;
        IsEncapsulated = element.HasUndefinedLength;
        PixelDataLength = element.HasUndefinedLength ? null : element.Length;
    }

    /// <summary>Creates the header from the collected attributes.</summary>
    public DicomHeader Build() => new()
    {
        HasPreamble = meta.HasPreamble,
        TransferSyntaxUid = TransferSyntaxUid,
        MediaStorageSopClassUid = meta.MediaStorageSopClassUid,
        MediaStorageSopInstanceUid = meta.MediaStorageSopInstanceUid,
        SopClassUid = _sopClassUid,
        SopInstanceUid = _sopInstanceUid,
        StudyInstanceUid = _studyInstanceUid,
        SeriesInstanceUid = _seriesInstanceUid,
        InstanceNumber = _instanceNumber,
        Modality = _modality,
        PatientId = _patientId,
        ViewPosition = _viewPosition,
        Rows = Rows,
        Columns = Columns,
        BitsAllocated = _bitsAllocated,
        BitsStored = _bitsStored,
        SamplesPerPixel = _samplesPerPixel,
        PhotometricInterpretation = _photometricInterpretation,
        NumberOfFrames = _numberOfFrames,
        WindowCenter = _windowCenter,
        WindowWidth = _windowWidth,
        Privacy = Privacy.Build(),
        IsDicomDirectory = IsDicomDirectory,
        HasPixelData = HasPixelData,
        IsEncapsulated = IsEncapsulated,
        PixelDataLength = PixelDataLength,
    };

    private string Text(ReadOnlySpan<byte> value) => strings.Get(DicomValue.Trim(value));

    /// <summary>Returns a string that differs from file to file, but may occur twice in one file.</summary>
    private static string UniqueText(ReadOnlySpan<byte> value, string? likely)
    {
        ReadOnlySpan<byte> trimmed = DicomValue.Trim(value);
        return likely is not null && RecentStrings.IsSame(likely, trimmed) ? likely : Encoding.Latin1.GetString(trimmed);
    }
}
