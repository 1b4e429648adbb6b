using System.Text.Json;
using DeepQDataset.Building.Folders;
using DeepQDataset.Building.Planning;
using DeepQDataset.Conversion.Coco;
using DeepQDataset.Conversion.Export;
using DeepQDataset.Conversion.Yolo;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Conversion.Export;

/// <summary>All images here are 200 pixels wide and 100 high.</summary>
public sealed class ExportTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Collecting _collecting = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void YOLO_gets_centre_and_size_in_shares()
    {
        // x 75 to 125 of 200: centre 100 / 200 = 0.5, width 50 / 200 = 0.25; y 40 to 60 of 100: centre 0.5, height 0.2.
        Write("a,cat,75,40,50,20\na,dog,0,0,200,100\nempty,nothing to label,,,,\n", "a", "empty", "none");
        WriteFolder(
            YoloExport.FromDataset(_folder["set"], new ExportOptions(), _collecting.Log, null, TestContext.Current.CancellationToken));

        Assert.Equal("0 0.5 0.5 0.25 0.2\n1 0.5 0.5 1 1\n", Read("labels/train/a.txt"));
        Assert.Equal("", Read("labels/train/empty.txt"));
        Assert.False(File.Exists(_folder["out/labels/train/none.txt"])); // nobody said that it holds nothing
        Assert.True(File.Exists(_folder["out/images/train/none.png"]));
        Assert.EndsWith(
            "train: images/train\nval: images/train\n\nnames:\n  0: 'cat'\n  1: 'dog'\n", Read("data.yaml"), StringComparison.Ordinal);
        Assert.Equal(File.ReadAllBytes(_folder["set/image/a.png"]), File.ReadAllBytes(_folder["out/images/train/a.png"]));
    }

    [Fact]
    public void COCO_gets_the_box_as_it_is_and_the_image_with_its_true_size()
    {
        Write("a,cat,75.25,40,50,20.5\nempty,nothing to label,,,,\n", "a", "empty", "none");
        WriteFolder(
            CocoExport.FromDataset(_folder["set"], new ExportOptions(), _collecting.Log, null, TestContext.Current.CancellationToken));
        JsonElement root = JsonDocument.Parse(Read("annotations/instances.json")).RootElement;

        Assert.Equal("""[{"id":1,"name":"cat","supercategory":""}]""", root.GetProperty("categories").GetRawText());
        Assert.Equal(
            """[{"id":1,"file_name":"a.png","width":200,"height":100},"""
            + """{"id":2,"file_name":"empty.png","width":200,"height":100},"""
            + """{"id":3,"file_name":"none.png","width":200,"height":100,"not_exhaustive_category_ids":[1]}]""",
            root.GetProperty("images").GetRawText());
        Assert.Equal(
            """[{"id":1,"image_id":1,"category_id":1,"bbox":[75.25,40,50,20.5],"area":1025,"iscrowd":0,"segmentation":[]}]""",
            root.GetProperty("annotations").GetRawText()); // 50 × 20.5 = 1025
    }

    [Fact]
    public void Classes_of_images_are_annotations_without_a_box_and_what_they_are_not_stands_with_the_image()
    {
        Write("a,cat,1\na,dog,0\n", "a");
        WriteFolder(
            CocoExport.FromDataset(_folder["set"], new ExportOptions(), _collecting.Log, null, TestContext.Current.CancellationToken));
        JsonElement root = JsonDocument.Parse(Read("annotations/instances.json")).RootElement;

        Assert.Equal("""[{"id":1,"image_id":1,"category_id":1}]""", root.GetProperty("annotations").GetRawText());
        Assert.Equal("[2]", root.GetProperty("images")[0].GetProperty("neg_category_ids").GetRawText());
    }

    [Fact]
    public void Names_of_classes_are_quoted_so_that_any_YAML_reader_takes_them()
    {
        LabelSet labels = new();
        string[] names = ["it's", "a: b", "[x]", "tab\there", "#1", "007", "肺結節"];
        Write("", "a");
        foreach (string name in names)
        {
            string path = _folder["set/image/a.png"];
            labels.Add(new DqLabel { Image = "a.png", Class = name, X = 1, Y = 1, Width = 2, Height = 2, SourcePath = path });
        }

        WriteFolder(YoloExport.FromLabels(labels, null, new ExportOptions(), _collecting.Log, null, TestContext.Current.CancellationToken));

        Assert.Equal(
            names,
            YoloConverter.Convert(_folder["out"], new YoloOptions(), _collecting.Log, null, TestContext.Current.CancellationToken).Select(
                label => label.Class));
    }

    [Fact]
    public void Rows_without_an_image_and_images_that_cannot_be_measured_are_told_of()
    {
        Write("a,cat,1,1,2,2\ngone,cat,1,1,2,2\nbad,cat,1,1,2,2\n", "a");
        File.WriteAllText(_folder["set/image/bad.png"], "no image");
        WriteFolder(
            YoloExport.FromDataset(_folder["set"], new ExportOptions(), _collecting.Log, null, TestContext.Current.CancellationToken));

        Assert.Equal(["RowWithoutImage", "ImageUnmeasured"], _collecting.Ids);
        Assert.Equal(["a.txt"], Directory.GetFiles(_folder["out/labels/train"]).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("a,cat,1,2,3,4\nempty,nothing to label,,,,\n", "a.png: cat 1 2 3 4")]
    [InlineData("empty,nothing to label,,,,\n", "a.png")] // no class at all
    public void What_holds_nothing_and_what_nobody_labelled_come_back_from_COCO_and_YOLO(string labels, string first)
    {
        Write(labels, "a", "empty", "none");
        string[] expected = [first, "empty.png: nothing", "none.png"];
        WriteFolder(
            CocoExport.FromDataset(_folder["set"], new ExportOptions(), _collecting.Log, null, TestContext.Current.CancellationToken));
        IEnumerable<DqLabel> coco =
            CocoConverter.Convert(_folder["out"], new CocoOptions(), _collecting.Log, null, TestContext.Current.CancellationToken);
        Assert.Equal(expected, coco.Select(Converted.Text).Order(StringComparer.Ordinal));

        Directory.Delete(_folder["out"], recursive: true);
        WriteFolder(
            YoloExport.FromDataset(_folder["set"], new ExportOptions(), _collecting.Log, null, TestContext.Current.CancellationToken));
        IEnumerable<DqLabel> yolo =
            YoloConverter.Convert(_folder["out"], new YoloOptions(), _collecting.Log, null, TestContext.Current.CancellationToken);
        Assert.Equal(expected, yolo.Select(Converted.Text).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_excluded_image_stays_out_with_its_labels()
    {
        Write("a,cat,1,1,2,2\nb,cat,1,1,2,2\n", "a", "b", "c");
        ExportOptions options = new() { IsExcluded = path => path.EndsWith("b.png", StringComparison.Ordinal) };
        WriteFolder(YoloExport.FromDataset(_folder["set"], options, _collecting.Log, null, TestContext.Current.CancellationToken));

        Assert.Equal(
            ["a.png", "c.png"], Directory.GetFiles(_folder["out/images/train"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    private void Write(string labels, params string[] images)
    {
        DatasetBuilder set = new DatasetBuilder().Text("label.csv", labels);
        for (int index = 0; index < images.Length; index++)
        {
            set.File($"image/{images[index]}.png", new PngBuilder { Width = 200, Height = 100, Seed = index }.Build());
        }

        set.WriteFolder(_folder["set"]);
    }

    private void WriteFolder(ArchivePlan plan)
    {
        using ArchivePlan made = plan;
        FolderWriter.Write(made, _folder["out"], new FolderOptions(), null, TestContext.Current.CancellationToken);
    }

    private string Read(string path) => File.ReadAllText(_folder["out/" + path]);
}
