using System.Globalization;
using DeepQDataset.Confidentiality;
using DeepQDataset.Core.Tests.TestKit;
using DeepQDataset.Imaging.Dicom;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Privacy;

/// <summary>dcmtk and pydicom read every copy, find nothing in it that the profile removes, and the same pixels.</summary>
public sealed class ProtectionWitnessTests : ProtectionTestBase
{
    /// <summary>
    /// Looks into a copy: nothing of the tags listed, of private groups, curves and overlays, at any depth; no value that names the
    /// patient; no UID but new ones and the standard's; the rest, pixels above all, as it was.
    /// </summary>
    private const string Check = """
        import sys, pydicom
        source, copy = pydicom.dcmread(sys.argv[1], force=True), pydicom.dcmread(sys.argv[2])
        removed = {int(tag, 16) for tag in open(sys.argv[3])}
        def walk(data, place):
            for element in data:
                tag, here = int(element.tag), f'{place}/{element.tag}'
                assert tag not in removed, here
                assert not (tag >> 16) & 1 and (tag >> 24) not in (0x50, 0x60), here
                if element.VR == 'SQ':
                    for item in element.value: walk(item, here)
                    continue
                for secret in ('Doe', '4711', 'General', '19610203'):
                    assert secret not in str(element.value), here
                if element.VR == 'UI':
                    for uid in element.value if element.VM > 1 else [element.value]:
                        assert not uid or uid.startswith(('2.25.', '1.2.840.10008.')), here
        walk(copy, '')
        assert copy.PatientIdentityRemoved == 'YES'
        assert copy.DeidentificationMethodCodeSequence[0].CodeValue == '113100'
        assert copy.file_meta.MediaStorageSOPInstanceUID == copy.SOPInstanceUID
        assert copy.file_meta.TransferSyntaxUID == sys.argv[4], copy.file_meta.TransferSyntaxUID
        assert copy.PatientName == '' and copy.PatientID.startswith('P') and copy.InstitutionName == 'REMOVED'
        assert copy.StudyInstanceUID == copy.ReferencedImageSequence[0].ReferencedSOPInstanceUID
        assert bytes(copy.PixelData) == bytes(source.PixelData)
        for name in ('Rows', 'Columns', 'BitsAllocated', 'BitsStored', 'Modality', 'ImageType', 'InstanceNumber', 'SOPClassUID',
                     'PhotometricInterpretation'):
            assert copy[name].value == source[name].value and copy[name].VR == source[name].VR, name
        assert copy.AnatomicRegionSequence[0].CodeMeaning == source.AnatomicRegionSequence[0].CodeMeaning
        """;

    public static TheoryData<string, bool> Kinds => new()
    {
        { DicomSyntax.ImplicitLittleEndian, true },
        { DicomSyntax.ExplicitLittleEndian, true },
        { DicomSyntax.ExplicitBigEndian, true },
        { DicomSyntax.DeflatedLittleEndian, true },
        { DicomSyntax.JpegBaseline, true },
        { DicomSyntax.Jpeg2000Lossless, true },
        { DicomSyntax.RunLength, true },
        { DicomSyntax.Mpeg4, true },
        { DicomSyntax.ExplicitLittleEndian, false },
        { DicomSyntax.ImplicitLittleEndian, false },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_copy_is_sound_and_clean(string transferSyntax, bool hasPreamble)
    {
        DqProtection protection = ProtectOne(Rich(transferSyntax, hasPreamble), Options);
        File.WriteAllLines(
            Folder["removed.txt"],
            ConfidentialityProfile.Attributes
                .Where(row => row.Action == ProfileAction.Remove)
                .Select(row => row.Tag.ToString("X8", CultureInfo.InvariantCulture)));
        File.WriteAllText(Folder["check.py"], Check);
        Witness.Run("dcmdump", "-q", "+fo", protection.DestinationPath);
        Witness.Run("dcmftest", protection.DestinationPath);
        Witness.RunPython(
            "pydicom", Folder["check.py"], protection.Path, protection.DestinationPath, Folder["removed.txt"], transferSyntax);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void With_the_options_it_is_so_too(string transferSyntax, bool hasPreamble)
    {
        DqProtection protection = ProtectOne(
            Rich(transferSyntax, hasPreamble),
            Options with
            {
                ShiftDates = true,
                RetainPatientCharacteristics = true,
            });
        Witness.Run("dcmdump", "-q", "+fo", protection.DestinationPath);
        Witness.RunPython(
            "pydicom",
            "-c",
            """
            import sys, pydicom
            copy = pydicom.dcmread(sys.argv[1])
            assert copy.PatientSex == 'M' and copy.PatientAge == '065Y', copy
            assert '20150101' < copy.StudyDate < '20260102', copy
            """,
            protection.DestinationPath);
    }

    private static DicomBuilder Rich(string transferSyntax, bool hasPreamble) => new()
    {
        TransferSyntax = transferSyntax,
        HasPreamble = hasPreamble,
        HasFileMeta = hasPreamble,
        PatientName = "Doe^John",
        PatientId = "4711",
        PatientIdentityRemoved = null,
        SopInstanceUid = "1.2.3.4",
        StudyInstanceUid = "1.2.3.5",
        OffsetTable = DicomSyntaxHasFragments(transferSyntax) ? [0, 0, 0, 0] : [],
        Elements =
        [
            DicomElement.UInt32(0x00080000, 12),
            DicomElement.Text(0x00080005, "CS", "ISO_IR 192"),
            DicomElement.Text(0x00080050, "SH", "A4711"),
            DicomElement.Text(0x00080080, "LO", "General Hospital"),
            DicomElement.Sequence(
                0x00081140,
                [DicomElement.Text(0x00081150, "UI", "1.2.840.10008.5.1.4.1.1.2"), DicomElement.Text(0x00081155, "UI", "1.2.3.5")]),
            DicomElement.Sequence(0x00082218, [.. Code("T-D3000", "SRT", "Chest"), DicomElement.Text(0x00100010, "PN", "Doe^John")]),
            DicomElement.Text(0x00090010, "LO", "ACME"),
            DicomElement.Raw(0x00091001, "UN", "Doe^John"u8.ToArray()),
            DicomElement.Text(0x00100030, "DA", "19610203"),
            DicomElement.Text(0x00100040, "CS", "M"),
            DicomElement.UndefinedSequence(0x00101002, "SQ", [DicomElement.Text(0x00100020, "LO", "4712")]),
            DicomElement.Text(0x00101010, "AS", "065Y"),
            DicomElement.Text(0x00101040, "LO", "General Street"),
            DicomElement.UndefinedSequence(0x00400275, "SQ", [DicomElement.Text(0x00401001, "SH", "4711")]),
            DicomElement.UndefinedSequence(0x00401101, "SQ", Code("Doe", "Doe", "Doe")),
            DicomElement.UInt16(0x60000010, 16),
            DicomElement.Raw(0x60003000, "OW", new byte[32]),
            DicomElement.Raw(0xFFFCFFFC, "OB", new byte[64]),
        ],
    };

    private static DicomElement[] Code(string value, string scheme, string meaning) =>
    [
        DicomElement.Text(0x00080100, "SH", value),
        DicomElement.Text(0x00080102, "SH", scheme),
        DicomElement.Text(0x00080104, "LO", meaning),
    ];

    private static bool DicomSyntaxHasFragments(string uid) =>
        TransferSyntax.Find(uid)!.Kind is TransferSyntaxKind.Compressed or TransferSyntaxKind.Video;
}
