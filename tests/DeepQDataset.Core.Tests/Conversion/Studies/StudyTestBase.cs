using DeepQDataset.Conversion;
using DeepQDataset.Conversion.Studies;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Conversion.Studies;

/// <summary>A source of DICOM files and a destination.</summary>
public abstract class StudyTestBase : IDisposable
{
    protected const string Root = "1.2.826.0.1.3680043.8.498";

    private protected TempFolder Folder { get; } = new();

    private protected string Destination => Folder["out"];

    public void Dispose()
    {
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>A file of the source.</summary>
    private protected void Add(string path, DicomBuilder file) => Add(path, file.Build());

    private protected void Add(string path, byte[] file)
    {
        string full = Folder["in/" + path];
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, file);
    }

    /// <summary>An instance of a study and a series.</summary>
    private protected static DicomBuilder Instance(
        int seed,
        int study = 1,
        int series = 1,
        string? date = null,
        int? seriesNumber = null,
        int? number = int.MinValue,
        double? position = null)
    {
        DicomElement[] place = position is double z
            ?
            [
                DicomElement.Text(0x00200032, "DS", FormattableString.Invariant($@"0\0\{z}")),
                DicomElement.Text(0x00200037, "DS", @"1\0\0\0\1\0"),
            ]
            : [];
        return new DicomBuilder
        {
            Seed = seed,
            StudyInstanceUid = $"{Root}.1.{study}",
            SeriesInstanceUid = $"{Root}.2.{study}.{series}",
            InstanceNumber = number == int.MinValue ? seed + 1 : number,
            Elements =
            [
                DicomElement.Text(0x00080020, "DA", date ?? "20260102"),
                DicomElement.Text(0x00200011, "IS", seriesNumber is int value ? $"{value}" : ""),
                .. place,
            ],
        };
    }

    private protected (DqLabel[] Labels, ConversionLog Log, List<ConversionRemark> Remarks) Run(
        StudyOptions? options = null, params string[] sources)
    {
        List<ConversionRemark> remarks = [];
        ConversionLog log = new() { Remarked = remarks.Add };
        string[] paths = sources.Length == 0 ? [Folder["in"]] : sources;
        DqLabel[] labels = StudyConverter.Convert(paths, Destination, options, log, null, TestContext.Current.CancellationToken).ToArray();
        return (labels, log, remarks);
    }

    /// <summary>The images in the destination, relative to it.</summary>
    private protected string[] Images() => Directory.Exists(Folder["out/image"])
        ? Directory.GetFiles(Folder["out/image"], "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Destination, path).Replace('\\', '/')).Order(StringComparer.Ordinal).ToArray()
        : [];

    /// <summary>Which source file each image came from, by the map.</summary>
    private protected Dictionary<string, string> Sources() =>
        File.ReadAllLines(Folder["out.map.csv"])
            .Skip(1)
            .Select(line => line.Split(','))
            .ToDictionary(
                fields => fields[0],
                fields => fields[6].Length > 0 ? fields[6] : Path.GetRelativePath(Folder["in"], fields[5]).Replace('\\', '/'));
}
