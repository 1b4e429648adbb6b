using DeepQDataset.Conversion.Yolo;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Conversion.Yolo;

/// <summary>Which folder's labels are which folder's, and where the splits of a description lead.</summary>
public sealed class YoloFolderTests : IDisposable
{
    private const string Box = "0 0.5 0.5 0.25 0.2";
    private const string CatBox = "cat 75 40 50 20";

    private readonly TempFolder _folder = new();
    private readonly Collecting _collecting = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("images/not_dogs/3.png", "labels/dogs/3.txt")]
    [InlineData("not_dogs/3.png", "dogs/3.txt")]
    [InlineData("images/train/3.png", "labels/val/3.txt")]
    public void A_label_file_of_another_folder_is_not_taken(string image, string label)
    {
        string other = label.Replace("labels/", "images/", StringComparison.Ordinal).Replace("3.txt", "1.png", StringComparison.Ordinal);
        DatasetBuilder set = new DatasetBuilder().Text("classes.txt", "cat").File(image, Image()).File(other, Image(2)).Text(label, Box)
            .Text(label.Replace("3.txt", "1.txt", StringComparison.Ordinal), Box);

        string[] labels = Convert(set);

        Assert.Equal([$"1.png: {CatBox}", "3.png"], labels.Order(StringComparer.Ordinal));
        Assert.Equal(["LabelsMissing", "LabelsWithoutImage"], _collecting.Ids.Order(StringComparer.Ordinal));
        Assert.EndsWith(
            "3.txt", _collecting.Remarks.Single(remark => remark.Reason.Id == "LabelsWithoutImage").Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("images/train/a.png", "train/labels/a.txt")]
    [InlineData("scans/site 1/a.png", "boxes/site 1/a.txt")]
    [InlineData("set/scans/a.png", "set/a.txt")]
    [InlineData("a.png", "yolo/a.txt")]
    public void Trees_that_mirror_each_other_pair(string image, string label)
    {
        Assert.Equal([$"a.png: {CatBox}"], Convert(new DatasetBuilder().Text("classes.txt", "cat").File(image, Image()).Text(label, Box)));
        Assert.Empty(_collecting.Remarks);
    }

    [Theory]
    [InlineData("L\u00E4sion", "La\u0308sion")]
    [InlineData("La\u0308sion", "L\u00E4sion")]
    [InlineData("a", "a\u200B")]
    public void Names_in_another_form_of_Unicode_pair(string image, string label)
    {
        DatasetBuilder set = new DatasetBuilder().Text("classes.txt", "cat")
            .File($"images/{image}.png", Image()).Text($"labels/{label}.txt", Box)
            .File($"scans/{image}2.png", Image(2)).Text($"boxes/{label}2.txt", Box);

        Assert.Equal(2, Convert(set).Count(text => text.EndsWith(CatBox, StringComparison.Ordinal)));
        Assert.Empty(_collecting.Remarks);
    }

    [Theory]
    [InlineData("data.yaml", "train: ../train/images\nnames: [cat]\n")]
    [InlineData("data.yaml", "train: /content/Rock-1/train/images\nnames: [cat]\n")]
    [InlineData("data.yaml", "train: 'D:\\data\\rocks\\train\\images'\nnames: [cat]\n")]
    public void Splits_are_looked_for_from_the_description_s_own_folder(string description, string text)
    {
        DatasetBuilder set = new DatasetBuilder().Text($"Rock-1/{description}", text)
            .File("Rock-1/train/images/a.png", Image()).Text("Rock-1/train/labels/a.txt", Box)
            .File("Rock-1/valid/images/b.png", Image(2)).Text("Rock-1/valid/labels/b.txt", Box);

        Assert.Equal([$"a.png: {CatBox}"], Convert(set));
        Assert.Empty(_collecting.Remarks);
    }

    [Fact]
    public void Labels_of_images_that_no_split_names_are_not_left_over()
    {
        DatasetBuilder set = new DatasetBuilder().Text("data.yaml", "train: train/images\nnames: [cat]\n")
            .File("train/images/a.png", Image()).Text("train/labels/a.txt", Box)
            .File("valid/images/b.png", Image(2)).Text("valid/labels/b.txt", Box)
            .Text("train/labels/gone.txt", Box);

        Assert.Equal([$"a.png: {CatBox}"], Convert(set));
        Assert.Equal(["LabelsWithoutImage"], _collecting.Ids);
    }

    private static byte[] Image(int seed = 1) => new PngBuilder { Width = 200, Height = 100, Seed = seed }.Build();

    private string[] Convert(DatasetBuilder set)
    {
        set.WriteFolder(_folder["set"]);
        return
        [
            .. YoloConverter
                .Convert(_folder["set"], new YoloOptions(), _collecting.Log, null, TestContext.Current.CancellationToken)
                .Select(Converted.Text),
        ];
    }
}
