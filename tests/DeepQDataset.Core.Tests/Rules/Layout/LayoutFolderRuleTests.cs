using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Rules.Layout;

public class LayoutFolderRuleTests
{
    private static byte[] Image => Datasets.Image(7);

    [Fact]
    public void DQ107_one_folder_level_in_image_is_no_study()
    {
        RuleAssert.Issues(
            Datasets.ImageOnly().File("image/more/x.png", Image).File("image/more/y.png", Datasets.Image(8)), "DQ107 image/more");
        RuleAssert.Issues(Datasets.Studies().Remove("label.csv").File("image/Study3/x.png", Image), "DQ107 image/Study3");
    }

    [Fact]
    public void DQ107_three_folder_levels_are_one_too_many()
    {
        RuleAssert.Issues(new DatasetBuilder().File("image/S/Series1/deeper/x.png", Image), "DQ107 image/S/Series1/deeper");
        RuleAssert.Issues(new DatasetBuilder().File("image/S/Series1/deeper/still/x.png", Image), "DQ107 image/S/Series1/deeper");
        RuleAssert.Issues(new DatasetBuilder().File("image/Patient/S/Series1/x.png", Image), "DQ107 image/Patient/S/Series1");
    }

    [Fact]
    public void DQ107_a_folder_in_a_class_folder()
    {
        RuleAssert.Issues(Datasets.ClassFolders().File("Classes/Class A/left/x.png", Image), "DQ107 Classes/Class A/left");
        RuleAssert.Issues(Datasets.ClassFolders().Folder("Classes/Class A/left"), "DQ107 Classes/Class A/left");
    }

    [Theory]
    [InlineData("series1")]
    [InlineData("Series_1")]
    [InlineData("Series 1")]
    [InlineData("Series0")]
    [InlineData("axial")]
    public void DQ108_a_series_folder_of_another_name(string name) =>
        RuleAssert.Issues(new DatasetBuilder().File($"image/S/{name}/x.png", Image), $"DQ108 image/S/{name}");

    [Theory]
    [InlineData("Series1")]
    [InlineData("Series007")]
    public void DQ108_Series_and_a_number_is_right(string name) =>
        RuleAssert.Issues(new DatasetBuilder().File($"image/S 1/{name}/x.png", Image));

    [Fact]
    public void DQ109_an_image_directly_in_Classes() =>
        RuleAssert.Issues(Datasets.ClassFolders().File("Classes/x.png", Image), "DQ109 Classes/x.png");

    [Fact]
    public void DQ110_a_folder_without_an_image()
    {
        RuleAssert.Issues(Datasets.ClassFolders().Folder("Classes/Class C"), "DQ110 Classes/Class C");
        RuleAssert.Issues(Datasets.ClassFolders().Folder("Classes/Class C/inner"), "DQ110 Classes/Class C");
        RuleAssert.Issues(Datasets.Studies().Folder("image/Study3"), "DQ110 image/Study3");
        RuleAssert.Issues(Datasets.Studies().Folder("image/Study3/Series1"), "DQ110 image/Study3");
        RuleAssert.Issues(Datasets.Studies().Folder("image/Study1/Series2"), "DQ110 image/Study1/Series2");
        RuleAssert.Issues(Datasets.ImageOnly().Folder("image/more"), "DQ110 image/more");
    }

    [Fact]
    public void DQ110_a_class_folder_with_other_files_alone() =>
        RuleAssert.Issues(
            Datasets.ClassFolders().Text("Classes/Class C/notes.txt", "x"), "DQ110 Classes/Class C", "DQ111 Classes/Class C/notes.txt");
}
