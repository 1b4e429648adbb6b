using DeepQDataset.Conversion.Yolo;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Conversion.Yolo;

/// <summary>All images here are 200 pixels wide and 100 high, so that shares are easy to turn into pixels.</summary>
public sealed class YoloConverterTests : IDisposable
{
    private const string Yaml = "path: .\ntrain: images\nnames: [cat, dog]\n";

    private readonly TempFolder _folder = new();
    private readonly Collecting _collecting = new();

    public void Dispose() => _folder.Dispose();

    [Theory]

    // Centre (0.5 × 200, 0.5 × 100) = (100, 50), size (0.25 × 200, 0.2 × 100) = (50, 20): from (75, 40) on.
    [InlineData("1 0.5 0.5 0.25 0.2", "dog 75 40 50 20")]
    [InlineData("0\t0.5  0.5 0.25 0.2 ", "cat 75 40 50 20")]
    [InlineData("1.0 5e-1 0.5 0.25 0.2", "dog 75 40 50 20")]

    // A triangle: x from 0.1 to 0.4, so 20 to 80; y from 0.2 to 0.9, so 20 to 90.
    [InlineData("0 0.1 0.2 0.4 0.2 0.3 0.9", "cat 20 20 60 70")]

    // Four corners of a turned box: x from 0.2 to 0.6, so 40 to 120; y from 0.1 to 0.5, so 10 to 50.
    [InlineData("0 0.4 0.1 0.6 0.3 0.4 0.5 0.2 0.3", "cat 40 10 80 40")]

    // DOTA: corners in pixels, the class's name, how difficult it is.
    [InlineData("10 20 110 20 110 70 10 70 tabby cat 1", "tabby cat 10 20 100 50")]

    // No noise of binary numbers: 0.35 − 0.3 / 2 = 0.2 exactly.
    [InlineData("0 0.35 0.3 0.3 0.2", "cat 40 20 60 20")]
    public void Each_form_of_line_becomes_a_box_in_pixels(string line, string expected)
    {
        Assert.Equal(["a.png: " + expected], Convert(Set(("a", line))));
        Assert.Empty(_collecting.Remarks);
    }

    [Fact]
    public void Key_points_behind_a_box_are_no_outline()
    {
        DatasetBuilder set = Set(("a", "0 0.5 0.5 0.25 0.2 0.1 0.1 2 0.9 0.9 2\n0 0.5 0.5 0.25 0.2 0.1 0.1 2 0.9 0.9 2 0.87"))
            .Text("data.yaml", Yaml + "kpt_shape: [2, 3]\n");

        Assert.Equal(["a.png: cat 75 40 50 20", "a.png: cat 75 40 50 20"], Convert(set));
        Assert.Equal(["ConfidenceDropped"], _collecting.Ids);
    }

    [Fact]
    public void Empty_files_say_that_an_image_holds_nothing_and_no_file_says_nothing_which_is_told()
    {
        DatasetBuilder set = Set(("a", "\n"), ("b", "")).File("images/c.png", Image());

        Assert.Equal(["a.png: nothing", "b.png: nothing", "c.png"], Convert(set));
        Assert.Equal(["LabelsMissing"], _collecting.Ids);
        Assert.Equal(0, _collecting.Log.Losses);
    }

    [Theory]
    [InlineData("0 0.5 0.5 0.25", "LineInvalid")] // a number too few
    [InlineData("0 0.5 0.5 0.25 0.2 0.1 0.1 0.3", "LineInvalid")] // an odd count
    [InlineData("0 100 50 50 20", "LineInvalid")] // pixels
    [InlineData("0.5 0.5 0.5 0.25 0.2", "LineInvalid")]
    [InlineData("-1 0.5 0.5 0.25 0.2", "LineInvalid")]
    [InlineData("cat 0.5 0.5 0.25 0.2", "LineInvalid")]
    [InlineData("0 0,5 0,5 0,25 0,2", "LineInvalid")]
    [InlineData("0 nan 0.5 0.25 0.2", "LineInvalid")]
    [InlineData("0 0.5 0.5 0 0.2", "BoxDegenerate")]
    [InlineData("0 1.5 0.5 0.1 0.2", "BoxOutside")]
    public void What_makes_no_sense_is_left_out_and_counted(string line, string reason)
    {
        Assert.Equal(["a.png: cat 75 40 50 20"], Convert(Set(("a", "0 0.5 0.5 0.25 0.2\n" + line))));
        Assert.Equal([reason], _collecting.Ids);
        Assert.Equal(2, _collecting.Remarks[0].Line);
    }

    [Fact]
    public void A_box_beyond_its_image_is_clipped_but_rounding_is_not_worth_a_word()
    {
        // From -0.05 to 0.15 of 200: 10 pixels of 40 are cut. The second ends at 1.0000005 of 200.
        Assert.Equal(
            ["a.png: cat 0 40 30 20", "a.png: cat 133.3333 40 66.6667 20"],
            Convert(Set(("a", "0 0.05 0.5 0.2 0.2\n0 0.8333335 0.5 0.333334 0.2"))));
        Assert.Equal(["BoxClipped"], _collecting.Ids);
    }

    [Theory]
    [InlineData("data.yaml", "names:\n  0: cat\n  1: dog\n")]
    [InlineData("data.yaml", "names: [cat, dog]\nnc: 2\ntrain: ../train/images\n")] // Roboflow's path leads nowhere
    [InlineData("data.yaml", "---\nnames:\n  0: cat\n  1: dog\ndownload: |\n  import os\n\n  # names:\n  print(os)\n...\n")]
    [InlineData("data.yaml", "cat: &c cat\nnames: [*c, dog]\n...\n---\n")]
    [InlineData("my.yaml", "names: [cat, dog]")]
    [InlineData("classes.txt", "cat\ndog\n")]
    [InlineData("labels/classes.txt", "cat\r\ndog")] // LabelImg puts it beside the labels
    [InlineData("obj.names", "cat\ndog\n\n")]
    public void The_names_of_classes_come_from_any_of_the_usual_files(string path, string content) =>
        Assert.Equal(["a.png: dog 75 40 50 20"], Convert(Set(("a", "1 0.5 0.5 0.25 0.2")).Remove("data.yaml").Text(path, content)));

    [Fact]
    public void Darknet_names_its_files_in_obj_data()
    {
        DatasetBuilder set =
            new DatasetBuilder().Text("obj.data", "classes = 2\ntrain = data/train.txt\nnames = data/my_classes.lst\nbackup = b/")
            .Text("my_classes.lst", "cat\ndog").Text("train.txt", "data/obj_train_data/a.png\n")
            .File("obj_train_data/a.png", Image()).Text("obj_train_data/a.txt", "1 0.5 0.5 0.25 0.2").File("obj_train_data/b.png", Image());

        Assert.Equal(["a.png: dog 75 40 50 20"], Convert(set)); // b is not listed
        Assert.Empty(_collecting.Remarks);
    }

    [Fact]
    public void Names_can_be_given()
    {
        DatasetBuilder set = Set(("a", "1 0.5 0.5 0.25 0.2")).Remove("data.yaml");

        Assert.Equal(["a.png: wolf 75 40 50 20"], Convert(set, new YoloOptions { ClassNames = ["fox", "wolf"] }));
    }

    [Theory]
    [InlineData("data.yaml", "names: [cat]", "ClassUnnamed", "the class 1 has no name; '")]
    [InlineData("data.yaml", "names: {0: cat, 5: dog}", "ClassUnnamed", "names 2, from 0 to 5")]
    [InlineData("other.txt", "", "NoClassNames", "the option for class names")]
    public void A_class_without_a_name_is_an_error_before_anything_is_emitted(string path, string content, string errorId, string message)
    {
        DatasetBuilder set = Set(("a", "0 0.5 0.5 0.25 0.2"), ("b", "\n1 0.5 0.5 0.25 0.2")).Remove("data.yaml").Text(path, content);
        set = path == "data.yaml" ? set : set.Text("labels/a.txt", "");
        set.WriteFolder(_folder["set"]);
        List<DqLabel> emitted = [];
        DatasetException exception = Assert.Throws<DatasetException>(() => emitted.AddRange(Converting("set", new YoloOptions())));

        Assert.Empty(emitted);
        Assert.Equal(errorId, exception.ErrorId);
        Assert.Contains($"'{_folder["set/labels/b.txt"]}', line 2:", exception.Message, StringComparison.Ordinal);
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("names: [cat\n", "line 1, column 12:")]
    [InlineData("names:\n  x: cat\n", "line 2, column 1:")]
    [InlineData("names:\n  0: [cat]\n", "line 2, column 1:")]
    public void A_description_that_cannot_be_read_is_an_error_that_names_the_place(string yaml, string place)
    {
        Set(("a", "0 0.5 0.5 0.25 0.2")).Text("data.yaml", yaml).WriteFolder(_folder["set"]);
        DatasetException exception = Assert.Throws<DatasetException>(() => Converting("set", new YoloOptions()).ToArray());

        Assert.Equal("InvalidYaml", exception.ErrorId);
        Assert.Contains($"'{_folder["set/data.yaml"]}'", exception.Message, StringComparison.Ordinal);
        Assert.Contains(place, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_splits_say_which_images_belong()
    {
        DatasetBuilder set =
            new DatasetBuilder().Text("data.yaml", "path: ../datasets/x\ntrain: images/train\nval: [images/val, extra/c.png]\nnames: [cat]")
            .File("images/train/a.png", Image()).Text("labels/train/a.txt", "0 0.5 0.5 0.25 0.2")
            .File("images/val/a.png", Image()).Text("labels/val/a.txt", "0 0.5 0.5 0.5 0.2")
            .File("images/old/b.png", Image()).Text("labels/old/b.txt", "0 0.5 0.5 0.5 0.2")
            .File("extra/c.png", Image()).Text("extra/c.txt", "").File("runs/plot.png", Image());

        Assert.Equal(["c.png: nothing", "a.png: cat 75 40 50 20", "a_2.png: cat 50 40 100 20"], Convert(set));
        Assert.Empty(_collecting.Remarks);
    }

    [Fact]
    public void A_split_that_leads_nowhere_is_told_of_and_all_images_are_taken()
    {
        Assert.Equal(
            ["a.png: cat 75 40 50 20"],
            Convert(Set(("a", "0 0.5 0.5 0.25 0.2")).Text("data.yaml", "train: images\nval: ../valid/pictures\nnames: [cat]")));
        Assert.Equal(["SplitMissing"], _collecting.Ids);
    }

    [Theory]
    [InlineData("images/train/a.png", "labels/train/a.txt")]
    [InlineData("train/images/a.png", "train/labels/a.txt")]
    [InlineData("a.png", "a.txt")]
    [InlineData("Images/a.png", "Annotations/a.txt")]
    [InlineData("pictures/a.png", "labels/a.txt")]
    public void Labels_are_found_in_all_the_usual_places(string image, string label)
    {
        DatasetBuilder set = new DatasetBuilder().Text("classes.txt", "cat").File(image, Image()).Text(label, "0 0.5 0.5 0.25 0.2");

        Assert.Equal(["a.png: cat 75 40 50 20"], Convert(set));
        Assert.Empty(_collecting.Remarks);
    }

    [Fact]
    public void Labels_without_an_image_are_a_loss()
    {
        Assert.Equal(["a.png: cat 75 40 50 20"], Convert(Set(("a", "0 0.5 0.5 0.25 0.2")).Text("data.yaml", "names: [cat]")
            .Text("labels/gone.txt", "0 0.5 0.5 0.25 0.2").Text("README.txt", "Made by hand.")));
        Assert.Equal(["LabelsWithoutImage"], _collecting.Ids);
        Assert.EndsWith("gone.txt", _collecting.Remarks[0].Path, StringComparison.Ordinal);
    }

    [Fact]
    public void Images_may_lie_elsewhere()
    {
        new DatasetBuilder().Text("classes.txt", "cat").Text("a.txt", "0 0.5 0.5 0.25 0.2").WriteFolder(_folder["labels"]);
        new DatasetBuilder().File("deep/a.png", Image()).WriteFolder(_folder["pictures"]);
        DqLabel label = Assert.Single(Converting("labels", new YoloOptions { ImageFolder = _folder["pictures"] }));

        Assert.Equal(("a.png: cat 75 40 50 20", _folder["pictures/deep/a.png"]), (Converted.Text(label), label.SourcePath));
    }

    [Fact]
    public void An_image_that_cannot_be_measured_loses_its_boxes()
    {
        Assert.Empty(Convert(Set(("a", "0 0.5 0.5 0.25 0.2")).Text("images/a.png", "no image")));
        Assert.Equal(["ImageUnreadable", "SizeUnknown"], _collecting.Ids);
    }

    [Fact]
    public void Class_folders_of_a_split_are_classes_of_whole_images()
    {
        DatasetBuilder set =
            new DatasetBuilder().File("train/cat/1.png", Image()).File("train/a dog/2.png", Image()).File("val/cat/1.png", Image());

        Assert.Equal(["2.png: a dog=1", "1.png: cat=1", "1_2.png: cat=1"], Convert(set));
    }

    [Fact]
    public void A_zip_and_the_description_itself_give_the_same_as_the_folder()
    {
        DatasetBuilder set = Set(("a", "0 0.5 0.5 0.25 0.2"));
        string zip = set.Wrapped("x").WriteZip(_folder["set.zip"]);
        set.WriteFolder(_folder["set"]);

        DqLabel label = Assert.Single(Converting("set.zip", new YoloOptions()));
        Assert.Equal(("a.png: cat 75 40 50 20", zip, "x/images/a.png"), (Converted.Text(label), label.SourcePath, label.SourceEntry));
        Assert.Equal("a.png: cat 75 40 50 20", Converted.Text(Assert.Single(Converting("set/data.yaml", new YoloOptions()))));
    }

    [Fact]
    public void Names_in_another_encoding_are_read_and_told_of()
    {
        byte[] big5 = [0xAA, 0xCD, 0xA8, 0xB4, 0xB5, 0xB2, 0xB8, 0x60, (byte)'\n', 0xA5, 0xBF, 0xB1, 0x60]; // 肺巴結節: lung nodule; 正常: normal
        string[] labels = Convert(Set(("a", "1 0.5 0.5 0.25 0.2")).Remove("data.yaml").File("classes.txt", big5));

        Assert.Equal(["a.png: 正常 75 40 50 20"], labels);
        Assert.Equal(["EncodingGuessed"], _collecting.Ids);
    }

    [Fact]
    public void A_folder_without_images_is_an_error()
    {
        new DatasetBuilder().Text("classes.txt", "cat").Text("a.txt", "0 0.5 0.5 0.25 0.2").WriteFolder(_folder["set"]);

        Assert.Equal("NoImages", Assert.Throws<DatasetException>(() => Converting("set", new YoloOptions()).ToArray()).ErrorId);
    }

    private static byte[] Image() => new PngBuilder { Width = 200, Height = 100 }.Build();

    private static DatasetBuilder Set(params (string Name, string Labels)[] files)
    {
        DatasetBuilder set = new DatasetBuilder().Text("data.yaml", Yaml);
        foreach ((string name, string labels) in files)
        {
            set.File($"images/{name}.png", Image()).Text($"labels/{name}.txt", labels);
        }

        return set;
    }

    private string[] Convert(DatasetBuilder set, YoloOptions? options = null)
    {
        set.WriteFolder(_folder["set"]);
        return Converting("set", options ?? new YoloOptions()).Select(Converted.Text).ToArray();
    }

    private IEnumerable<DqLabel> Converting(string path, YoloOptions options) =>
        YoloConverter.Convert(_folder[path], options, _collecting.Log, null, TestContext.Current.CancellationToken);
}
