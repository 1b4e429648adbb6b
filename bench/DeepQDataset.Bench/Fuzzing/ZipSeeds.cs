using System.Text;
using DeepQDataset.TestKit;

namespace DeepQDataset.Bench.Fuzzing;

/// <summary>Provides the zips to mutate: one for each task of a reader.</summary>
internal static class ZipSeeds
{
    private static readonly byte[] Png = Datasets.Image(1);
    private static readonly byte[] Jpeg = new JpegBuilder { Width = 24, Height = 24 }.Build();
    private static readonly byte[] Text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("image001,Class A,1\n", 20)));

    /// <summary>Gets all items.</summary>
    public static byte[][] All { get; } =
    [
        new ZipBuilder().ToArray(),
        new ZipBuilder().Dataset(Datasets.Classification()).ToArray(),
        new ZipBuilder().Dataset(Datasets.ClassFolders()).Comment("comment"u8.ToArray()).ToArray(),
        new ZipBuilder().File("image/a.png", Png, entry => entry.Zip64()).File("label.csv", Text, entry => entry.Deflated().Zip64())
            .Zip64End().ToArray(),
        new ZipBuilder().File("image/a.png", Png, entry => entry.Zip64(ZipExtraPlace.Central))
            .Prepend(new byte[33], offsetsCountThem: false).Zip64End().ToArray(),
        new ZipBuilder().File("image/a.jpg", Jpeg, entry => entry.Deflated().Descriptor())
            .File("label.csv", Text, entry => entry.Descriptor(isSigned: false))
            .File("image/b.png", Png, entry => entry.Deflated().Descriptor(isZip64: true).Zip64()).ToArray(),
        new ZipBuilder().File("影像/a.png", Png).File("image/é.png", Png, entry => entry.WithoutUnicodePath())
            .File("x", Png, entry => entry.RawName([0xE9, 0x2E, (byte)'p']))
            .File("y", Png, entry => entry.RawName([0xBC, 0x76, 0xB9, 0xB3])).ToArray(),
        new ZipBuilder().File("a\\b.png", Png).File("../c.png", Png).File("/d.png", Png).File("a/b.png", Png).File("a/b.png", Text)
            .File("nul", []).ToArray(),
        new ZipBuilder().SymbolicLink("image", "/etc").File("image/a.png", Png, entry => entry.Encrypted())
            .Text("b", "b", entry => entry.AesEncrypted())
            .Text("c", "c", entry => entry.Method(14)).File("d", [], entry => entry.UnixMode(0x11B6)).ToArray(),
        new ZipBuilder().File("image/a.png", Png).Comment([.. "PK\u0005\u0006"u8, .. new ZipBuilder().ToArray()])
            .Append(new byte[100]).ToArray(),
        new ZipBuilder().Prepend("PK00"u8.ToArray(), offsetsCountThem: true)
            .File("image/a.png", Png, entry => entry.Timestamp(DateTime.UnixEpoch)).ToArray(),
        new ZipBuilder().File("image/blank.dcm", new byte[200_000], entry => entry.Deflated())
            .File("again", [], entry => entry.OnlyInDirectory(0)).ToArray(),
        new ZipBuilder().Text("image001.json", "{\"imagePath\":\"image001.png\",\"shapes\":[]}", entry => entry.Deflated())
            .File("image001.png", Png).ToArray(),
        new ZipBuilder().Dataset(Studies()).ToArray(),
        Many(),
    ];

    private static DatasetBuilder Studies() => new DatasetBuilder()
        .File("image/Study1/Series1/a.dcm", new DicomBuilder().Build()).File("image/Study1/Series2/a.dcm", new DicomBuilder().Build());

    private static byte[] Many()
    {
        ZipBuilder zip = new();
        for (int index = 0; index < 400; index++)
        {
            zip.File($"image/Study{index % 9}/Series1/{index}.png", []);
        }

        return zip.ToArray();
    }
}
