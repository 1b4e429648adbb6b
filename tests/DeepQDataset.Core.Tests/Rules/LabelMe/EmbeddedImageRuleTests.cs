using System.Globalization;
using System.Text;
using DeepQDataset.Settings;
using DeepQDataset.TestKit;
using DeepQDataset.Validation;
using Xunit;

namespace DeepQDataset.Core.Tests.Rules.LabelMe;

/// <summary>The images in LabelMe files are checked like other images, under the path of the JSON.</summary>
public sealed class EmbeddedImageRuleTests
{
    private static readonly ValidationOptions Full = new() { Level = DqLevel.Full };

    /// <summary>An embedded image is checked as a file would be, under the JSON's path.</summary>
    [Fact]
    public void Embedded_images_are_checked_too() => RuleAssert.Issues(
        Datasets.LabelMeEmbedded()
            .Text("image001.json", Embedded(1, new PngBuilder { Width = 15, Height = 24 }.Build()))
            .Text("image002.json", Embedded(2, new PngBuilder { Width = 4097, Height = 16 }.Build()))
            .Text("image003.json", Embedded(3, new PngBuilder { Width = 19, Height = 24, HeaderLength = 12 }.Build()))
            .Text("image004.json", Embedded(4, new PngBuilder { Width = 20, Height = 24, OmitEnd = true }.Build()))
            .Text("image005.json", Embedded(5, Encoding.ASCII.GetBytes("GIF89a, or so it says itself")))
            .Text(
                "image006.json",
                Datasets.LabelMeFile(6, Datasets.Image(6)).Build().Replace("\"iVBOR", "\"i*BOR", StringComparison.Ordinal)),
        "DQ301 image005.json",
        "DQ303 image001.json",
        "DQ304 image002.json",
        "DQ306 image003.json",
        "DQ306 image006.json",
        "DQ307 image004.json",
        "DQ805 image001.json:10:17",
        "DQ805 image002.json:10:17");

    [Fact]
    public void Full_reads_embedded_images_to_their_last_byte()
    {
        byte[] broken = new PngBuilder { Width = 17, Height = 24, Seed = 1, WrongDataChecksum = true }.Build();
        RuleAssert.Issues(
            Datasets.LabelMeEmbedded().Text("image001.json", Embedded(1, broken)).Text("image003.json", Embedded(3, Datasets.Image(2)))
                .Text("image004.json", Embedded(4, Datasets.Image(2))),
            Full,
            "DQ311 image001.json",
            $"DQ313 image002.json ×3 [{DuplicateSubject(Datasets.Image(2))}]",
            "DQ805 image003.json:10:17",
            "DQ805 image004.json:10:17");
    }

    /// <summary>A JSON that does not unpack says nothing: neither its shapes nor its image are judged.</summary>
    [Fact]
    public void DQ708_a_damaged_file_is_told_once()
    {
        ZipBuilder zip = new();
        foreach ((string path, byte[]? content) in Datasets.LabelMeEmbedded().Entries)
        {
            zip.File(path, content!, entry => _ = path == "image001.json" ? entry.Deflated().Crc(0x12345678) : entry.Deflated());
        }

        using TempFolder folder = new();
        RuleAssert.Check(zip.Write(folder["dataset.zip"]), Full, "DQ708 image001.json");
    }

    /// <summary>A folder on disk that is called <c>images</c> and tested by its own path.</summary>
    [Fact]
    public void The_folder_may_be_called_images()
    {
        using TempFolder folder = new();
        Datasets.LabelMe().WriteFolder(folder["images"]);
        DqTestResult result = DatasetValidator.Validate(folder["images"], cancellation: TestContext.Current.CancellationToken);
        Assert.Equal((true, DqLayout.LabelMe, 0), (result.Passed, result.Layout, result.Issues.Count));
        RuleAssert.Issues(Datasets.LabelMe().Wrapped("images"));
    }

    /// <summary>A zip that unpacks to more than it may is not unpacked, so nothing of its files is known.</summary>
    [Fact]
    public void DQ709_leaves_the_files_unread()
    {
        using TempFolder folder = new();
        DqTestResult result = RuleAssert.Check(
            Datasets.LabelMe().WriteZip(folder["dataset.zip"]), new ValidationOptions { MaximumTotalBytes = 100 }, "DQ709 - ×12");
        Assert.False(result.Passed);
        Assert.StartsWith("The LabelMe files were not read", result.NotChecked, StringComparison.Ordinal);
    }

    /// <summary>Names are those of the files that hold the images.</summary>
    [Fact]
    public void Names_of_images_are_checked() => RuleAssert.Issues(
        Datasets.LabelMe().Remove("image001.png").File("image 001.png", Datasets.Image(1))
            .Text("image001.json", Datasets.LabelMeFile(1, imagePath: "image 001.png").Build()),
        "DQ204 image 001.png");

    private static ValidationOptions Structure { get; } = new() { Level = DqLevel.Structure };

    private static string Embedded(int number, byte[] image) => Datasets.LabelMeFile(number, image).Build();

    private static string DuplicateSubject(byte[] content) =>
        System.IO.Hashing.XxHash128.HashToUInt128(content).ToString("x32", CultureInfo.InvariantCulture)[..12];
}
