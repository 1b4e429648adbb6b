using DeepQDataset.Core.Tests.TestKit;
using DeepQDataset.Extraction;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Extraction;

/// <summary>What unpacking writes is what Info-ZIP's <c>unzip</c> writes.</summary>
public sealed class ExtractionWitnessTests : ExtractionTestBase
{
    private static readonly DateTime Time = new(2021, 2, 3, 4, 5, 7, DateTimeKind.Utc);

    public static TheoryData<string> Archives => ["dataset", "methods and headers", "zip64", "names", "comment and more", "much"];

    [Theory]
    [MemberData(nameof(Archives))]
    public void A_good_archive_becomes_the_same_files(string archive)
    {
        ZipBuilder zip = Archive(archive);
        ExtractionResult result = Extract(zip);
        string witness = Folder["witness"];
        Witness.Run("unzip", "-q", "-o", Folder["dataset.zip"], "-d", witness);

        Assert.Empty(result.Failures);
        Assert.NotEmpty(Listing());
        Assert.Equal(Files(witness), Files(Destination));
    }

    private static ZipBuilder Archive(string name)
    {
        ZipBuilder zip = new();
        switch (name)
        {
            case "dataset":
                return zip.Dataset(Datasets.Classification());
            case "methods and headers":
                return zip.File("a", Content, Timed).File("b", Content, entry => Timed(entry.Deflated()))
                    .File("c", Content, entry => Timed(entry.Deflated().Descriptor()))
                        .File("d", [], entry => Timed(entry.Descriptor(isSigned: false)))
                    .Folder("e/f", Timed);
            case "zip64":
                return zip.File("a", Content, entry => Timed(entry.Zip64()))
                    .File("b", new byte[200_000], entry => Timed(entry.Deflated().Zip64(ZipExtraPlace.Central))).Zip64End();
            case "names":
                return zip.File("影像/肺炎.png", Content, Timed)
                    .File("é.png", Content, entry => Timed(entry.WithoutUnicodePath())).File("./a//b", Content, Timed);
            case "comment and more":
                return zip.File("a", Content, Timed).Comment("PK\u0005\u0006 is the end"u8.ToArray());
            default:
                Random random = new(3);
                for (int index = 0; index < 300; index++)
                {
                    byte[] content = new byte[random.Next(200_000)];
                    random.NextBytes(content.AsSpan(content.Length / 2));
                    zip.File(
                        $"image/Study{index % 7}/Series1/{index}.dcm", content, entry => Timed(index % 3 == 0 ? entry : entry.Deflated()));
                }

                return zip;
        }
    }

    private static void Timed(ZipEntryBuilder entry) => entry.Timestamp(Time);

    /// <summary>
    /// Each file's path, time and content; an entry without a time in UTC depends on the time zone, and both read it alike.
    /// </summary>
    private static (string Path, DateTime Time, string Content)[] Files(string folder) => new DirectoryInfo(folder)
        .EnumerateFiles("*", SearchOption.AllDirectories)
        .Select(file => (
            Path.GetRelativePath(folder, file.FullName).Replace('\\', '/'),
            file.LastWriteTimeUtc,
            Convert.ToHexString(File.ReadAllBytes(file.FullName))))
        .OrderBy(file => file.Item1, StringComparer.Ordinal)
        .ToArray();
}
