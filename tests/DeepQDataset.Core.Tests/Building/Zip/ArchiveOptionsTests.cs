using System.IO.Compression;
using DeepQDataset.Building.Content;
using DeepQDataset.Building.Planning;
using DeepQDataset.Building.Zip;
using DeepQDataset.TestKit;
using DeepQDataset.Work;
using Xunit;
using static DeepQDataset.Core.Tests.Building.ArchiveAssert;

namespace DeepQDataset.Core.Tests.Building.Zip;

/// <summary>Tests compression, reproducibility, verification and exclusions.</summary>
public sealed class ArchiveOptionsTests : ArchiveWriterTestBase
{
    [Fact]
    public void A_level_that_works_harder_makes_less_and_none_stores_all()
    {
        byte[] text = Text(3 << 20);
        long[] lengths = new[] { CompressionLevel.NoCompression, CompressionLevel.Fastest, CompressionLevel.Optimal,
            CompressionLevel.SmallestSize }
            .Select(level => Write("x.zip", Options with { CompressionLevel = level, Overwrite = true }, File("a.dcm", text),
                File("b.csv", text[..9999]), Generated("c.csv", "ccc")).Bytes)
            .ToArray();
        Assert.Equal(lengths.OrderDescending(), lengths);
        Assert.True(lengths[0] > text.Length && lengths[2] < text.Length * 2 / 3, string.Join(' ', lengths));
    }

    [Fact]
    public void No_compression_stores_what_is_made_on_the_way_too()
    {
        Write("x.zip", Options with { CompressionLevel = CompressionLevel.NoCompression }, Generated("c.csv", new string('c', 999)));
        using ZipArchive zip = ZipFile.OpenRead(Folder["x.zip"]);
        Assert.Equal(999, zip.Entries[0].CompressedLength);
        Assert.Equal(999, Read(Folder["x.zip"], "c.csv").Length);
    }

    [Theory]
    [InlineData((1 << 20) - 1)]
    [InlineData((1 << 20) + 1)]
    [InlineData(3 << 20)]
    [InlineData((9 << 20) + 5)]
    public void Blocks_make_one_deflate_stream_whatever_the_threads(int length)
    {
        byte[] text = Text(length);
        DqArchive one = Write("1.zip", Options with { ThrottleLimit = 1 }, File("a.dcm", text));
        DqArchive five = Write("5.zip", Options with { ThrottleLimit = 5 }, File("a.dcm", text));
        Assert.Equal(one.Sha256, five.Sha256);
        Assert.Equal(text, Read(Folder["5.zip"], "a.dcm"));
    }

    [Fact]
    public void Deflating_in_blocks_costs_few_bytes()
    {
        byte[] text = Text(8 << 20);
        using MemoryStream whole = new();
        using (DeflateStream deflate = new(whole, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(text);
        }

        Assert.InRange(Write("a.zip", Options, File("a.dcm", text)).Bytes, 1, whole.Length * 103 / 100);
    }

    [Fact]
    public void Reproducible_archives_are_equal_whatever_the_times_of_the_files_and_the_threads()
    {
        PlannedEntry[] entries = [File("a.dcm", Text(2 << 20)), File("b.png", Noise(99)), File("胸.dcm", Noise(1 << 19)),
            Generated("label.csv", "a,b,1")];
        PlannedEntry[] touched = entries.Select(entry => entry.Content is FileContent file
            ? entry with { Content = new FileContent(file.Location, file.Length!.Value, Written.AddYears(1)) }
            : entry).ToArray();
        ArchiveOptions options = Options with { Reproducible = true, Verify = true };
        DqArchive first = Write("1.zip", options, entries);
        DqArchive second = Write("2.zip", options with { ThrottleLimit = 4 }, touched);
        Assert.Equal(first.Sha256, second.Sha256);

        // The expected bytes make changes visible, since they make every archive differ from those of earlier versions.
        DqArchive fixedOne = Write("3.zip", options, Generated("a.csv", new string('x', 5000)), Generated("b.csv", "a,b,1\n"));
        Assert.StartsWith("c01fa3e893147ed1e932b905120faf92883b47c0bb93925a2e", fixedOne.Sha256, StringComparison.Ordinal);
        Assert.Equal(Text(2 << 20), Read(Folder["1.zip"], "a.dcm"));
    }

    [Fact]
    public void Verifying_reads_everything_and_tells_of_it()
    {
        Collector progress = new();
        PlannedEntry[] entries = [File("a.dcm", Text(2 << 20)), File("b.png", Noise(9 << 20)), Generated("label.csv", "a,b,1")];
        ArchiveWriter.Write(Plan(entries), Zip, Options with { Verify = true }, progress, TestContext.Current.CancellationToken);
        Assert.Equal(["Writing the archive", "Verifying the archive"], progress.Reports.Select(report => report.Activity)
            .Distinct(StringComparer.Ordinal));
        Assert.Equal(["out.zip"], Left());
    }

    [Fact]
    public void What_does_not_read_back_is_an_error_and_no_file()
    {
        // A failing disk: the file is damaged after all of it is written, before it is read back.
        Saboteur saboteur = new(Folder.FullPath);
        PlannedEntry[] entries = [File("a.png", Noise(3 << 20)), File("b.png", Noise(3 << 20))];
        DatasetException exception = Assert.Throws<DatasetException>(
            () => ArchiveWriter.Write(Plan(entries), Zip, Options with { Verify = true }, saboteur, TestContext.Current.CancellationToken));
        Assert.Equal(("ArchiveNotVerified", Zip), (exception.ErrorId, exception.Target));
        Assert.Contains("a.png", exception.Message, StringComparison.Ordinal);
        Assert.Empty(Left());
    }

    [Theory]
    [InlineData("a.dcm", CompressionLevel.Optimal)]
    [InlineData("a.png", CompressionLevel.Optimal)]
    [InlineData("a.dcm", CompressionLevel.NoCompression)]
    public void Cancelling_inside_of_a_large_file_ends_there_and_leaves_nothing(string name, CompressionLevel level)
    {
        const long Length = 256L << 20;
        using Canceller canceller = new();
        ArchivePlan plan = Plan(Sparse(name, Length));
        Assert.ThrowsAny<OperationCanceledException>(() =>
            ArchiveWriter.Write(plan, Zip, Options with { CompressionLevel = level }, canceller, canceller.Token));
        Assert.InRange(canceller.Last!.Value.Done, 1, Length / 2);
        Assert.Empty(Left());
    }

    [Fact]
    public void Excluded_files_are_left_out_and_told_of()
    {
        DqArchive archive = WriteWithout(Datasets.ImageOnly(), path => path.EndsWith("2.png", StringComparison.Ordinal));
        Assert.Equal(5, archive.Images);
        Assert.Equal(["image/image002.png"], archive.LeftOut);
    }

    [Fact]
    public void Images_with_labels_are_not_excluded_unless_label_csv_is()
    {
        bool IsSecond(string path) => path.EndsWith("2.png", StringComparison.Ordinal);
        DatasetException exception = Assert.Throws<DatasetException>(() => WriteWithout(Datasets.Classification(), IsSecond));
        Assert.Equal(("ExcludedImageHasLabels", "image/image002.png"), (exception.ErrorId, exception.Target));

        DqArchive archive = WriteWithout(Datasets.Classification(), path => IsSecond(path) || path == "label.csv");
        Assert.Equal((5, 0), (archive.Images, archive.Labels));
        Assert.Equal(["image/image002.png", "label.csv"], archive.LeftOut);
    }

    [Fact]
    public void Images_of_LabelMe_files_are_not_excluded_without_these()
    {
        DatasetException exception = Assert.Throws<DatasetException>(
            () => WriteWithout(Datasets.LabelMe(), path => path.EndsWith("2.png", StringComparison.Ordinal)));
        Assert.Equal(("ExcludedImageHasLabels", "image002.png"), (exception.ErrorId, exception.Target));

        DqArchive archive = WriteWithout(Datasets.LabelMe(), path => path.StartsWith("image002", StringComparison.Ordinal));
        Assert.Equal((5, 2), (archive.Images, archive.Labels));
        Assert.Equal(["image002.json", "image002.png"], archive.LeftOut);
    }

    private static byte[] Text(int length)
    {
        byte[] text = new byte[length];
        Random random = new(5);
        for (int index = 0; index < length; index++)
        {
            text[index] = (byte)('a' + (random.Next(26) * random.Next(2)));
        }

        return text;
    }

    private DqArchive Write(string zip, ArchiveOptions options, params PlannedEntry[] entries) =>
        ArchiveWriter.Write(Plan(entries), Folder[zip], options, null, TestContext.Current.CancellationToken);

    private DqArchive WriteWithout(DatasetBuilder dataset, Func<string, bool> isExcluded)
    {
        DatasetPlanOptions options = new() { IsExcluded = isExcluded, ThrottleLimit = 2 };
        string folder = dataset.WriteFolder(Folder["data"]);
        using ArchivePlan plan = ArchivePlan.FromDataset(folder, options, TestContext.Current.CancellationToken);
        return ArchiveWriter.Write(plan, Zip, Options with { Overwrite = true }, null, TestContext.Current.CancellationToken);
    }

    /// <summary>
    /// Changes a byte in the middle of the first entry when all of the archive but the last bytes has been reported as done.
    /// </summary>
    private sealed class Saboteur(string folder) : IProgress<WorkProgress>
    {
        public void Report(WorkProgress value)
        {
            if (value.Activity == "Writing the archive" && value.Done == value.Total)
            {
                string file = Directory.EnumerateFiles(folder, ".out.zip.*",
                    new EnumerationOptions { AttributesToSkip = FileAttributes.None }).Single();
                using FileStream stream = new(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
                stream.Position = 100_000;
                int value1 = stream.ReadByte();
                stream.Position = 100_000;
                stream.WriteByte((byte)~value1);
            }
        }
    }
}
