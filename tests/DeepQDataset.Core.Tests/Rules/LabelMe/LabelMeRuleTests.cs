using System.Globalization;
using DeepQDataset.Settings;
using DeepQDataset.TestKit;
using DeepQDataset.Validation;
using Xunit;

namespace DeepQDataset.Core.Tests.Rules.LabelMe;

/// <summary>The 8xx rules, one broken at a time in a good dataset of six images, and what other rules say of LabelMe datasets.</summary>
public sealed class LabelMeRuleTests
{
    private static readonly ValidationOptions Full = new() { Level = DqLevel.Full };

    public static TheoryData<DqLevel> Levels { get; } = [DqLevel.Structure, DqLevel.Header, DqLevel.Full];

    [Theory]
    [MemberData(nameof(Levels))]
    public void Good_datasets_pass_with_images_beside_and_inside(DqLevel level)
    {
        ValidationOptions options = new() { Level = level };
        foreach (
            DatasetBuilder dataset in new[] { Datasets.LabelMe(), Datasets.LabelMeEmbedded(), Datasets.LabelMeEmbedded().Wrapped("outer") })
        {
            using TempFolder folder = new();
            foreach (string path in new[] { dataset.WriteFolder(folder["dataset"]), dataset.WriteZip(folder["dataset.zip"]) })
            {
                DqTestResult result = RuleAssert.Check(path, options);
                Assert.True(result.Passed);
                Assert.Null(result.NotChecked);
                Assert.Equal(
                    (DqLayout.LabelMe, DqTask.Detection, 6L, 3L, 2),
                    (result.Layout, result.Task, result.Images, result.Labels, result.Classes));
            }
        }
    }

    [Theory]
    [InlineData("", "DQ801 image001.json:1:1")]
    [InlineData("{\n \"shapes\": [],\n}", "DQ801 image001.json:3:1")]
    [InlineData("""{"imagePath": "image001.png"}""", "DQ801 image001.json")]
    [InlineData("""{"shapes": [{"points": [[1, 2]]}], "imagePath": "image001.png"}""", "DQ801 image001.json:1:13")]
    public void DQ801_what_is_not_LabelMe_is_told_once_with_its_place(string json, string expected)
    {
        // The classes and images of an invalid file are not held against the dataset.
        RuleAssert.Issues(Datasets.LabelMe().Text("image001.json", json), expected);
    }

    [Fact]
    public void DQ802_an_image_path_that_leads_nowhere() => RuleAssert.Issues(
        Datasets.LabelMe().Remove("image001.png"), Structure, "DQ802 image001.json:7:16");

    [Theory]
    [InlineData("other.png")] // the JSON's own name leads to an image, the path does not
    [InlineData("Image001.png")] // nor does another case
    [InlineData("../images/image001.png")]
    [InlineData("")]
    public void DQ802_names_the_image_that_seems_to_be_meant(string imagePath)
    {
        using TempFolder folder = new();
        DatasetBuilder dataset = Datasets.LabelMe().Text("image001.json", Datasets.LabelMeFile(1, imagePath: imagePath).Build());
        DqTestResult result = RuleAssert.Check(
            dataset.WriteFolder(folder["dataset"]), ValidationOptions.Default, "DQ802 image001.json:7:16");
        Assert.Equal("Write 'image001.png' in imagePath.", result.Issues[0].Suggestion);
    }

    [Theory]
    [InlineData("L\u00E4sion.png", "La\u0308sion.png", new string[0])]
    [InlineData("La\u0308sion.png", "L\u00E4sion.png", new[] { "DQ207 La\u0308sion.png" })]
    public void DQ802_is_not_where_names_differ_in_their_form_of_Unicode(string file, string imagePath, string[] expected)
    {
        ValidationOptions options = new() { IncludedRules = new HashSet<string> { "DQ207", "DQ802", "DQ803" } };
        RuleAssert.Issues(
            Datasets.LabelMe()
                .Remove("image001.png")
                .File(file, Datasets.Image(1))
                .Text("image001.json", Datasets.LabelMeFile(1, imagePath: imagePath).Build()),
            options,
            expected);
    }

    [Fact]
    public void DQ802_is_not_where_the_image_is_embedded() =>
        RuleAssert.Issues(
            Datasets
                .LabelMe()
                .Remove("image001.png")
                .Text("image001.json", Datasets.LabelMeFile(1, Datasets.Image(1), "gone/elsewhere.png").Build()));

    [Fact]
    public void DQ106_no_image_at_all_is_told_once()
    {
        DatasetBuilder dataset = Datasets.LabelMe();
        for (int number = 1; number <= 6; number++)
        {
            dataset.Remove($"{Datasets.Name(number)}.png");
        }

        RuleAssert.Issues(dataset, "DQ106 -");
    }

    [Fact]
    public void DQ803_other_shapes_are_told_once_a_file()
    {
        LabelMeBuilder file = Datasets.LabelMeFile(1).Shape("lesion", "polygon", 1, 1, 2, 2, 1, 3).Shape("lesion", "circle", 5, 5, 6, 6)
            .Shape("lesion", "point", 5, 5).Shape("lesion", "point", 6, 5).Shape("lesion", "star", 6, 5);
        using TempFolder folder = new();
        DqTestResult result = RuleAssert.Check(
            Datasets.LabelMe().Text("image001.json", file.Build()).WriteFolder(folder["dataset"]),
            ValidationOptions.Default,
            "DQ803 image001.json:7:5 ×4");
        Assert.Equal(
            "The file has 4 shapes that are neither rectangle nor polygon: 1 circle, 2 point, 1 'star'.", result.Issues[0].Message);
        Assert.True(result.Passed);
    }

    [Theory]
    [InlineData("C:\\\\data\\\\image001.png", "The imagePath 'C:\\data\\image001.png' is absolute.")]
    [InlineData("/data/image001.png", "The imagePath '/data/image001.png' is absolute.")]
    [InlineData("..\\\\images\\\\image001.png", "The imagePath '..\\images\\image001.png' has backslashes.")]
    public void DQ804_a_path_of_another_machine(string imagePath, string message)
    {
        DatasetBuilder dataset = Datasets.LabelMe().Text("image001.json", Datasets.LabelMeFile(1, imagePath: imagePath).Build());
        RuleAssert.Issues(dataset, "DQ804 image001.json:7:16");
        using TempFolder folder = new();
        DqTestResult result = DatasetValidator.Validate(
            dataset.WriteFolder(folder["dataset"]), cancellation: TestContext.Current.CancellationToken);
        DqIssue issue = Assert.Single(result.Issues);
        Assert.Equal((message, "Write 'image001.png' in imagePath."), (issue.Message, issue.Suggestion));
    }

    [Fact]
    public void DQ804_is_not_for_a_plain_path() => RuleAssert.Issues(
        Datasets.LabelMe().Text("image001.json", Datasets.LabelMeFile(1, imagePath: "./image001.png").Build()));

    [Theory]
    [InlineData("17", "24", null)]
    [InlineData("18", "24", "DQ805 image001.json:10:18")]
    [InlineData("17", "25", "DQ805 image001.json:10:18")]
    [InlineData("17", "null", null)]
    [InlineData("null", "null", null)]
    [InlineData("\"17\"", "24", "DQ805 image001.json:10:18")]
    public void DQ805_another_size_than_the_images(string width, string height, string? expected)
    {
        string json = $$"""
            {
              "version": "5.5.0",
              "shapes": [
                {"label": "lesion", "points": [[1, 2], [3, 4]], "shape_type": "rectangle"}
              ],
              "imagePath": "image001.png",
              "imageData": null,
              "flags": {},
              "imageHeight": {{height}},
              "imageWidth":  {{width}}
            }
            """;
        DatasetBuilder dataset = Datasets.LabelMe().Text("image001.json", json);
        RuleAssert.Issues(dataset, expected is null ? [] : [expected]);
        RuleAssert.Issues(dataset, Structure);
    }

    /// <summary>LabelMe draws in the image as EXIF turns it, and writes that size.</summary>
    [Theory]
    [InlineData(6, 24, 32, false)]
    [InlineData(6, 32, 24, false)]
    [InlineData(3, 24, 32, true)]
    public void DQ805_a_turned_image_may_have_either_size(int orientation, int width, int height, bool isTold)
    {
        LabelMeBuilder file = new LabelMeBuilder
        {
            ImagePath = "image001.jpg",
            Width = width,
            Height = height,
        }.Shape("lesion", "rectangle", 1, 2, 3, 4);
        DatasetBuilder dataset = Datasets
            .LabelMe()
            .Remove("image001.png")
            .File(
                "image001.jpg",
                new JpegBuilder
                {
                    Width = 32,
                    Height = 24,
                    Orientation = orientation,
                }.Build())
            .Text("image001.json", file.Build());
        string[] expected = isTold ? ["DQ310 image001.jpg", "DQ805 image001.json:10:17"] : ["DQ310 image001.jpg"];
        RuleAssert.Issues(dataset, expected);
    }

    [Fact]
    public void DQ806_two_files_of_one_image_and_an_image_of_none() => RuleAssert.Issues(
        Datasets.LabelMe().Text("again.json", Datasets.LabelMeFile(1).Build()).File("alone.png", Datasets.Image(7)),
        "DQ806 again.json ×2 [image001.png]",
        "DQ806 alone.png");

    [Fact]
    public void DQ807_points_that_make_no_shape() => RuleAssert.Issues(
        Datasets.LabelMe().Text(
            "image004.json",
            Datasets.LabelMeFile(4).Shape("nodule", "polygon", 1, 2)
                .Raw("""{"label": "nodule", "points": [["1", 2], [3, 4]], "shape_type": "rectangle"}""").Build()),
        "DQ807 image004.json:6:5 ×2");

    [Fact]
    public void DQ807_does_not_make_a_class_too_small() => RuleAssert.Issues(
        Datasets.LabelMe().Text("image001.json", new LabelMeBuilder { Width = 17 }.Shape("lesion", "rectangle", 1, 2).Build()),
        "DQ807 image001.json:5:5");

    [Fact]
    public void DQ601_a_class_of_two_images() => RuleAssert.Issues(
        Datasets.LabelMe().Text("image001.json", new LabelMeBuilder { Width = 17 }.Shape("nodule", "polygon", 1, 2, 2, 1, 3, 3).Build()),
        "DQ601 - [lesion]");

    /// <summary>Several shapes of one image count once, and so do two files of it.</summary>
    [Fact]
    public void DQ601_counts_images_not_shapes() =>
        RuleAssert.Issues(
            Datasets
                .LabelMe()
                .Text(
                    "image001.json",
                    Datasets.LabelMeFile(1).Shape("cyst", "rectangle", 1, 1, 2, 2).Shape("cyst", "rectangle", 3, 3, 4, 4).Build())
                .Text("again.json", Datasets.LabelMeFile(1).Shape("cyst", "rectangle", 1, 1, 2, 2).Build())
                .Text("image002.json", Datasets.LabelMeFile(2).Shape("cyst", "rectangle", 1, 1, 2, 2).Build()),
            "DQ601 - [cyst]",
            "DQ806 again.json ×2 [image001.png]");

    [Fact]
    public void DQ603_similar_labels() => RuleAssert.Issues(
        Datasets.LabelMe().Text("image001.json", Datasets.LabelMeFile(1).Shape("Lesion", "rectangle", 1, 1, 2, 2).Build())
            .Text("image002.json", Datasets.LabelMeFile(2).Shape("Lesion", "rectangle", 1, 1, 2, 2).Build())
            .Text("image003.json", Datasets.LabelMeFile(3).Shape("Lesion", "rectangle", 1, 1, 2, 2).Build()),
        "DQ603 - ×2 [lesion]");

    private static ValidationOptions Structure { get; } = new() { Level = DqLevel.Structure };

    private static string Embedded(int number, byte[] image) => Datasets.LabelMeFile(number, image).Build();

    private static string DuplicateSubject(byte[] content) =>
        System.IO.Hashing.XxHash128.HashToUInt128(content).ToString("x32", CultureInfo.InvariantCulture)[..12];
}
