using DeepQDataset.Inventory;
using DeepQDataset.Settings;
using DeepQDataset.Sources;
using DeepQDataset.TestKit;
using DeepQDataset.Validation;
using Xunit;

namespace DeepQDataset.Core.Tests.Rules.Images;

/// <summary>3xx: each rule broken alone, and kept just inside its bound.</summary>
public sealed class ImageRuleTests
{
    private static readonly ValidationOptions Structure = new() { Level = DqLevel.Structure };

    /// <summary>DICOM beside PNG is reported by DQ113, which these tests exclude.</summary>
    private static readonly ValidationOptions ImagesOnly = new()
    {
        IncludedRules = new HashSet<string>(Enumerable.Range(301, 15).Select(number => $"DQ{number}"), StringComparer.Ordinal),
    };

    [Fact]
    public void The_accepted_datasets_have_no_issue()
    {
        RuleAssert.Issues(Datasets.ImageOnly());
        RuleAssert.Issues(Datasets.Classification());
        RuleAssert.Issues(Datasets.Detection());
        RuleAssert.Issues(Datasets.ClassFolders());
        RuleAssert.Issues(Datasets.Studies());
    }

    [Theory]
    [InlineData("scan.bmp")]
    [InlineData("scan.TIF")]
    [InlineData("scan.nii.gz")]
    public void DQ301_speaks_of_a_foreign_extension_at_every_level(string name)
    {
        DatasetBuilder dataset = Datasets.ImageOnly().Text($"image/{name}", "any content");

        RuleAssert.Issues(dataset, Structure, $"DQ301 image/{name}");
        RuleAssert.Issues(dataset, $"DQ301 image/{name}");
    }

    [Fact]
    public void DQ301_speaks_of_a_foreign_extension_once_where_the_content_is_ours()
    {
        DatasetBuilder dataset = Datasets.ImageOnly().File("image/scan.bmp", Datasets.Image(9));

        DqIssue issue = Assert.Single(Test(dataset).Issues);
        Assert.Equal(("DQ301", "image/scan.bmp"), (issue.RuleId, issue.Path));
        Assert.Contains("scan.png", issue.Suggestion, StringComparison.Ordinal);
    }

    [Fact]
    public void DQ301_speaks_alone_of_content_that_is_no_image()
    {
        DatasetBuilder dataset = Datasets.ImageOnly()
            .File("image/gif.png", [.. "GIF89a"u8, 1, 0, 1, 0])
            .Text("image/note.JPG", "not an image")
            .Text("image/page.jpeg", "<!DOCTYPE html>")
            .Text("image/readme", "not an image");

        RuleAssert.Issues(dataset, "DQ301 image/gif.png", "DQ301 image/note.JPG", "DQ301 image/page.jpeg", "DQ301 image/readme");
    }

    [Fact]
    public void DQ302_speaks_of_content_that_the_extension_does_not_name()
    {
        DatasetBuilder dataset = Datasets.ImageOnly()
            .File("image/a.jpg", Datasets.Image(11))
            .File("image/b.png", new JpegBuilder { Seed = 12 }.Build())
            .File("image/c.JPEG", Datasets.Image(13))
            .File("image/d", Datasets.Image(14));

        RuleAssert.Issues(dataset, "DQ302 image/a.jpg", "DQ302 image/b.png", "DQ302 image/c.JPEG", "DQ302 image/d");
    }

    [Fact]
    public void DQ302_speaks_of_dicom_content_under_another_extension() =>
        RuleAssert.Issues(Datasets.ImageOnly().File("image/a.png", new DicomBuilder().Build()), ImagesOnly, "DQ302 image/a.png");

    [Theory]
    [InlineData(15, 16, true)]
    [InlineData(16, 15, true)]
    [InlineData(16, 16, false)]
    public void DQ303_speaks_of_a_side_under_16(int width, int height, bool isTooSmall) => Expect(
        Datasets.ImageOnly().File("image/a.png", new PngBuilder { Width = width, Height = height, Seed = 9 }.Build()),
        isTooSmall ? "DQ303 image/a.png" : null);

    [Theory]
    [InlineData(4097, 16, true)]
    [InlineData(16, 4097, true)]
    [InlineData(4096, 16, false)]
    [InlineData(16, 4096, false)]
    public void DQ304_speaks_of_a_side_over_4096(int width, int height, bool isTooLarge) => Expect(
        Datasets.ImageOnly().File("image/a.png", new PngBuilder { Width = width, Height = height, Seed = 9 }.Build()),
        isTooLarge ? "DQ304 image/a.png" : null);

    [Theory]
    [InlineData(15, "DQ303 image/a.dcm")]
    [InlineData(16, null)]
    [InlineData(4096, null)]
    [InlineData(4097, "DQ304 image/a.dcm")]
    public void DQ303_and_DQ304_speak_of_dicom_too(int columns, string? expected) =>
        Expect(new DatasetBuilder().File("image/a.dcm", new DicomBuilder { Columns = columns }.Build()), expected);

    [Fact]
    public void DQ303_and_DQ304_do_not_speak_of_dicom_without_pixel_data() => RuleAssert.Issues(
        new DatasetBuilder().File("image/a.dcm", new DicomBuilder { HasPixelData = false, Rows = null, Columns = null }.Build()),
        ImagesOnly);

    [Fact]
    public void DQ303_says_the_size()
    {
        DatasetBuilder dataset = Datasets.ImageOnly().File("image/a.png", new PngBuilder { Width = 15, Height = 20 }.Build());

        Assert.Equal("The image is 15 × 20 pixels, and each side must have at least 16.", Assert.Single(Test(dataset).Issues).Message);
    }

    [Theory]
    [InlineData("a.png")]
    [InlineData("a.JPG")]
    [InlineData("a.bmp")]
    [InlineData("a")]
    public void DQ305_speaks_alone_of_an_empty_file(string name)
    {
        DatasetBuilder dataset = Datasets.ImageOnly().File($"image/{name}", []);

        RuleAssert.Issues(dataset, Structure, $"DQ305 image/{name}");
        RuleAssert.Issues(dataset, $"DQ305 image/{name}");
    }

    [Fact]
    public void DQ306_speaks_of_a_header_that_cannot_be_read()
    {
        DatasetBuilder dataset = Datasets.ImageOnly()
            .File("image/a.png", new PngBuilder { CutAt = 40 }.Build())
            .File("image/b.png", new PngBuilder { HeaderLength = 12 }.Build())
            .File("image/c.jpg", new JpegBuilder { CutAt = 100 }.Build())
            .File("image/d.jpg", new JpegBuilder { DeclaredHeight = 0 }.Build());

        RuleAssert.Issues(dataset, "DQ306 image/a.png", "DQ306 image/b.png", "DQ306 image/c.jpg", "DQ306 image/d.jpg");
        Assert.Equal("The IHDR chunk is 12 bytes long, not 13 (at byte 8).", Test(dataset).Issues[1].Message);
        RuleAssert.Issues(dataset, Structure);
    }

    [Fact]
    public void DQ306_speaks_of_a_file_that_cannot_be_opened()
    {
        using TempFolder folder = new();
        Datasets.ImageOnly().WriteFolder(folder["dataset"]);
        using LockedSource source = new(DatasetSource.Open(folder["dataset"], TestContext.Current.CancellationToken), "image/image002.png");

        DqTestResult result = DatasetValidator.Validate(
            source, ValidationOptions.Default, progress: null, TestContext.Current.CancellationToken);

        DqIssue issue = Assert.Single(result.Issues);
        Assert.Equal(("DQ306", "image/image002.png"), (issue.RuleId, issue.Path));
        Assert.Equal("The file cannot be read: Another program holds it.", issue.Message);
    }

    [Fact]
    public void DQ307_speaks_of_a_file_that_ends_early()
    {
        DatasetBuilder dataset = Datasets.ImageOnly()
            .File("image/a.png", new PngBuilder { OmitEnd = true }.Build())
            .File("image/b.jpg", new JpegBuilder { OmitEnd = true }.Build())
            .File("image/c.jpg", new JpegBuilder { Trailing = new byte[65_536] }.Build())
            .File("image/d.jpg", new JpegBuilder { Trailing = new byte[65_537] }.Build())
            .File("image/e.png", new PngBuilder { Trailing = new byte[70_000] }.Build());

        RuleAssert.Issues(dataset, "DQ307 image/a.png", "DQ307 image/b.jpg", "DQ307 image/d.jpg");
    }

    [Fact]
    public void DQ307_does_not_hide_what_the_header_says() => RuleAssert.Issues(
        Datasets.ImageOnly().File("image/a.png", new PngBuilder { Width = 8, OmitEnd = true }.Build()),
        "DQ303 image/a.png",
        "DQ307 image/a.png");

    [Fact]
    public void DQ308_speaks_of_the_spelling_at_every_level()
    {
        DatasetBuilder dataset = Datasets.ImageOnly()
            .File("image/a.PNG", Datasets.Image(11))
            .File("image/b.jpeg", new JpegBuilder { Seed = 12 }.Build())
            .File("image/c.Jpg", new JpegBuilder { Seed = 13 }.Build())
            .File("image/d.jpg", new JpegBuilder { Seed = 14 }.Build());

        RuleAssert.Issues(dataset, Structure, "DQ308 image/a.PNG", "DQ308 image/b.jpeg", "DQ308 image/c.Jpg");
        RuleAssert.Issues(dataset, "DQ308 image/a.PNG", "DQ308 image/b.jpeg", "DQ308 image/c.Jpg");
    }

    [Fact]
    public void DQ308_speaks_of_dicom_names_and_of_a_missing_extension_once_the_content_is_read()
    {
        DatasetBuilder dataset = new DatasetBuilder()
            .File("image/a.DCM", new DicomBuilder { Seed = 1 }.Build())
            .File("image/b.dicom", new DicomBuilder { Seed = 2 }.Build())
            .File("image/c.dcm", new DicomBuilder { Seed = 3 }.Build())
            .File("image/IM0001", new DicomBuilder { Seed = 4 }.Build())
            .File("image/1.2.840.5", new DicomBuilder { Seed = 5 }.Build());

        RuleAssert.Issues(dataset, Structure, "DQ308 image/a.DCM", "DQ308 image/b.dicom");
        RuleAssert.Issues(dataset, "DQ308 image/1.2.840.5", "DQ308 image/IM0001", "DQ308 image/a.DCM", "DQ308 image/b.dicom");
        DqIssue uid = Test(dataset).Issues.First(issue => issue.RuleId is "DQ308");
        Assert.Contains("'1.2.840.5.dcm'", uid.Suggestion, StringComparison.Ordinal);
    }

    [Fact]
    public void DQ309_speaks_of_unusual_encodings()
    {
        DatasetBuilder dataset = Datasets.ImageOnly()
            .File("image/a.png", new PngBuilder { BitDepth = 16 }.Build())
            .File("image/b.png", new PngBuilder { AnimationFrames = 3 }.Build())
            .File("image/c.jpg", new JpegBuilder { Components = 4, AdobeTransform = 2 }.Build())
            .File("image/d.jpg", new JpegBuilder { FrameMarker = 0xC1, Precision = 12 }.Build())
            .File("image/e.jpg", new JpegBuilder { FrameMarker = 0xC9 }.Build())
            .File("image/f.jpg", new JpegBuilder { FrameMarker = 0xC3 }.Build())
            .File("image/g.jpg", new JpegBuilder { Progressive = true }.Build())
            .File("image/h.png", new PngBuilder { ColorType = 6, Interlaced = true }.Build())
            .File("image/i.png", new PngBuilder { ColorType = 3, BitDepth = 2 }.Build());

        RuleAssert.Issues(
            dataset,
            "DQ309 image/a.png",
            "DQ309 image/b.png",
            "DQ309 image/c.jpg",
            "DQ309 image/d.jpg",
            "DQ309 image/e.jpg",
            "DQ309 image/f.jpg");
        Assert.Equal("The PNG image has an unusual encoding: 16 bits a sample.", Test(dataset).Issues[0].Message);
    }

    [Fact]
    public void DQ310_speaks_of_an_orientation_other_than_upright()
    {
        DatasetBuilder dataset = Datasets.ImageOnly()
            .File("image/a.jpg", new JpegBuilder { Orientation = 6 }.Build())
            .File("image/b.png", new PngBuilder { Orientation = 3, ExifBigEndian = true }.Build())
            .File("image/c.jpg", new JpegBuilder { Orientation = 1 }.Build())
            .File("image/d.jpg", new JpegBuilder { Orientation = 0 }.Build());

        RuleAssert.Issues(dataset, "DQ310 image/a.jpg", "DQ310 image/b.png");
    }

    [Fact]
    public void No_image_content_is_looked_at_on_level_structure() => RuleAssert.Issues(
        Datasets.ImageOnly().Text("image/a.png", "not an image").File("image/b.jpg", Datasets.Image(9)).Text("image/c", "anything"),
        Structure);

    private static void Expect(DatasetBuilder dataset, string? expected) => RuleAssert.Issues(dataset, expected is null ? [] : [expected]);

    private static DqTestResult Test(DatasetBuilder dataset)
    {
        using TempFolder folder = new();
        return DatasetValidator.Validate(dataset.WriteFolder(folder["dataset"]), cancellation: TestContext.Current.CancellationToken);
    }

    /// <summary>A source one file of which cannot be opened.</summary>
    private sealed class LockedSource(IDatasetSource source, string locked) : IDatasetSource
    {
        public SourceKind Kind => source.Kind;

        public string Name => source.Name;

        public string FullPath => source.FullPath;

        public IReadOnlyList<SourceEntry> Entries => source.Entries;

        public Stream Open(SourceEntry entry) =>
            string.Equals(entry.Path, locked, StringComparison.Ordinal)
                ? throw new IOException("Another program holds it.")
                : source.Open(entry);

        public void Dispose() => source.Dispose();
    }
}
