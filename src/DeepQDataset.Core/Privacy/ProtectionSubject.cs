using DeepQDataset.Imaging;
using DeepQDataset.Imaging.Dicom;

namespace DeepQDataset.Privacy;

/// <summary>Represents what must be known about a file before its first element is written: its patient and instance.</summary>
internal sealed class ProtectionSubject
{
    private const uint PatientBirthDate = DicomTag.PatientBirthDate;
    private const uint EncapsulatedDocument = 0x00420011;
    private const uint OverlayBitPosition = 0x60000102;
    private const int LongestTaken = 256;

    private string? _name;
    private string? _birthDate;
    private bool _isScreenSave;

    private ProtectionSubject()
    {
    }

    /// <summary>Gets SOP Class UID (0008,0016).</summary>
    public string? SopClassUid { get; private set; }

    /// <summary>Gets SOP Instance UID (0008,0018), else that of the file meta; empty if neither has one.</summary>
    public string SopInstanceUid { get; private set; } = "";

    /// <summary>Gets Study Instance UID (0020,000D); empty if there is none.</summary>
    public string StudyInstanceUid { get; private set; } = "";

    /// <summary>Gets Series Instance UID (0020,000E); empty if there is none.</summary>
    public string SeriesInstanceUid { get; private set; } = "";

    /// <summary>Gets Patient ID (0010,0020); empty if there is none.</summary>
    public string PatientId { get; private set; } = "";

    /// <summary>Gets a value that indicates whether the file is a DICOMDIR.</summary>
    public bool IsDirectory { get; private set; }

    /// <summary>Gets the actual transfer syntax of the data set.</summary>
    public string TransferSyntaxUid { get; private init; } = "";

    /// <summary>Gets the reason why pixels may contain text; null if there is none.</summary>
    public string? PixelTextReason => HasPixelData ? PixelText.Reason(BurnedIn, SopClassUid, Modality, _isScreenSave) : null;

    /// <summary>Gets a value that indicates whether an overlay is stored in bits of the pixels.</summary>
    public bool HasOverlayInPixels { get; private set; }

    /// <summary>Gets a value that indicates whether the file contains a document, such as a PDF.</summary>
    public bool HasDocument { get; private set; }

    /// <summary>Gets the identity of the patient: the ID, or name and birth date, or the study.</summary>
    public string Patient => PatientId.Length > 0 ? PatientId
        : !string.IsNullOrEmpty(_name) ? $"{_name}\\{_birthDate}"
        : StudyInstanceUid;

    private string? Modality { get; set; }

    private bool? BurnedIn { get; set; }

    private bool HasPixelData { get; set; }

    /// <summary>Reads a file up to its pixel data.</summary>
    /// <param name="reader">The reader, at the start of the file.</param>
    /// <param name="problem">The reason why it cannot be read; null if it can.</param>
    /// <returns>The result; null if it cannot be read.</returns>
    public static ProtectionSubject? Read(ForwardReader reader, out ImageProblem? problem)
    {
        using DicomFile file = DicomFile.Open(reader);
        if (!file.IsOpen)
        {
            problem = file.Problem;
            return null;
        }

        ProtectionSubject subject = new()
        {
            SopClassUid = file.Meta.MediaStorageSopClassUid,
            TransferSyntaxUid = TransferSyntaxOf(file),
            IsDirectory = string.Equals(file.Meta.MediaStorageSopClassUid, DicomUid.MediaStorageDirectory, StringComparison.Ordinal),
        };
        while (!subject.HasPixelData && !subject.IsDirectory && file.Elements.Read())
        {
            subject.Take(file.Elements);
        }

        subject.SopInstanceUid = subject.SopInstanceUid.Length > 0 ? subject.SopInstanceUid : file.Meta.MediaStorageSopInstanceUid ?? "";
        problem = file.FinalProblem;
        return problem is null ? subject : null;
    }

    /// <summary>
    /// The one that is declared, unless native data are written in another one. An unknown one stays: what it says of pixels is unknown,
    /// too.
    /// </summary>
    private static string TransferSyntaxOf(DicomFile file)
    {
        string? declared = file.TransferSyntaxUid;
        bool isNative = string.IsNullOrEmpty(declared)
            || TransferSyntax.Find(declared)?.Kind is TransferSyntaxKind.Native or TransferSyntaxKind.BigEndian;
        bool isTrue = !string.IsNullOrEmpty(declared) && (!isNative || file.Encoding == file.Meta.DeclaredEncoding);
        return isTrue ? declared! : file.Encoding.NativeTransferSyntaxUid ?? declared ?? TransferSyntax.ImplicitLittleEndianUid;
    }

    private void Take(DicomElementReader elements)
    {
        uint tag = elements.Tag;
        if (elements.Kind == DicomNodeKind.SequenceStart)
        {
            IsDirectory = tag == DicomTag.DirectoryRecordSequence;
            elements.Skip();
            return;
        }

        if (elements.Kind != DicomNodeKind.Element)
        {
            HasPixelData |= elements.Kind == DicomNodeKind.PixelData;
            return;
        }

        if ((tag & 0xFF01FFFF) == OverlayBitPosition)
        {
            HasOverlayInPixels |= elements.TryTakeValue(LongestTaken, out ReadOnlySpan<byte> position)
                && DicomValue.ToUnsigned(elements.Vr, position, elements.Encoding) > 0;
            return;
        }

        switch (tag)
        {
            case DicomTag.SopClassUid: SopClassUid = Text(elements); break;
            case DicomTag.SopInstanceUid: SopInstanceUid = Text(elements); break;
            case DicomTag.StudyInstanceUid: StudyInstanceUid = Text(elements); break;
            case DicomTag.SeriesInstanceUid: SeriesInstanceUid = Text(elements); break;
            case DicomTag.PatientId: PatientId = Text(elements); break;
            case DicomTag.PatientName: _name = Text(elements); break;
            case PatientBirthDate: _birthDate = Text(elements); break;
            case DicomTag.Modality: Modality = Text(elements); break;
            case DicomTag.ImageType: _isScreenSave = Text(elements).Contains("SCREEN SAVE", StringComparison.Ordinal); break;
            case DicomTag.BurnedInAnnotation: BurnedIn = Text(elements) switch { "YES" => true, "NO" => false, _ => null }; break;
            case EncapsulatedDocument: HasDocument = elements.Length > 0; break;
        }
    }

    private static string Text(DicomElementReader elements)
    {
        elements.TryTakeValue(LongestTaken, out ReadOnlySpan<byte> value);
        return DicomValue.ToText(value);
    }
}
