using DeepQDataset.Settings;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Rules.Labels;

/// <summary>Whether label.csv and the images name each other. Six images, 001 to 003 of Class A and 004 to 006 of Class B.</summary>
public sealed class LabelReferenceRuleTests
{
    [Fact]
    public void Accepted_datasets_have_no_issues()
    {
        RuleAssert.Issues(Datasets.Classification());
        RuleAssert.Issues(Datasets.Detection());
        RuleAssert.Issues(Datasets.Studies());
    }

    [Fact]
    public void Names_may_have_their_extension() => RuleAssert.Issues(Labelled("image001", "image001.png"));

    [Fact]
    public void In_studies_a_file_name_that_is_there_once_needs_no_folders() =>
        RuleAssert.Issues(Datasets.Studies()
            .File("image/Study1/Series1/only.png", Datasets.Image(9))
            .Text("label.csv", LabelsOf(Datasets.Studies()) + "only,Class A,1\nonly,Class B,0\n"));

    [Theory]
    [InlineData("Image001", "case")]
    [InlineData("image001.PNG", "case")]
    [InlineData("image001.jpg", "extension")]
    [InlineData("image/image001", "folder")]
    [InlineData("chest/set 1/image001.png", "folder")]
    [InlineData(@"chest\image001.png", "'\\'")]
    public void DQ513_names_the_cause_and_the_image_that_is_meant(string name, string cause)
    {
        DatasetBuilder dataset = Labelled("image001", name);
        using TempFolder folder = new();

        DqTestResult result = RuleAssert.Check(
            dataset.WriteFolder(folder["dataset"]), ValidationOptions.Default, $"DQ513 label.csv:1:1 ×2 [{name}]");

        Assert.Contains(cause, result.Issues[0].Message, StringComparison.Ordinal);
        Assert.Contains("image001", result.Issues[0].Suggestion, StringComparison.Ordinal);
    }

    [Fact]
    public void DQ513_suggests_the_nearest_name()
    {
        using TempFolder folder = new();

        DqTestResult result = RuleAssert.Check(
            Labelled("image004", "imgae004").WriteFolder(folder["dataset"]),
            ValidationOptions.Default,
            "DQ513 label.csv:7:1 ×2 [imgae004]");

        Assert.Contains("'image004'", result.Issues[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void DQ513_a_name_that_is_near_to_none() => RuleAssert.Issues(
        Datasets.Classification().Text("label.csv", LabelsOf(Datasets.Classification()) + "scan,Class A,1\nscan,Class B,0\n"),
        "DQ513 label.csv:13:1 ×2 [scan]");

    [Fact]
    public void DQ513_a_missing_folder_is_one_issue() => RuleAssert.Issues(
        Datasets.Studies().Text(
            "label.csv", LabelsOf(Datasets.Studies()) + "Study9/Series1/a,Class A,1\nStudy9/Series1/a,Class "
                + "B,0\nStudy9/Series1/b,Class A,1\nStudy9/Series1/b,Class B,0\n"),
        "DQ513 label.csv:13:1 ×4 [Study9/Series1]");

    [Fact]
    public void DQ513_a_qualified_name_with_backslashes_is_read_as_meant() =>
        RuleAssert.Issues(
            Datasets
                .Studies()
                .Text(
                    "label.csv",
                    LabelsOf(Datasets.Studies()).Replace("Study1/Series1/image001", @"Study1\Series1\image001", StringComparison.Ordinal)),
            @"DQ513 label.csv:1:1 ×2 [Study1\Series1\image001.png]");

    [Fact]
    public void DQ514_a_stem_of_two_images_is_ambiguous_on_each_line() => RuleAssert.Issues(
        Datasets.Classification().File("image/image001.jpg", new JpegBuilder().Build()),
        "DQ514 label.csv:1:1 [image001]",
        "DQ514 label.csv:2:1 [image001]");

    [Fact]
    public void DQ514_is_not_where_the_names_have_their_extensions() => RuleAssert.Issues(
        Labelled("image001", "image001.png").File("image/image001.jpg", new JpegBuilder().Build()),
        new ValidationOptions { ExcludedRules = new HashSet<string> { "DQ209", "DQ520" } });

    [Fact]
    public void DQ520_is_one_issue_with_the_count_and_the_first_ten_names()
    {
        DatasetBuilder dataset = Datasets.Classification();
        for (int number = 10; number < 22; number++)
        {
            dataset.File($"image/{Datasets.Name(number)}.png", Datasets.Image(number));
        }

        using TempFolder folder = new();
        DqTestResult result = RuleAssert.Check(dataset.WriteFolder(folder["dataset"]), ValidationOptions.Default, "DQ520 label.csv ×12");

        Assert.Contains("image010.png, ", result.Issues[0].Message, StringComparison.Ordinal);
        Assert.Contains("image019.png and 2 more.", result.Issues[0].Message, StringComparison.Ordinal);
        Assert.True(result.Passed);
    }

    [Fact]
    public void DQ520_an_image_that_a_bad_line_names_is_named() =>
        RuleAssert.Issues(
            Datasets
                .Classification()
                .File("image/x.png", Datasets.Image(30))
                .Text("label.csv", LabelsOf(Datasets.Classification()) + "x,Class A\n"),
            "DQ505 label.csv:13");

    [Fact]
    public void An_empty_label_file_says_just_that() => RuleAssert.Issues(Datasets.ImageOnly().Text("label.csv", ""), "DQ521 label.csv");

    internal static string LabelsOf(DatasetBuilder dataset) => System.Text.Encoding.UTF8.GetString(dataset.Entries["label.csv"]!);

    private static DatasetBuilder Labelled(string image, string name) =>
        Datasets
            .Classification()
            .Text("label.csv", LabelsOf(Datasets.Classification()).Replace(image + ",", name + ",", StringComparison.Ordinal));
}
