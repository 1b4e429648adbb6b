using System.Text;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Repair;

/// <summary>Provides datasets that violate each repairable rule.</summary>
internal static partial class RepairCases
{
    /// <summary>Gets all items.</summary>
    public static IReadOnlyList<RepairCase> All { get; } = [.. Layout(), .. Names(), .. Images(), .. Labels(), .. LabelMe(), .. Archives()];

    /// <summary>All of them, as the data of a theory.</summary>
    public static TheoryData<RepairCase> Data => [.. All];

    /// <summary>Those that a folder can be like, too, as the data of a theory.</summary>
    public static TheoryData<RepairCase> OfFolders => [.. All.Where(static known => !known.IsZipOnly)];

    private static Encoding Big5 => CodePagesEncodingProvider.Instance.GetEncoding(950)!;

    private static byte[] Image => Datasets.Image(7);

    private static byte[] Other => Datasets.Image(8);

    private static string OneHot => Encoding.UTF8.GetString(Datasets.Classification().Entries["label.csv"]!);

    private static IEnumerable<RepairCase> Layout()
    {
        yield return RepairCase.Of(
            "DQ102",
            "image",
            Renamed(Datasets.Classification(), "image/", "Images/"),
            "image/image001.png",
            "label.csv");
        yield return RepairCase.Of(
            "DQ102",
            "Classes",
            Renamed(Datasets.ClassFolders(), "Classes/", "class/"),
            "Classes/Class A/image001.png");
        yield return RepairCase.Of(
            "DQ102",
            "wrapped",
            Renamed(Datasets.Classification(), "image/", "IMAGE/").Wrapped("chest"),
            "chest/image/image001.png",
            "chest/label.csv");
        yield return RepairCase.Of(
            "DQ102",
            "beside the right one",
            Datasets.ImageOnly().File("images/image001.png", Image).File("images/x.png", Other),
            "image/image001_2.png",
            "image/x.png");
        foreach (string path in new[] { "Label.csv", "labels.csv", "label.csv.txt", "image/label.csv" })
        {
            yield return RepairCase.Of("DQ103", path, Datasets.ImageOnly().Text(path, OneHot), "label.csv");
        }

        yield return RepairCase.Of(
            "DQ104", "two folders", Datasets.Classification().Wrapped("b").Wrapped("a"), "image/image001.png", "label.csv");
        yield return RepairCase.Of(
            "DQ107", "a folder in a flat dataset", Datasets.ImageOnly().File("image/more/x.png", Image), "image/x.png");
        yield return RepairCase.Of(
            "DQ107",
            "labels by the folder",
            Datasets
                .Classification()
                .File("image/more/x.png", Image)
                .Text("label.csv", OneHot + "more/x.png,Class A,1\nmore/x.png,Class B,0\n"),
            "image/x.png");
        yield return RepairCase.Of(
            "DQ107",
            "a study without series",
            Datasets.Studies().File("image/Study3/x.png", Image),
            "image/Study3/Series1/x.png");
        yield return RepairCase.Of(
            "DQ107",
            "images beside the series",
            Datasets.Studies().File("image/Study1/image001.png", Image),
            "image/Study1/Series2/image001.png");
        yield return RepairCase.Of(
            "DQ107", "the same name in a folder in a series", Datasets.Studies().File("image/Study1/Series1/deeper/image001.png", Image),
            "image/Study1/Series1/image001_2.png");
        yield return RepairCase.Of(
            "DQ107",
            "the same name in a folder in a series",
            Datasets.Studies().File("image/Study1/Series1/deeper/image001.png", Image),
            "image/Study1/Series1/image001_2.png");
        yield return RepairCase.Of(
            "DQ107", "a folder in a class", Datasets.ClassFolders().File("Classes/Class A/left/x.png", Image), "Classes/Class A/x.png");
        yield return RepairCase.Of("DQ107", "an empty folder in a class", Datasets.ClassFolders().Folder("Classes/Class A/left"));
        foreach (string name in new[] { "series1", "Series_1", "Series 1", "Series0", "axial" })
        {
            yield return RepairCase.Of("DQ108", name, new DatasetBuilder().File($"image/S/{name}/x.png", Image), "image/S/Series1/x.png");
        }

        yield return RepairCase.Of(
            "DQ108",
            "several, and labels by their names",
            new DatasetBuilder()
                .File("image/S/Series1/x.png", Image).File("image/S/series1/x.png", Other).File("image/S/axial/x.png", Datasets.Image(9))
                .Text("label.csv", "S/Series1/x,A,1\nS/series1/x,A,1\nS/axial/x.png,A,1\n"),
            "image/S/Series1/x.png", "image/S/Series2/x.png", "image/S/Series3/x.png");
        yield return RepairCase.Of("DQ110", "a class", Datasets.ClassFolders().Folder("Classes/Class C"));
        yield return RepairCase.Of("DQ110", "a series", Datasets.Studies().Folder("image/Study1/Series2"));
        yield return RepairCase.Of("DQ111", "files", Datasets.ImageOnly().Text("readme.txt", "x").Text("image/notes/a.txt", "x"));
        yield return RepairCase.Of("DQ111", "a second label file", Datasets.Classification().Text("Labels.csv", "x"));
        yield return RepairCase.Of(
            "DQ111",
            "the only label file in the wrong place",
            Datasets.ImageOnly().Text("labels/label.csv", OneHot),
            "label.csv");
        yield return RepairCase.Of(
            "DQ112",
            "of all systems",
            Datasets
                .ImageOnly()
                .Text("__MACOSX/._image", "x")
                .Text(".DS_Store", "x")
                .Text("image/Thumbs.db", "x")
                .Text("image/@eaDir/c.png/T.jpg", "x"));
    }

    private static IEnumerable<RepairCase> Names()
    {
        yield return RepairCase.Of(
            "DQ201",
            "in two folders",
            new DatasetBuilder().File("image/a/x.png", Image).File("image/b/x.png", Other),
            "image/x.png",
            "image/x_2.png");
        yield return RepairCase.Of(
            "DQ201", "labels by the folders",
            new DatasetBuilder().File("image/a/x.png", Image).File("image/b/x.png", Other).File("image/b/y.png", Datasets.Image(9))
                .Text("label.csv", "a/x.png,A,1\nb/x,A,1\ny,A,1\n"),
            "image/x.png", "image/x_2.png");
        yield return RepairCase.Of(
            "DQ202",
            "in two classes",
            Datasets.ClassFolders().File("Classes/Class B/image001.png", Image),
            "Classes/Class B/image001_2.png");
        yield return RepairCase.Of("DQ203", "a character", Labelled("a:b", "a*b"), "image/a_b.png", "image/a_b_2.png") with
        {
            IsZipOnly = true,
        };
        yield return RepairCase.Of("DQ204", "a space", Labelled("left lung", "left  lung"), "image/left_lung.png", "image/left__lung.png");
        yield return RepairCase.Of(
            "DQ206", "studies",
            new DatasetBuilder().File("image/study/Series1/a.png", Image).File("image/Study/Series1/a.png", Other)
                .File("image/Study/Series1/b.png", Datasets.Image(9))
                .Text("label.csv", "study/Series1/a,A,1\nStudy/Series1/a,A,1\nStudy/Series1/b,A,1\n"),
            "image/Study/Series1/a.png", "image/study_2/Series1/a.png") with
        { IsZipOnly = true };
        yield return RepairCase.Of("DQ207", "decomposed", Labelled("e\u0301", "a\u200Bb"), "image/\u00E9.png", "image/ab.png");
        yield return RepairCase.Of(
            "DQ207",
            "a study",
            new DatasetBuilder().File("image/e\u0301/Series1/a.png", Image),
            "image/\u00E9/Series1/a.png");
        yield return RepairCase.Of("DQ208", "devices", Labelled("CON", "com1.x"), "image/_CON.png", "image/_com1.x.png") with
        {
            IsZipOnly = true,
        };
        yield return RepairCase.Of("DQ208", "a dot at the end", Datasets.ImageOnly().File("image/a.png.", Image), "image/a.png") with
        {
            IsZipOnly = true,
        };
        yield return RepairCase.Of(
            "DQ208",
            "a name too long",
            Datasets.ImageOnly().File($"image/{new string('肺', 90)}.png", Image),
            $"image/{new string('肺', 83)}.png"
        ) with
        {
            IsZipOnly = true,
        };
        yield return RepairCase.Of(
            "DQ208",
            "a path too long",
            new DatasetBuilder().File($"image/S/Series1/{new string('b', 241)}.png", Image),
            $"image/S/Series1/{new string('b', 240)}.png"
        ) with
        {
            IsZipOnly = true,
        };
        yield return RepairCase.Of(
            "DQ208", "a class", Datasets.ClassFolders().File("Classes/Class B /x.png", Image), "Classes/Class B/x.png") with
        { IsZipOnly = true };
        yield return RepairCase.Of(
            "DQ208",
            "a class",
            Datasets.ClassFolders().File("Classes/Class B /x.png", Image),
            "Classes/Class B/x.png"
        ) with
        {
            IsZipOnly = true,
        };
        yield return RepairCase.Of(
            "DQ209",
            "two extensions",
            Datasets.ImageOnly().File("image/image001.jpg", new JpegBuilder().Build()),
            "image/image001.jpg",
            "image/image001_2.png");
    }

    private static IEnumerable<RepairCase> Images()
    {
        yield return RepairCase.Of(
            "DQ302",
            "a JPEG called PNG",
            Datasets
                .Classification()
                .File("image/x.png", new JpegBuilder().Build())
                .Text("label.csv", OneHot + "x.png,Class A,1\nx.png,Class B,0\n"),
            "image/x.jpg");
        yield return RepairCase.Of("DQ302", "no extension", Datasets.ImageOnly().File("image/x", Image), "image/x.png");
        yield return RepairCase.Of(
            "DQ308", "another spelling", Datasets.ImageOnly().File("image/x.jpeg", new JpegBuilder().Build()), "image/x.jpg");
        yield return RepairCase.Of(
            "DQ308",
            "DICOM without extension",
            new DatasetBuilder().File("image/1.2.840.1", new DicomBuilder().Build()),
            "image/1.2.840.1.dcm");
        yield return RepairCase.Of(
            "DQ401",
            "copies",
            new DatasetBuilder()
                .File("image/a.dcm", Dicom(1)).File("image/b.dcm", Dicom(1)).File("image/c.dcm", Dicom(2)).File("image/d.dcm", Dicom(3))
                .Text("label.csv", "b,A,1\nc.dcm,A,1\nd,A,1\n"),
            "image/a.dcm") with
        { LeftOut = 1 };
    }

    private static IEnumerable<RepairCase> Archives()
    {
        ZipBuilder Good() => new ZipBuilder().Dataset(Datasets.ImageOnly());
        yield return RepairCase.Of(
            "DQ703", "Big5", Good().File("a", Image, entry => entry.RawName(Big5.GetBytes("image/肺炎影像.png"))), "image/肺炎影像.png");
        yield return RepairCase.Of("DQ705", "a backslash", Good().File("image\\extra.png", Image), "image/extra.png");
        yield return RepairCase.Of("DQ706", "the same twice", Good().File("image/image001.png", Datasets.Image(1))) with { LeftOut = 1 };
        yield return RepairCase.Of(
            "DQ707",
            "bzip2",
            Good().File("image/x.png", ForeignMethodSamples.Png, entry => entry.Method(12).Packed(ForeignMethodSamples.BZip2)),
            "image/x.png");
        yield return RepairCase.Of(
            "DQ707",
            "Deflate64",
            Good().File("image/x.png", ForeignMethodSamples.Png, entry => entry.Method(9).Packed(ForeignMethodSamples.Deflate64)),
            "image/x.png");
        yield return RepairCase.Of(
            "DQ715", "the flag alone", Good().File("image/é.png", Image, entry => entry.WithoutUnicodePath()), "image/é.png");
        yield return RepairCase.Of(
            "DQ717", "no right to read", Good().File("image/x.png", Image, entry => entry.UnixMode(0x8180)), "image/x.png"
        ) with
        {
            Platform = DqPlatform.Edition30,
        };
        yield return RepairCase.Of("DQ716", "bytes before", Good().Prepend([1, 2, 3], offsetsCountThem: false));
        yield return RepairCase.Of("DQ712", "twice the extension", Good()) with { ZipName = "chest.zip.zip" };
    }

    /// <summary>Two images more, and their labels by stem.</summary>
    private static DatasetBuilder Labelled(string first, string second) => Datasets.Classification()
        .File($"image/{first}.png", Image)
        .File($"image/{second}.png", Other)
        .Text("label.csv", OneHot + $"{first},Class A,1\n{first},Class B,0\n{second},Class A,0\n{second},Class B,1\n");

    private static byte[] Dicom(int seed) => new DicomBuilder { Seed = seed }.Build();

    private static DatasetBuilder Renamed(DatasetBuilder dataset, string before, string after)
    {
        DatasetBuilder renamed = new();
        foreach ((string path, byte[]? content) in dataset.Entries)
        {
            renamed.File(path.Replace(before, after, StringComparison.Ordinal), content!);
        }

        return renamed;
    }
}
