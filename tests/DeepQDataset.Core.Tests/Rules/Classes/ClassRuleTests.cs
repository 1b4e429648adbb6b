using System.Globalization;
using System.Text;
using DeepQDataset.Core.Tests.Rules.Labels;
using DeepQDataset.Settings;
using DeepQDataset.TestKit;
using DeepQDataset.Text;
using Xunit;

namespace DeepQDataset.Core.Tests.Rules.Classes;

public sealed class ClassRuleTests
{
    [Fact]
    public void DQ601_three_images_suffice() => RuleAssert.Issues(Labels(("cat", 3), ("dog", 3)));

    [Fact]
    public void DQ601_two_are_too_few() => RuleAssert.Issues(Labels(("cat", 2), ("dog", 3)), "DQ601 label.csv [cat]");

    [Fact]
    public void DQ601_a_class_without_a_1_has_no_image() =>
        RuleAssert.Issues(Labels(("cat", 0), ("dog", 3), ("eel", 3)), "DQ601 label.csv [cat]");

    [Fact]
    public void DQ601_the_minimum_can_be_set()
    {
        RuleAssert.Issues(Labels(("cat", 5), ("dog", 4)), new ValidationOptions { MinimumClassImages = 5 }, "DQ601 label.csv [dog]");
        RuleAssert.Issues(Labels(("cat", 1), ("dog", 1)), new ValidationOptions { MinimumClassImages = 1 });
    }

    [Fact]
    public void DQ601_class_folders() => RuleAssert.Issues(Folders(("cat", 2), ("dog", 3)), "DQ601 Classes/cat [cat]");

    [Fact]
    public void DQ601_class_folders_in_an_enclosing_folder() =>
        RuleAssert.Issues(Folders(("cat", 2), ("dog", 3)).Wrapped("set"), "DQ601 set/Classes/cat [cat]");

    [Fact]
    public void DQ601_many_boxes_of_one_image_are_one_image() => RuleAssert.Issues(
        Datasets.ImageOnly().Text(
            "label.csv",
            "image001,x,1,1,5,5\nimage001,x,2,2,5,5\nimage001.png,x,3,3,5,5\nimage002,x,1,1,5,5\n"
            + "image003,y,1,1,5,5\nimage004,y,1,1,5,5\nimage005,y,1,1,5,5\nimage006,y,1,1,5,5\n"),
        "DQ601 label.csv [x]");

    [Theory]
    [InlineData("image003,cat,0\n", "DQ516 label.csv:7 [cat]")]
    public void DQ601_is_not_where_it_would_hold_but_for_another_error(string lines, params string[] expected) =>
        RuleAssert.Issues(
            Datasets
                .ImageOnly()
                .Text(
                    "label.csv",
                    "image001,cat\nimage002,cat\nimage003,cat\nimage004,dog\nimage005,dog\nimage006,dog\n".Replace(
                        "\n", ",1\n", StringComparison.Ordinal
                    ) + lines),
            new ValidationOptions { ExcludedRules = new HashSet<string> { "DQ518" } },
            expected);

    [Fact]
    public void DQ601_a_missing_image_is_one_cause() => RuleAssert.Issues(
        Datasets.Classification().Remove("image/image001.png"), "DQ513 label.csv:1:1 ×2 [image001]");

    [Fact]
    public void DQ602_one_class_alone() => RuleAssert.Issues(Labels(("cat", 3)), "DQ602 label.csv [cat]");

    [Fact]
    public void DQ602_one_class_folder_alone() => RuleAssert.Issues(Folders(("cat", 3)), "DQ602 Classes/cat [cat]");

    [Fact]
    public void DQ602_one_kind_of_object_is_fine() =>
        RuleAssert.Issues(
            Datasets
                .Detection()
                .Text(
                    "label.csv",
                    LabelReferenceRuleTests.LabelsOf(Datasets.Detection()).Replace("nodule", "lesion", StringComparison.Ordinal)));

    [Theory]
    [InlineData("Cat", "cat", "cat")]
    [InlineData("left lung", "leftlung", "leftlung")]
    [InlineData("ＡＢ", "ab", "ab")]
    [InlineData("grade 01", "grade 1", "grade1")]
    public void DQ603_similar_names_are_one_issue_a_group(string first, string second, string shared) =>
        RuleAssert.Issues(Labels((first, 3), (second, 3)), $"DQ603 label.csv ×2 [{shared}]");

    [Theory]
    [InlineData("grade 10", "grade 1")]
    [InlineData("type 0", "type 00a")]
    [InlineData("v1.05", "v1.5")]
    [InlineData("cat", "cats")]
    public void DQ603_is_not_where_names_differ_more(string first, string second) =>
        Assert.NotEqual(SimilarName.KeyOf(first), SimilarName.KeyOf(second));

    [Fact]
    public void DQ603_class_folders_that_differ_by_white_space() => RuleAssert.Issues(
        Folders(("left lung", 3), ("leftlung", 3)), "DQ603 Classes/left lung ×2 [leftlung]");

    [Fact]
    public void DQ604_more_than_ten_to_one() => RuleAssert.Issues(Labels(("cat", 31), ("dog", 3)), "DQ604 label.csv [dog]");

    [Fact]
    public void DQ604_ten_to_one_is_fine() => RuleAssert.Issues(Labels(("cat", 30), ("dog", 3)));

    [Fact]
    public void DQ604_the_ratio_can_be_set() =>
        RuleAssert.Issues(Labels(("cat", 7), ("dog", 3)), new ValidationOptions { MaximumImbalance = 2 }, "DQ604 label.csv [dog]");

    private static DatasetBuilder Labels(params (string Name, int Images)[] classes)
    {
        DatasetBuilder dataset = new();
        StringBuilder labels = new();
        int number = 0;
        foreach ((string name, int images) in classes)
        {
            for (int image = 0; image < images; image++)
            {
                number++;
                dataset.File($"image/{Datasets.Name(number)}.png", Datasets.Image(number));
                foreach ((string other, _) in classes)
                {
                    labels.Append(CultureInfo.InvariantCulture, $"{Datasets.Name(number)},{other},{(other == name ? 1 : 0)}\n");
                }
            }
        }

        return dataset.Text("label.csv", labels.ToString());
    }

    private static DatasetBuilder Folders(params (string Name, int Images)[] classes)
    {
        DatasetBuilder dataset = new();
        int number = 0;
        foreach ((string name, int images) in classes)
        {
            for (int image = 0; image < images; image++)
            {
                number++;
                dataset.File($"Classes/{name}/{Datasets.Name(number)}.png", Datasets.Image(number));
            }
        }

        return dataset;
    }
}
