using System.Text;
using DeepQDataset.Building.Content;
using DeepQDataset.Building.Folders;
using DeepQDataset.Building.Planning;
using DeepQDataset.Core.Tests.Building.Zip;
using DeepQDataset.Inventory;
using DeepQDataset.Sources;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Building.Folders;

/// <summary>Tests plans that are carried out in a folder: completely or not at all, and without touching anything else.</summary>
public sealed class FolderWriterTests : ArchiveWriterTestBase
{
    private string Out => Folder["out"];

    [Fact]
    public void Files_come_out_as_they_went_in_with_their_times()
    {
        byte[] large = Noise((3 << 20) + 7);
        FolderResult result = Write(Plan(File("image/a/b.png", large), File("image/c.png", []), Generated("label.csv", "c,x,1\n")));

        Assert.Equal((Out, 3, 2), (result.Path, result.Files, result.Images));
        Assert.Equal(large, Bytes("image/a/b.png"));
        Assert.Empty(Bytes("image/c.png"));
        Assert.Equal("c,x,1\n", Encoding.UTF8.GetString(Bytes("label.csv")));
        Assert.Equal(Written, System.IO.File.GetLastWriteTimeUtc(Folder["out/image/a/b.png"]));
        Assert.Equal(Written, System.IO.File.GetLastWriteTimeUtc(Folder["out/label.csv"]));
        Assert.Equal(["in", "out"], Names(Folder.FullPath));
    }

    [Fact]
    public void The_folder_is_made_with_those_that_it_lies_in()
    {
        FolderResult result = FolderWriter.Write(
            Plan(File("a.png", "x")), Folder["new/deep/out/"], new FolderOptions(), null, TestContext.Current.CancellationToken);
        Assert.Equal(Folder["new/deep/out"], result.Path);
        Assert.True(System.IO.File.Exists(Folder["new/deep/out/a.png"]));
    }

    [Fact]
    public void A_folder_with_something_in_it_is_refused_and_stays_as_it_was()
    {
        Directory.CreateDirectory(Out);
        System.IO.File.WriteAllText(Folder["out/mine.txt"], "mine");
        AssertFails("DestinationExists", Plan(File("image/a.png", "x")), new FolderOptions());
        Assert.Equal(["mine.txt"], Names(Out));
    }

    [Fact]
    public void An_empty_folder_is_written_into()
    {
        Directory.CreateDirectory(Out);
        Write(Plan(File("image/a.png", "x")));
        Assert.Equal(["image"], Names(Out));
    }

    [Fact]
    public void Force_replaces_the_parts_of_a_dataset_and_nothing_else()
    {
        new DatasetBuilder().Text("image/old.png", "old").Text("Classes/A/old.png", "old").Text("label.csv", "old").Text("mine.txt", "mine")
            .WriteFolder(Out);
        Write(Plan(File("image/new.png", "new")), new FolderOptions { Overwrite = true });
        Assert.Equal(["image", "mine.txt"], Names(Out));
        Assert.Equal(["new.png"], Names(Folder["out/image"]));
    }

    [Fact]
    public void What_was_there_stays_when_force_fails_on_the_way()
    {
        new DatasetBuilder().Text("image/old.png", "old").WriteFolder(Out);
        PlannedEntry gone = File("image/new.png", "new");
        System.IO.File.Delete(gone.Content.Location);
        AssertFails("SourceGone", Plan(gone), new FolderOptions { Overwrite = true });
        Assert.Equal(["image"], Names(Out));
        Assert.Equal("old", Encoding.UTF8.GetString(Bytes("image/old.png")));
    }

    [Fact]
    public void A_source_that_changed_or_vanished_is_named_and_nothing_is_left()
    {
        PlannedEntry changed = File("a.png", "1234");
        System.IO.File.AppendAllText(changed.Content.Location, "5");
        Assert.Equal(changed.Content.Location, AssertFails("SourceChanged", Plan(changed), new FolderOptions()).Target);

        PlannedEntry[] entries = Enumerable.Range(0, 60).Select(number => File($"{number:00}.png", "x")).ToArray();
        System.IO.File.Delete(entries[40].Content.Location);
        System.IO.File.Delete(entries[20].Content.Location);
        Assert.Equal(
            entries[20].Content.Location, AssertFails("SourceGone", Plan(entries), new FolderOptions { ThrottleLimit = 4 }).Target);
        Assert.Equal(["in"], Names(Folder.FullPath));
    }

    [Fact]
    public void Cancelling_leaves_nothing_also_in_the_middle_of_a_large_file()
    {
        const long Length = 256L << 20;
        using Canceller canceller = new();
        ArchivePlan plan = Plan(Sparse("a.png", Length));
        Assert.ThrowsAny<OperationCanceledException>(() =>
            FolderWriter.Write(plan, Out, new FolderOptions(), canceller, canceller.Token));
        Assert.InRange(canceller.Last!.Value.Done, 1, Length / 2);
        Assert.Equal(["in"], Names(Folder.FullPath));
    }

    [Fact]
    public void Progress_counts_bytes_up_to_all_of_them()
    {
        Collector progress = new();
        FolderWriter.Write(
            Plan(File("a.png", Noise(3 << 20)), File("b.png", Noise(5))),
            Out,
            new FolderOptions { ThrottleLimit = 1 },
            progress,
            TestContext.Current.CancellationToken);
        Assert.Equal(
            ((3 << 20) + 5, (3 << 20) + 5, "bytes"), (progress.Reports[^1].Done, progress.Reports[^1].Total, progress.Reports[^1].Unit));
        Assert.InRange(progress.Reports.Count, 2, 5);
    }

    [Fact]
    public void More_than_there_is_room_for_is_refused_before_anything_is_written()
    {
        AssertFails("DestinationOutOfSpace", Plan(Sparse("a.png", 8L << 40)), new FolderOptions());
        Assert.Equal(["in"], Names(Folder.FullPath));
    }

    [Fact]
    public void The_source_and_what_holds_it_are_never_written_to()
    {
        PlannedEntry entry = File("a.png", "x");
        foreach (string destination in new[] { Folder.FullPath, Folder["in"] })
        {
            DatasetException exception = Assert.Throws<DatasetException>(() =>
                FolderWriter.Write(
                    Plan(entry), destination, new FolderOptions { Overwrite = true }, null, TestContext.Current.CancellationToken));
            Assert.Equal("DestinationIsSource", exception.ErrorId);
        }
    }

    [Fact]
    public void Images_can_be_links_and_label_csv_is_a_file_all_the_same()
    {
        Write(Plan(File("image/a.png", "x"), Generated("label.csv", "a,x,1\n")), new FolderOptions { Link = ImageLink.Symbolic });
        Assert.Equal(Folder["in/image/a.png"], new FileInfo(Folder["out/image/a.png"]).LinkTarget);
        Assert.Null(new FileInfo(Folder["out/label.csv"]).LinkTarget);

        // A link to a link leads to the file itself.
        PlannedEntry linked = new("image/a.png", new FileContent(Folder["out/image/a.png"], 1, Written), IsImage: true);
        FolderWriter.Write(
            Plan(linked), Folder["hard"], new FolderOptions { Link = ImageLink.Hard }, null, TestContext.Current.CancellationToken);
        Assert.Null(new FileInfo(Folder["hard/image/a.png"]).LinkTarget);
        System.IO.File.WriteAllText(Folder["in/image/a.png"], "changed");
        Assert.Equal("changed", System.IO.File.ReadAllText(Folder["hard/image/a.png"]));
    }

    [Fact]
    public void A_hard_link_across_volumes_is_an_error_that_names_the_remedy()
    {
        const string OtherVolume = "/dev/shm";
        Assert.SkipUnless(
            Directory.Exists(OtherVolume) && !Folder.FullPath.StartsWith(OtherVolume, StringComparison.Ordinal),
            "There is no second volume.");
        string destination = Path.Combine(OtherVolume, Path.GetFileName(Folder.FullPath));
        DatasetException exception = Assert.Throws<DatasetException>(() =>
            FolderWriter.Write(
                Plan(File("image/a.png", "x")),
                destination,
                new FolderOptions { Link = ImageLink.Hard },
                null,
                TestContext.Current.CancellationToken));
        Assert.Equal("LinkAcrossVolumes", exception.ErrorId);
        Assert.Equal([RemedyAction.LinkSymbolic, RemedyAction.Link], exception.Text.Actions);
        Assert.False(Directory.Exists(destination));
    }

    [Fact]
    public void There_is_no_link_to_an_image_in_a_zip()
    {
        string zip = Datasets.ImageOnly().WriteZip(Folder["in.zip"]);
        using IDatasetSource source = DatasetSource.Open(zip, TestContext.Current.CancellationToken);
        PlannedEntry entry = new("image/a.png", new SourceContent(source, source.Entries[^1]), IsImage: true);
        AssertFails("LinkNeedsFile", Plan(entry), new FolderOptions { Link = ImageLink.Hard });
        Write(Plan(entry));
        Assert.Equal(Datasets.Image(6), Bytes("image/a.png"));
    }

    [Fact]
    public void A_damaged_entry_of_a_zip_is_not_passed_on()
    {
        string zip = new ZipBuilder().File("image/a.png", Noise(1000), entry => entry.Crc(1)).Write(Folder["in.zip"]);
        using IDatasetSource source = DatasetSource.Open(zip, TestContext.Current.CancellationToken);
        ArchivePlan plan = Plan(new PlannedEntry("image/a.png", new SourceContent(source, source.Entries[^1]), IsImage: true));
        DatasetException exception = AssertFails("SourceDamaged", plan, new FolderOptions());
        Assert.Contains("in.zip: image/a.png", exception.Message, StringComparison.Ordinal);
        Assert.Equal("SourceDamaged", Assert.Throws<DatasetException>(() => ArchiveAssert.Write(plan, Zip)).ErrorId);
    }

    private static string[] Names(string folder) =>
        Directory
            .EnumerateFileSystemEntries(folder, "*", new EnumerationOptions { AttributesToSkip = FileAttributes.None })
            .Select(path => Path.GetFileName(path))
            .Order(StringComparer.Ordinal)
            .ToArray();

    private byte[] Bytes(string path) => System.IO.File.ReadAllBytes(Folder["out/" + path]);

    private FolderResult Write(ArchivePlan plan, FolderOptions? options = null) =>
        FolderWriter.Write(plan, Out, options ?? new FolderOptions { ThrottleLimit = 2 }, null, TestContext.Current.CancellationToken);

    private DatasetException AssertFails(string errorId, ArchivePlan plan, FolderOptions options)
    {
        DatasetException exception = Assert.Throws<DatasetException>(() => Write(plan, options));
        Assert.Equal(errorId, exception.ErrorId);
        return exception;
    }
}
