using DeepQDataset.Settings;
using DeepQDataset.TestKit;
using DeepQDataset.Validation;
using DeepQDataset.Work;
using Xunit;

namespace DeepQDataset.Core.Tests.Rules.Images;

/// <summary>What only reading everything shows: DQ311 to DQ315 and DQ708, each broken alone.</summary>
public sealed class FullRuleTests
{
    private static readonly ValidationOptions Full = new() { Level = DqLevel.Full };

    [Fact]
    public void The_accepted_datasets_have_no_issue()
    {
        RuleAssert.Issues(Datasets.ImageOnly(), Full);
        RuleAssert.Issues(Datasets.Classification(), Full);
        RuleAssert.Issues(Datasets.Detection(), Full);
        RuleAssert.Issues(Datasets.ClassFolders(), Full);
        RuleAssert.Issues(Datasets.Studies(), Full);
        RuleAssert.Issues(Datasets.Classification().Wrapped("chest"), Full);
    }

    [Fact]
    public void Everything_counts_as_checked()
    {
        using TempFolder folder = new();

        DqTestResult result = RuleAssert.Check(Datasets.Classification().WriteZip(folder["dataset.zip"]), Full);

        Assert.True(result.Passed);
        Assert.Null(result.NotChecked);
    }

    [Fact]
    public void DQ311_speaks_of_damaged_data_at_level_Full_only()
    {
        DatasetBuilder dataset = Datasets.ImageOnly()
            .File("image/a.png", new PngBuilder { WrongCrcOf = "IDAT" }.Build())
            .File("image/b.jpg", new JpegBuilder { Height = 32, DeclaredHeight = 40 }.Build());

        RuleAssert.Issues(dataset);
        RuleAssert.Issues(dataset, Full, "DQ311 image/a.png", "DQ311 image/b.jpg");
    }

    [Fact]
    public void DQ311_speaks_of_incomplete_fragments()
    {
        DicomBuilder image = new()
        {
            TransferSyntax = DicomSyntax.JpegBaseline,
            Frames = 2,
            Fragments = [CompressedFrame.Of(DicomSyntax.JpegBaseline)],
        };

        RuleAssert.Issues(new DatasetBuilder().File("image/a.dcm", image.Build()), Full, "DQ311 image/a.dcm", "DQ406 image/a.dcm");
    }

    [Fact]
    public void DQ311_leaves_corrupt_and_truncated_images_to_their_rules()
    {
        DatasetBuilder dataset = Datasets.ImageOnly()
            .File("image/a.png", new PngBuilder { WrongCrcOf = "IDAT", CutAt = 200 }.Build())
            .File("image/b.png", new PngBuilder { WrongCrcOf = "IHDR" }.Build())
            .File("image/c.jpg", new JpegBuilder { Width = 64, Height = 64, OmitEnd = true }.Build())
            .File("image/d.png", [])
            .File("image/e.png", [.. "GIF89a"u8, 1, 2, 3]);

        RuleAssert.Issues(
            dataset, Full, "DQ306 image/b.png", "DQ307 image/a.png", "DQ307 image/c.jpg", "DQ305 image/d.png", "DQ301 image/e.png");
    }

    [Fact]
    public void DQ312_speaks_once_of_all_copies()
    {
        DatasetBuilder dataset = Datasets.ImageOnly()
            .File("image/copy.png", Datasets.Image(2))
            .File("image/zcopy.png", Datasets.Image(2))
            .File("image/other.png", new PngBuilder { Width = 18, Height = 24, ColorType = 0, Seed = 2, Text = "Title=x" }.Build());

        DqIssue issue = Single(dataset);

        Assert.Equal(("DQ312", "image/copy.png", 3), (issue.RuleId, issue.Path, (int)issue.Count));
        Assert.Matches("^[0-9a-f]{12}$", issue.Subject);
        Assert.Contains("'image/copy.png', 'image/image002.png', 'image/zcopy.png'", issue.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void DQ313_speaks_of_copies_in_two_class_folders()
    {
        DqIssue conflict = Single(Datasets.ClassFolders().File("Classes/Class B/copy.png", Datasets.Image(1)));
        Assert.Equal(("DQ313", "Classes/Class A/image001.png"), (conflict.RuleId, conflict.Path));
        Assert.Contains("'Class A' and another 'Class B'", conflict.Message, StringComparison.Ordinal);

        Assert.Equal("DQ312", Single(Datasets.ClassFolders().File("Classes/Class A/copy.png", Datasets.Image(1))).RuleId);
    }

    [Fact]
    public void DQ313_speaks_of_copies_whose_one_hot_values_differ()
    {
        string labels = Labels(Datasets.Classification());
        DatasetBuilder copied = Datasets.Classification().File("image/copy.png", Datasets.Image(1));

        Assert.Equal("DQ313", Single(copied.Text("label.csv", labels + "copy,Class A,0\ncopy,Class B,1\n")).RuleId);
        Assert.Equal("DQ313", Single(copied.Text("label.csv", labels + "copy,Class A,1\ncopy,Class B,1\n")).RuleId);
        Assert.Equal("DQ312", Single(copied.Text("label.csv", labels + "copy,Class A,1\ncopy,Class B,0\n")).RuleId);
    }

    [Fact]
    public void DQ313_speaks_of_copies_with_boxes_of_other_classes()
    {
        string labels = Labels(Datasets.Detection());
        DatasetBuilder copied = Datasets.Detection().File("image/copy.png", Datasets.Image(1));

        Assert.Equal("DQ313", Single(copied.Text("label.csv", labels + "copy,nodule,1,4,8,6.5\n")).RuleId);
        Assert.Equal("DQ312", Single(copied.Text("label.csv", labels + "copy,lesion,2,4,8,6.5\n")).RuleId);
    }

    [Fact]
    public void DQ312_leaves_an_unlabelled_copy_without_contradiction() => RuleAssert.Issues(
        Datasets.Classification().File("image/copy.png", Datasets.Image(1)),
        new ValidationOptions { Level = DqLevel.Full, ExcludedRules = new HashSet<string>(StringComparer.Ordinal) { "DQ312" } },
        "DQ520 label.csv");

    [Fact]
    public void DQ312_leaves_copies_of_a_dicom_instance_to_DQ401()
    {
        byte[] image = new DicomBuilder { Seed = 4 }.Build();
        DatasetBuilder dataset = new DatasetBuilder().File("image/a.dcm", image).File("image/b.dcm", image);

        DqIssue issue = Single(dataset);

        Assert.Equal(("DQ401", 2), (issue.RuleId, (int)issue.Count));
    }

    [Fact]
    public void DQ314_counts_the_bytes_behind_the_end()
    {
        DatasetBuilder dataset = Datasets.ImageOnly()
            .File("image/a.png", new PngBuilder { Trailing = [0] }.Build())
            .File("image/b.jpg", new JpegBuilder { Trailing = new byte[70_000] }.Build())
            .File("image/c.jpg", new JpegBuilder { Seed = 3, Trailing = new JpegBuilder { Seed = 4 }.Build() }.Build());

        RuleAssert.Issues(dataset, Full, "DQ314 image/a.png", "DQ314 image/b.jpg");
    }

    [Fact]
    public void DQ315_speaks_of_an_image_of_one_value()
    {
        DatasetBuilder dataset = Datasets.ImageOnly().File("image/a.png", new PngBuilder { Blank = true, BlankValue = 77 }.Build());
        RuleAssert.Issues(dataset, Full, "DQ315 image/a.png");

        DicomBuilder blank = new() { Pixels = new byte[512] };
        RuleAssert.Issues(new DatasetBuilder().File("image/a.dcm", blank.Build()), Full, "DQ315 image/a.dcm");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void DQ708_speaks_of_every_entry_whose_checksum_is_wrong_and_nothing_else_does(bool isDeflated)
    {
        void Break(ZipEntryBuilder entry) => (isDeflated ? entry.Deflated() : entry).Crc(7);

        using TempFolder folder = new();
        string path = new ZipBuilder().Dataset(Datasets.ImageOnly().Remove("image/image001.png"))
            .File("image/a.png", new PngBuilder { WrongCrcOf = "IDAT" }.Build(), Break)
            .File("image/b.png", new byte[300], Break)
            .Text("notes.txt", "stray", Break)
            .Write(folder["dataset.zip"]);

        RuleAssert.Check(path, Full, "DQ708 image/a.png", "DQ708 image/b.png", "DQ708 notes.txt", "DQ111 notes.txt");
    }

    [Fact]
    public void DQ708_alone_is_checked_without_decoding_the_images()
    {
        ValidationOptions checksums = Full with { IncludedRules = new HashSet<string>(StringComparer.Ordinal) { "DQ708" } };
        byte[] damaged = new PngBuilder { WrongCrcOf = "IDAT" }.Build();
        using TempFolder folder = new();
        string path = new ZipBuilder().Dataset(Datasets.ImageOnly())
            .File("image/a.png", damaged, entry => entry.Crc(7))
            .File("image/b.png", damaged)
            .File("image/c.png", damaged)
            .Write(folder["dataset.zip"]);

        RuleAssert.Check(path, checksums, "DQ708 image/a.png");
        RuleAssert.IssuesOfFolder(Datasets.ImageOnly().File("image/a.png", damaged), checksums);
    }

    [Fact]
    public void DQ708_speaks_of_data_that_cannot_be_unpacked()
    {
        byte[] image = new PngBuilder { Width = 64, Height = 64 }.Build();
        using TempFolder folder = new();
        string path = new ZipBuilder().Dataset(Datasets.ImageOnly())
            .File("image/a.png", image, entry => entry.Deflated().Packed([0xFF, 0xFF, 0xFF, 0xFF]))
            .Write(folder["dataset.zip"]);

        RuleAssert.Check(path, Full, "DQ708 image/a.png");
    }

    [Fact]
    public void DQ708_speaks_of_label_csv_and_no_label_is_checked_then()
    {
        using TempFolder folder = new();
        string path = new ZipBuilder()
            .Dataset(Datasets.ImageOnly())
            .Text("label.csv", "nonsense", entry => entry.Crc(1))
            .Write(folder["dataset.zip"]);

        DqTestResult result = RuleAssert.Check(path, Full, "DQ708 label.csv");

        Assert.Contains("no label was checked", result.NotChecked, StringComparison.Ordinal);
    }

    [Fact]
    public void A_zip_bomb_is_not_unpacked()
    {
        byte[] packed = Samples.All["broken"].Entries.Values.First(content => content is not null)!;
        using TempFolder folder = new();
        string path = new ZipBuilder().Dataset(Datasets.ImageOnly())
            .File("image/a.png", packed, entry => entry.Deflated().Length(1UL << 40).LocalLength(1UL << 40).Zip64())
            .Write(folder["dataset.zip"]);

        DqTestResult result = DatasetValidator.Validate(path, Full, cancellation: TestContext.Current.CancellationToken);

        Assert.Contains(result.Issues, issue => issue.RuleId == "DQ709");
        Assert.DoesNotContain(result.Issues, issue => issue.RuleId == "DQ708");
        Assert.Contains("DQ709", result.NotChecked, StringComparison.Ordinal);
    }

    [Fact]
    public void Progress_goes_to_the_last_byte()
    {
        using TempFolder folder = new();
        DatasetBuilder dataset = Datasets.ImageOnly().File("image/a.png", new PngBuilder { Trailing = new byte[9 << 20] }.Build());
        Recorder progress = new();

        DatasetValidator.Validate(dataset.WriteFolder(folder["dataset"]), Full, progress, TestContext.Current.CancellationToken);

        Assert.True(progress.Reports.Count >= 3);
        Assert.All(progress.Reports, report => Assert.Equal("bytes", report.Unit));
        Assert.Equal(progress.Reports[^1].Total, progress.Reports[^1].Done);
    }

    /// <summary>The only issue, which must be the same as a folder and as a zip.</summary>
    private static DqIssue Single(DatasetBuilder dataset)
    {
        using TempFolder folder = new();
        DqIssue asFolder = Assert.Single(
            DatasetValidator.Validate(dataset.WriteFolder(folder["a"]), Full, cancellation: TestContext.Current.CancellationToken).Issues);
        DqIssue asZip = Assert.Single(
            DatasetValidator.Validate(dataset.WriteZip(folder["a.zip"]), Full, cancellation: TestContext.Current.CancellationToken).Issues);
        Assert.Equal(
            (asFolder.RuleId, asFolder.Path, asFolder.Subject, asFolder.Message), (asZip.RuleId, asZip.Path, asZip.Subject, asZip.Message));
        return asFolder;
    }

    private static string Labels(DatasetBuilder dataset) => System.Text.Encoding.UTF8.GetString(dataset.Entries["label.csv"]!);

    private sealed class Recorder : IProgress<WorkProgress>
    {
        public List<WorkProgress> Reports { get; } = [];

        public void Report(WorkProgress value)
        {
            lock (Reports)
            {
                Reports.Add(value);
            }
        }
    }
}
