using DeepQDataset.Settings;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Rules.Labels;

/// <summary>
/// Names in label.csv that look like an image's and are not its own: other forms of Unicode, invisible characters, numbers that a
/// spreadsheet program changed.
/// </summary>
public sealed class LookalikeNameTests
{
    private const string Composed = "L\u00E4sion";
    private const string Decomposed = "La\u0308sion";
    private const string Hangul = "\uAC00";
    private const string Jamo = "\u1100\u1161";

    private static readonly ValidationOptions Names =
        new() { IncludedRules = new HashSet<string> { "DQ207", "DQ513", "DQ514", "DQ520" } };

    [Theory]
    [InlineData(Decomposed, Composed)]
    [InlineData(Decomposed, Composed + ".png")]
    [InlineData(Jamo, Hangul)]
    [InlineData("a\u200Bb", "ab")]
    [InlineData("\uFEFFa", "a.png")]
    public void The_file_s_name_is_at_fault_and_the_label_finds_it(string file, string label) =>
        Check(file, label, $"DQ207 image/{file}.png");

    [Theory]
    [InlineData(Composed, Decomposed, "decomposed")]
    [InlineData(Composed, Decomposed + ".png", "decomposed")]
    [InlineData(Hangul, Jamo, "decomposed")]
    [InlineData("ab", "a\u200Bb", "U+200B")]
    [InlineData("ab", "ab\u200E.png", "U+200E")]
    public void The_label_s_name_is_at_fault_and_says_why(string file, string label, string cause) =>
        Assert.Contains(cause, Check(file, label, $"DQ513 label.csv:1:1 [{label}]").Issues[0].Message, StringComparison.Ordinal);

    [Fact]
    public void Both_in_the_same_form_are_one_name() => Check(Decomposed, Decomposed, $"DQ207 image/{Decomposed}.png");

    [Fact]
    public void The_case_may_differ_as_well()
    {
        DqTestResult result = Check(Composed, Decomposed.ToUpperInvariant(), $"DQ513 label.csv:1:1 [{Decomposed.ToUpperInvariant()}]");
        Assert.Contains("decomposed", result.Issues[0].Message, StringComparison.Ordinal);
        Assert.Contains("case", result.Issues[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_images_that_look_alike_are_told_apart_by_their_own_names() => RuleAssert.Issues(
        new DatasetBuilder()
            .File($"image/{Composed}.png", Datasets.Image(1))
            .File($"image/{Decomposed}.png", Datasets.Image(2))
            .Text("label.csv", $"{Composed}.png,A,1\n{Decomposed}.png,A,1\n"),
        Names,
        $"DQ207 image/{Decomposed}.png");

    [Theory]
    [InlineData("00001", "1")]
    [InlineData("00001", "1.png")]
    [InlineData("007", "7.0")]
    [InlineData("12", "12.0")]
    [InlineData("000", "0")]
    public void Leading_zeros_and_fractions_of_a_spreadsheet_are_named_with_the_image(string file, string label)
    {
        DqTestResult result = Check(file, label, $"DQ513 label.csv:1:1 [{label}]");
        Assert.Contains("program", result.Issues[0].Message, StringComparison.Ordinal);
        Assert.Contains($"'{file}", result.Issues[0].Suggestion, StringComparison.Ordinal);
        Assert.True(result.Issues[0].Repairable);
    }

    [Theory]
    [InlineData("2.019E+12")]
    [InlineData("1,23457E+15")]
    [InlineData("5E+20")]
    public void A_long_number_in_short_is_named_with_its_cause(string label) => Assert.Contains(
        "spreadsheet program", Check("a", $"\"{label}\"", [$"DQ513 label.csv:1:1 [{label}]", "DQ520 label.csv"]).Issues[0].Message,
        StringComparison.Ordinal);

    [Fact]
    public void A_number_that_two_images_may_have_names_none() => RuleAssert.Issues(
        new DatasetBuilder()
            .File("image/001.png", Datasets.Image(1))
            .File("image/0001.png", Datasets.Image(2))
            .Text("label.csv", "1,A,1\n"),
        Names,
        "DQ513 label.csv:1:1 [1]",
        "DQ520 label.csv ×2");

    [Theory]
    [InlineData("10", "1")]
    [InlineData("a01", "a1")]
    public void Other_numbers_are_other_names(string file, string label) =>
        Check(file, label, [$"DQ513 label.csv:1:1 [{label}]", "DQ520 label.csv"]);

    private static DqTestResult Check(string file, string label, params string[] expected)
    {
        using TempFolder folder = new();
        string dataset = new DatasetBuilder()
            .File($"image/{file}.png", Datasets.Image(1))
            .Text("label.csv", $"{label},A,1\n")
            .WriteFolder(folder["dataset"]);
        return RuleAssert.Check(dataset, Names, expected);
    }
}
