using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.TestKit;

/// <summary>Other programs read what the tests' DICOM writer writes. Skipped where they are not installed.</summary>
public sealed class DicomBuilderTests
{
    private static readonly DicomElement[] Inner =
        [DicomElement.Text(0x00080100, "SH", "X"), DicomElement.Sequence(0x00081140, [DicomElement.Text(0x00081155, "UI", "1.2.3")])];

    private static readonly DicomElement[] Nested =
    [
        DicomElement.Sequence(0x00081111, Inner),
        DicomElement.UndefinedSequence(0x00081115, "SQ", Inner, Inner),
        DicomElement.Text(0x00090010, "LO", "ACME"),
        DicomElement.Raw(0x00091001, "UN", [1, 2, 3, 4]),
    ];

    private const string PydicomScript = """
        import sys, warnings
        warnings.simplefilter('error')
        import pydicom
        for path in sys.argv[1:]:
            dataset = pydicom.dcmread(path)
            print(sum(1 for _ in dataset.iterall()))
            if dataset.file_meta.TransferSyntaxUID.is_compressed: assert len(dataset.PixelData) > 0
            else: print(dataset.pixel_array.shape)
        """;

    private static readonly string[] Syntaxes =
    [
        DicomSyntax.ImplicitLittleEndian, DicomSyntax.ExplicitLittleEndian, DicomSyntax.ExplicitBigEndian, DicomSyntax.DeflatedLittleEndian,
        DicomSyntax.JpegBaseline, DicomSyntax.RunLength,
    ];

    [Fact]
    public void Dcmdump_reads_them_without_complaint() => AssertNoComplaint(paths => Witness.Run("dcmdump", ["+E", .. paths]));

    [Fact]
    public void Pydicom_reads_them_without_complaint() =>
        AssertNoComplaint(paths => Witness.RunPython("pydicom", ["-c", PydicomScript, .. paths]));

    private static void AssertNoComplaint(Func<IReadOnlyList<string>, ProgramOutput> read)
    {
        using TempFolder folder = new();
        List<string> paths = [];
        foreach (string syntax in Syntaxes)
        {
            Add(new DicomBuilder { TransferSyntax = syntax, Seed = 1 });
            Add(new DicomBuilder { TransferSyntax = syntax, Seed = 2, Elements = Nested });
            Add(new DicomBuilder { TransferSyntax = syntax, Seed = 3, BitsAllocated = 8, SamplesPerPixel = 3, Frames = 2 });
        }

        Assert.Equal("", read(paths).Error);

        void Add(DicomBuilder file)
        {
            paths.Add(folder[$"{paths.Count}.dcm"]);
            File.WriteAllBytes(paths[^1], file.Build());
        }
    }
}
