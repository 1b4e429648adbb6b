using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Comparison;

public sealed class LabelComparisonTests : ComparisonTestBase
{
    [Fact]
    public void Values_that_came_went_and_changed_are_told_for_each_image_and_class() => Assert.Equal(
        [
            "Changed Label | image/image001.png | A | 1 | 0",
            "Changed Label | image/image001.png | B | 0 | 1",
            "Added Label | image/image002.png | A |  | 1",
            "Removed Label | image/image003.png | A | 1 | ",
            "Removed Label | image/image003.png | B | 0 | ",
        ],
        CompareLabels(
            "image001,A,1\nimage001,B,0\nimage003,A,1\nimage003,B,0\n",
            "image001,A,0\nimage001,B,1\nimage002,A,1\n"));

    [Theory]
    [InlineData("image001,A,1\nimage002,A,0\n", "image002,A,0\nimage001,A,1\n")]
    [InlineData("image001,A,1\n", "image001.png,A,1\n")]
    [InlineData("image001,A,1\n", "image001,A,1\nimage001,A,1\n")]
    [InlineData("image001,\"A\",1\n", "image001, A ,1\r\n")]
    [InlineData("image001,A,1,2,3,4.50\n", "image001.png,A,1.0,2.00,+3,4.5\n")]
    [InlineData("image001,A,1,2,3,4\nimage001,A,5,6,7,8\n", "image001,A,5,6,7,8\nimage001,A,1,2,3,4\n")]
    [InlineData("nobody,A,1\n", "nobody,A,1\n")]
    public void What_says_the_same_does_not_differ(string before, string after) => Assert.Empty(CompareLabels(before, after));

    [Fact]
    public void Rows_that_contradict_each_other_are_shown_as_both() => Assert.Equal(
        ["Changed Label | image/image001.png | A | 1 | 0 and 1"],
        CompareLabels("image001,A,1\n", "image001,A,1\nimage001,A,0\n"));

    [Fact]
    public void A_box_that_moved_is_changed_and_one_elsewhere_is_another() => Assert.Equal(
        [
            "Changed Label | image/image001.png | lesion | 1,2,8,8 | 1.5,2,8,8",
            "Removed Label | image/image001.png | lesion | 10,10,2,2 | ",
            "Added Label | image/image001.png | lesion |  | 14,14,2,2",
        ],
        CompareLabels(
            "image001,lesion,10,10,2,2\nimage001,lesion,1,2,8,8\n",
            "image001,lesion,14,14,2,2\nimage001,lesion,1.5,2,8,8\n"));

    [Fact]
    public void Of_several_boxes_those_that_overlap_most_are_one() => Assert.Equal(
        [
            "Changed Label | image/image001.png | lesion | 0,0,10,10 | 1,0,10,10",
            "Changed Label | image/image001.png | lesion | 5,0,10,10 | 5,1,10,10",
        ],
        CompareLabels(
            "image001,lesion,0,0,10,10\nimage001,lesion,5,0,10,10\n",
            "image001,lesion,5,1,10,10\nimage001,lesion,1,0,10,10\n"));

    [Fact]
    public void A_box_twice_is_two_boxes() => Assert.Equal(
        ["Removed Label | image/image001.png | lesion | 1,2,3,4 | "],
        CompareLabels("image001,lesion,1,2,3,4\nimage001,lesion,1,2,3,4\n", "image001,lesion,1,2,3,4\n"));

    [Fact]
    public void Another_class_is_another_label() => Assert.Equal(
        ["Removed Label | image/image001.png | cyst | 1,2,3,4 | ", "Added Label | image/image001.png | lesion |  | 1,2,3,4"],
        CompareLabels("image001,cyst,1,2,3,4\n", "image001,lesion,1,2,3,4\n"));

    [Fact]
    public void Boxes_in_place_of_values_are_removed_and_added() => Assert.Equal(
        ["Removed Label | image/image001.png | A | 1 | ", "Added Label | image/image001.png | A |  | 1,2,3,4"],
        CompareLabels("image001,A,1\n", "image001,A,1,2,3,4\n"));

    [Fact]
    public void Labels_follow_a_renamed_image()
    {
        DatasetBuilder before = Datasets.ImageOnly().Text("label.csv", "image001,A,1\nimage002,A,0\n");
        DatasetBuilder after = Datasets.ImageOnly().Remove("image/image001.png").File("image/one.png", Datasets.Image(1))
            .Text("label.csv", "one,A,1\nimage002,A,1\n");

        Assert.Equal(
            ["Renamed Image | image/one.png |  | image/image001.png | image/one.png", "Changed Label | image/image002.png | A | 0 | 1"],
            Compare(before, after));
    }

    [Fact]
    public void Labels_of_an_image_that_came_or_went_did_so_too_unless_they_were_there()
    {
        DatasetBuilder before = Datasets
            .ImageOnly()
            .Remove("image/image001.png")
            .Text("label.csv", "image001,A,1\nimage002,A,1\nimage003,A,1\n");
        DatasetBuilder after = Datasets
            .ImageOnly()
            .Remove("image/image002.png")
            .Remove("image/image003.png")
            .File("image/new.png", Datasets.Image(40))
            .Text("label.csv", "image001,A,1\nimage003,A,1\nnew,A,1\n");

        Assert.Equal(
            ["Added Label | image/new.png | A |  | 1", "Removed Label | image/image002.png | A | 1 | "],
            Compare(before, after).Where(line => line.Contains("Label", StringComparison.Ordinal)));
    }

    [Fact]
    public void Labels_without_an_image_go_by_their_name() => Assert.Equal(
        ["Added Label | nobody | A |  | 1", "Changed Label | someone | A | 0 | 1"],
        CompareLabels("someone,A,0\n", "someone,A,1\nnobody,A,1\n"));

    [Fact]
    public void Class_folders_and_a_label_file_that_says_the_same_do_not_differ()
    {
        Datasets.ClassFolders().WriteFolder(Folder["folders"]);
        Datasets.Classification().WriteZip(Folder["file.zip"]);

        Assert.Empty(CompareAt("folders", "file.zip"));
        Assert.Empty(CompareAt("file.zip", "folders"));
    }

    [Fact]
    public void LabelMe_files_with_images_beside_them_and_within_do_not_differ()
    {
        Datasets.LabelMe().WriteFolder(Folder["beside"]);
        Datasets.LabelMeEmbedded().WriteZip(Folder["within.zip"]);

        Assert.Empty(CompareAt("beside", "within.zip"));
        Assert.Empty(CompareAt("within.zip", "beside"));
    }

    [Fact]
    public void Shapes_of_LabelMe_compare_as_boxes_do()
    {
        Datasets.LabelMe().WriteFolder(Folder["before"]);
        Datasets.LabelMe().Text("image001.json", new LabelMeBuilder().Build()).WriteFolder(Folder["after"]);

        Assert.Collection(
            CompareAt("before", "after"),
            box => Assert.StartsWith("Removed Label | image001.png | lesion | ", box, StringComparison.Ordinal),
            empty => Assert.Equal("Added Label | image001.png | nothing to label |  | 1", empty));
    }

    [Fact]
    public void Rows_of_0_are_labels_where_both_have_a_place_for_them() => Assert.Equal(
        ["Added Label | image/image001.png | B |  | 0"],
        CompareLabels("image001,A,1\n", "image001,A,1\nimage001,B,0\n"));

    private IReadOnlyList<string> CompareLabels(string before, string after) =>
        Compare(Datasets.ImageOnly().Text("label.csv", before), Datasets.ImageOnly().Text("label.csv", after));
}
