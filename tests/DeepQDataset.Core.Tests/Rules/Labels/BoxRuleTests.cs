using System.Globalization;
using System.Text;
using DeepQDataset.Settings;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Rules.Labels;

/// <summary>Boxes and the images around them: three images of 100 × 50 pixels, one box each, of which the first is varied.</summary>
public sealed class BoxRuleTests
{
    [Theory]
    [InlineData("0,0,100,50", null)]
    [InlineData("-0.5,-0.5,101,51", null)]
    [InlineData("-0.51,0,50,50", "DQ515")]
    [InlineData("0,-0.51,50,50", "DQ515")]
    [InlineData("60,0,40.51,50", "DQ515")]
    [InlineData("0,10,5,40.51", "DQ515")]
    [InlineData("99.9,49.9,10,10", "DQ515")]
    [InlineData("100,0,1,1", "DQ512")]
    [InlineData("0,50,1,1", "DQ512")]
    [InlineData("-10,0,10,10", "DQ512")]
    [InlineData("0,-10,10,10", "DQ512")]
    [InlineData("-9.9,-9.9,10,10", "DQ515")]
    [InlineData("5000,5000,10,10", "DQ512")]
    public void DQ512_wholly_outside_and_DQ515_beyond_half_a_pixel(string box, string? rule) =>
        RuleAssert.Issues(Boxes(box, "1,1,9,9", "2,2,9,9"), rule is null ? [] : [$"{rule} label.csv:1 [a1]"]);

    [Fact]
    public void At_level_Structure_images_are_not_measured() =>
        RuleAssert.Issues(Boxes("5000,0,1,1", "1,1,9,9", "2,2,9,9"), new ValidationOptions { Level = DqLevel.Structure });

    [Fact]
    public void DQ525_shares_of_the_image_are_told_once() =>
        RuleAssert.Issues(Boxes("0.5,0.5,0.25,0.1", "0,0,1,1", "0.2,0.3,0.04,0.05"), "DQ525 label.csv");

    [Fact]
    public void DQ525_is_not_where_one_number_is_above_1() => RuleAssert.Issues(Boxes("0.5,0.5,0.25,0.1", "0,0,1,1", "0.2,0.3,0.04,1.01"));

    [Fact]
    public void DQ526_corners_are_told_once_for_all() =>
        RuleAssert.Issues(Boxes("60,20,90,40", "50,30,70,40", "10,10,20,20"), "DQ526 label.csv ×2");

    [Fact]
    public void DQ526_what_fits_as_no_corner_is_still_told() =>
        RuleAssert.Issues(Boxes("60,20,90,40", "50,30,70,40", "90,10,20,20"), "DQ515 label.csv:3 [a3]", "DQ526 label.csv ×2");

    [Fact]
    public void DQ526_takes_most_boxes() =>
        RuleAssert.Issues(Boxes("60,20,90,40", "10,10,20,20", "10,10,20,20"), "DQ515 label.csv:1 [a1]");

    [Fact]
    public void Boxes_of_a_missing_image_are_not_measured() =>
        RuleAssert.Issues(
            Boxes("1,1,9,9", "1,1,9,9", "2,2,9,9").Text("label.csv", "a1,x,1,1,9,9\na2,x,1,1,9,9\na3,x,1,1,9,9\nother,x,5000,1,1,1\n"),
            "DQ513 label.csv:4:1 [other]");

    private static DatasetBuilder Boxes(params string[] boxes)
    {
        DatasetBuilder dataset = new();
        StringBuilder labels = new();
        for (int number = 1; number <= boxes.Length; number++)
        {
            dataset.File($"image/a{number}.png", new PngBuilder { Width = 100, Height = 50, Seed = number }.Build());
            labels.Append(CultureInfo.InvariantCulture, $"a{number},x,{boxes[number - 1]}\n");
        }

        return dataset.Text("label.csv", labels.ToString());
    }
}
