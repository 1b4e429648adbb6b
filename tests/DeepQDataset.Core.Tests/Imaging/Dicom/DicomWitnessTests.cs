using System.Globalization;
using DeepQDataset.Imaging;
using DeepQDataset.Imaging.Dicom;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Imaging.Dicom;

/// <summary>
/// pydicom finds the same elements, in the same sequences and with values of the same length. Skipped if it is not installed.
/// </summary>
public sealed class DicomWitnessTests
{
    /// <summary>Compares each file named <c>*.dcm</c> with the list of elements beside it: depth, tag, and the value's length.</summary>
    private const string Script = """
        import sys
        import pydicom

        def walk(dataset, depth):
            for tag in sorted(dataset.keys()):
                raw = dataset.get_item(tag)
                length = -1 if raw.value is None else len(raw.value) if isinstance(raw.value, bytes) else -1
                element = dataset[tag]
                if element.VR == "SQ":
                    yield f"{depth} {int(tag):08X} SQ"
                    for item in element.value:
                        yield f"{depth + 1} item"
                        yield from walk(item, depth + 2)
                elif int(tag) == 0x7FE00010:
                    yield f"{depth} {int(tag):08X}"
                else:
                    yield f"{depth} {int(tag):08X} {max(length, 0)}"

        for path in sys.argv[1:]:
            theirs = list(walk(pydicom.dcmread(path, force=True), 0))
            ours = open(path + ".txt").read().splitlines()
            assert ours == theirs, f"{path}\n{ours}\n{theirs}"
        """;

    private static readonly DicomElement[] Inner =
    [
        DicomElement.Text(0x00080100, "SH", "AB"),
        DicomElement.Sequence(0x00081140, [DicomElement.Text(0x00081155, "UI", "1.2.3")], []),
        DicomElement.UndefinedSequence(0x00081199, "SQ", [DicomElement.Text(0x00081155, "UI", "1.2.3.4")]),
    ];

    private static readonly DicomElement[] Elements =
    [
        DicomElement.Sequence(0x00081111, Inner, Inner),
        DicomElement.UndefinedSequence(0x00081115, "SQ", Inner, [], Inner),
        DicomElement.Text(0x00090010, "LO", "ACME"),
        DicomElement.Raw(0x00091001, "OB", [1, 2, 3, 4]),
    ];

    [Fact]
    public void Pydicom_finds_the_same_elements()
    {
        using TempFolder folder = new();
        List<string> paths = [];
        string[] syntaxes =
        [
            DicomSyntax.ImplicitLittleEndian,
            DicomSyntax.ExplicitLittleEndian,
            DicomSyntax.ExplicitBigEndian,
            DicomSyntax.DeflatedLittleEndian,
            DicomSyntax.JpegBaseline,
        ];
        foreach (string syntax in syntaxes)
        {
            byte[] file = new DicomBuilder { TransferSyntax = syntax, Elements = Elements }.Build();
            paths.Add(folder[$"{paths.Count}.dcm"]);
            File.WriteAllBytes(paths[^1], file);
            File.WriteAllLines(paths[^1] + ".txt", List(file));
        }

        TestKit.Witness.RunPython("pydicom", ["-c", Script, .. paths]);
    }

    private static List<string> List(byte[] bytes)
    {
        using ForwardReader reader = new();
        using MemoryStream stream = new(bytes);
        reader.Reset(stream, bytes.Length);
        using DicomFile file = DicomFile.Open(reader);
        List<string> lines = [];
        while (file.IsOpen && file.Elements.Read())
        {
            DicomElementReader elements = file.Elements;
            string place = string.Create(CultureInfo.InvariantCulture, $"{elements.Depth} {elements.Tag:X8}");
            switch (elements.Kind)
            {
                case DicomNodeKind.Element: lines.Add(string.Create(CultureInfo.InvariantCulture, $"{place} {elements.Length}")); break;
                case DicomNodeKind.SequenceStart: lines.Add(place + " SQ"); break;
                case DicomNodeKind.ItemStart: lines.Add(string.Create(CultureInfo.InvariantCulture, $"{elements.Depth} item")); break;
                case DicomNodeKind.PixelData: lines.Add(place); break;
            }
        }

        Assert.Null(file.FinalProblem);
        return lines;
    }
}
