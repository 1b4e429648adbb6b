using DeepQDataset.Extraction;
using DeepQDataset.Sources.Zip;
using DeepQDataset.TestKit;
using DeepQDataset.Work;
using Xunit;

namespace DeepQDataset.Core.Tests.Extraction;

public sealed class ArchiveExtractorTests : ExtractionTestBase
{
    [Fact]
    public void It_writes_files_and_folders()
    {
        ExtractionResult result = Extract(new ZipBuilder()
            .Folder("image/empty")
            .File("image/a.png", Content)
            .File("image/b.png", new byte[1 << 20], entry => entry.Deflated().Descriptor())
            .File("nothing", []));

        Assert.Empty(result.Failures);
        Assert.Equal((3, 0, 0), (result.Written, result.Kept, result.LeftOut));
        Assert.Equal(["image", "image/a.png", "image/b.png", "image/empty", "nothing"], Listing());
        Assert.Equal(Content, File.ReadAllBytes(Folder["out/image/a.png"]));
        Assert.Equal(new byte[1 << 20], File.ReadAllBytes(Folder["out/image/b.png"]));
    }

    [Fact]
    public void It_keeps_the_time_of_last_writing()
    {
        DateTime time = new(2019, 5, 4, 3, 2, 1, DateTimeKind.Utc);
        Extract(new ZipBuilder().File("a", Content, entry => entry.Timestamp(time)));

        Assert.Equal(time, File.GetLastWriteTimeUtc(Folder["out/a"]));
    }

    [Fact]
    public void It_makes_nothing_executable()
    {
        Extract(new ZipBuilder().File("a", Content, entry => entry.UnixMode(0x8DFF)));

        const UnixFileMode Beyond = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute | UnixFileMode.SetUser;
        Assert.Equal(UnixFileMode.None, OperatingSystem.IsWindows() ? UnixFileMode.None : File.GetUnixFileMode(Folder["out/a"]) & Beyond);
    }

    [Fact]
    public void Names_are_read_as_the_validation_reads_them()
    {
        byte[] big5 = System.Text.CodePagesEncodingProvider.Instance.GetEncoding(950)!.GetBytes("image/肺炎影像.png");
        Extract(new ZipBuilder()
            .File("image\\a.png", Content)
            .File("__.png", Content, entry => entry.UnicodePath("影.png"))
            .File("é.png", Content, entry => entry.WithoutUnicodePath())
            .File("x", Content, entry => entry.RawName(big5)));

        Assert.Equal(["image", "image/a.png", "image/肺炎影像.png", "é.png", "影.png"], Listing());
    }

    [Fact]
    public void Files_of_operating_systems_are_left_out()
    {
        ExtractionResult result = Extract(new ZipBuilder()
            .Folder("__MACOSX")
            .File("__MACOSX/image/._a.png", Content, entry => entry.Encrypted())
            .File("image/.DS_Store", Content).File("image/a.png", Content));

        Assert.Empty(result.Failures);
        Assert.Equal(2, result.LeftOut);
        Assert.Equal(["image", "image/a.png"], Listing());
    }

    [Fact]
    public void A_zip_behind_other_bytes_is_unpacked() =>
        Assert.Equal(
            1, Extract(new ZipBuilder().Prepend(new byte[5000], offsetsCountThem: false).File("a", Content).Append(new byte[100])).Written);

    [Fact]
    public void Progress_ends_with_all_bytes()
    {
        List<WorkProgress> seen = [];
        string zip = new ZipBuilder().File("a", new byte[3 << 20]).File("b", Content).File("c", Content, entry => entry.Crc(1))
            .Write(Folder["a.zip"]);
        ArchiveExtractor.Extract(
            zip, Destination, new ExtractionOptions { ThrottleLimit = 1 }, new Recorder(seen), TestContext.Current.CancellationToken);

        Assert.Equal(
            ((3 << 20) + (2 * Content.Length), (3 << 20) + (2 * Content.Length), "bytes"), (seen[^1].Done, seen[^1].Total, seen[^1].Unit));
        Assert.InRange(seen.Count, 3, 10);
    }

    [Fact]
    public void A_cancelled_unpacking_leaves_whole_files_and_a_mark()
    {
        using CancellationTokenSource stop = new();
        string zip = new ZipBuilder().File("a", new byte[1 << 20]).File("b", new byte[64 << 20], entry => entry.Deflated())
            .Write(Folder["a.zip"]);
        StopAfter progress = new(2 << 20, stop);
        ExtractionOptions options = new() { ThrottleLimit = 1, Budget = new ZipBudget { MaximumRatio = 2000 } };

        Assert.Throws<OperationCanceledException>(() => ArchiveExtractor.Extract(zip, Destination, options, progress, stop.Token));
        Assert.Equal([".dq-incomplete", "a"], Listing());
    }

    // What cannot be unpacked at all

    [Fact]
    public void What_is_no_zip_is_refused() =>
        Assert.Equal("NotAZip", Refuse(() => Extract(new ZipBuilder().File("a", Content).WithoutEnd())).ErrorId);

    [Fact]
    public void A_folder_is_refused() =>
        Assert.Equal("NotAZip", Refuse(() => ArchiveExtractor.Extract(Folder.FullPath, Destination)).ErrorId);

    [Fact]
    public void A_file_in_the_destination_s_place_is_an_error()
    {
        File.WriteAllText(Destination, "mine");
        Assert.Equal("DestinationIsFile", Refuse(() => Extract(new ZipBuilder().File("a", Content))).ErrorId);
        Assert.Equal("mine", File.ReadAllText(Destination));
    }

    [Fact]
    public void A_zip_that_unpacks_to_more_than_is_allowed_is_not_touched()
    {
        ZipBuilder bomb = new ZipBuilder().File("a", Content).File("b", Content, entry => entry.OnlyInDirectory(0));
        Assert.Equal("ZipBomb", Refuse(() => Extract(bomb)).ErrorId);

        ZipBuilder large = new ZipBuilder().File("a", new byte[1000]).File("b", new byte[1000]);
        Assert.Equal("ZipBomb", Refuse(() => Extract(large, Within(new ZipBudget { MaximumTotalBytes = 1999 }))).ErrorId);
        Assert.Equal("ZipBomb", Refuse(() => Extract(large, Within(new ZipBudget { MaximumEntryBytes = 999 }))).ErrorId);
        Assert.False(Directory.Exists(Destination));
        Assert.Equal(2, Extract(large, Within(new ZipBudget { MaximumTotalBytes = 2000, MaximumEntryBytes = 1000 })).Written);
    }

    [Fact]
    public void What_there_is_no_room_for_is_not_begun()
    {
        ZipBuilder zip = new ZipBuilder().File("a", Content)
            .File("b", Content, entry => entry.Zip64().Length(1UL << 60).PackedLength(1UL << 50));
        Assert.Equal(
            "DestinationOutOfSpace", Refuse(() => Extract(zip, Within(new ZipBudget { MaximumRatio = long.MaxValue >> 1 }))).ErrorId);
        Assert.Empty(Listing());
    }

    private static ExtractionOptions Within(ZipBudget budget) => new() { Budget = budget };

    private static DatasetException Refuse(Action action) => Assert.Throws<DatasetException>(action);

    private sealed class Recorder(List<WorkProgress> seen) : IProgress<WorkProgress>
    {
        public void Report(WorkProgress value) => seen.Add(value);
    }

    private sealed class StopAfter(long bytes, CancellationTokenSource stop) : IProgress<WorkProgress>
    {
        public void Report(WorkProgress value)
        {
            if (value.Done >= bytes)
            {
                stop.Cancel();
            }
        }
    }
}
