using DeepQDataset.Imaging.Dicom;

namespace DeepQDataset.Privacy;

/// <summary>
/// Writes the attributes that state that and how a file was de-identified (PS3.15 section E.1.1, PS3.3 section C.12.1.1).
/// </summary>
/// <param name="options">The options of the de-identification.</param>
internal sealed class DeidentificationMark(ProtectionOptions options)
{
    private const uint IdentityRemoved = DicomTag.PatientIdentityRemoved;
    private const uint Method = 0x00120063;
    private const uint MethodCodes = 0x00120064;
    private const uint TemporalInformation = 0x00280303;
    private const uint CodeValue = 0x00080100;
    private const uint CodingScheme = 0x00080102;
    private const uint CodeMeaning = 0x00080104;

    /// <summary>The tags in ascending order.</summary>
    private static readonly uint[] Tags = [IdentityRemoved, Method, MethodCodes, TemporalInformation];

    /// <summary>Codes of context group 7050 (PS3.16).</summary>
    private readonly (string Value, string Meaning, bool IsUsed)[] _codes =
    [
        ("113100", "Basic Application Confidentiality Profile", true),
        ("113107", "Retain Longitudinal Temporal Information Modified Dates Option", options.ShiftDates),
        ("113108", "Retain Patient Characteristics Option", options.RetainPatientCharacteristics),
    ];

    private int _next;

    /// <summary>Determines whether an attribute is one of these, so that an existing one is dropped.</summary>
    public static bool IsMark(uint tag) => Array.IndexOf(Tags, tag) >= 0;

    /// <summary>Starts the next file.</summary>
    public void Reset() => _next = 0;

    /// <summary>Writes the attributes that precede an element.</summary>
    /// <param name="tag">The next element; <see cref="uint.MaxValue"/> at the end of the data set.</param>
    /// <param name="writer">The writer to use.</param>
    /// <param name="encoding">The encoding of the data set.</param>
    public void WriteUpTo(uint tag, DicomElementWriter writer, DicomEncoding encoding)
    {
        while (_next < Tags.Length && Tags[_next] < tag)
        {
            Write(Tags[_next++], writer, encoding);
        }
    }

    private void Write(uint tag, DicomElementWriter writer, DicomEncoding encoding)
    {
        switch (tag)
        {
            case IdentityRemoved:
                writer.Write(tag, ValueRepresentation.CS, "YES", encoding);
                break;
            case Method:
                writer.Write(tag, ValueRepresentation.LO, "DeepQDataset Protect-DqDicom, PS3.15 Annex E (2026d)", encoding);
                break;
            case TemporalInformation:
                writer.Write(tag, ValueRepresentation.CS, options.ShiftDates ? "MODIFIED" : "REMOVED", encoding);
                break;
            default:
                WriteCodes(writer, encoding);
                break;
        }
    }

    private void WriteCodes(DicomElementWriter writer, DicomEncoding encoding)
    {
        writer.StartSequence(MethodCodes, ValueRepresentation.SQ, encoding);
        foreach ((string value, string meaning, bool isUsed) in _codes)
        {
            if (!isUsed)
            {
                continue;
            }

            writer.StartItem(encoding);
            writer.Write(CodeValue, ValueRepresentation.SH, value, encoding);
            writer.Write(CodingScheme, ValueRepresentation.SH, "DCM", encoding);
            writer.Write(CodeMeaning, ValueRepresentation.LO, meaning, encoding);
            writer.EndItem(encoding);
        }

        writer.EndSequence(encoding);
    }
}
