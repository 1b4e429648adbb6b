using System.Text;
using DeepQDataset.Building.Folders;
using DeepQDataset.Building.Planning;
using DeepQDataset.Conversion.Coco;
using DeepQDataset.Conversion.Export;
using DeepQDataset.Conversion.LabelMe;
using DeepQDataset.Conversion.Yolo;
using DeepQDataset.Masks;
using DeepQDataset.Statistics;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Conversion;

/// <summary>Outlines of other tools become a mask for each image and class. All images are 20 pixels wide and 10 high.</summary>
public sealed class MaskConversionTests : IDisposable
{
    private const string Start = """
        { "images": [{ "id": 1, "file_name": "a.png", "width": 20, "height": 10 },
                     { "id": 2, "file_name": "b.png", "width": 20, "height": 10 },
                     { "id": 3, "file_name": "c.png", "width": 20, "height": 10 }],
          "categories": [{ "id": 1, "name": "cat" }, { "id": 2, "name": "dog" }], "annotations": [
        """;

    private readonly TempFolder _folder = new();
    private readonly Collecting _collecting = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Of_COCO_all_objects_of_a_class_are_in_one_mask_wherever_they_stand()
    {
        // Rings of one object are joined, and not holes in each other; so are the objects of a class, polygons and run lengths alike.
        DqLabel[] labels = FromCoco("""
            { "image_id": 1, "category_id": 1, "segmentation": [[0, 0, 10, 0, 10, 10, 0, 10], [2, 2, 6, 2, 6, 6, 2, 6]] },
            { "image_id": 2, "category_id": 2, "segmentation": { "size": [10, 20], "counts": [0, 10, 190] } },
            { "image_id": 1, "category_id": 2, "segmentation": [[0, 0, 4, 0, 4, 4, 0, 4]] },
            { "image_id": 1, "category_id": 1, "segmentation": { "size": [10, 20], "counts": "P617" } }
            """);

        Assert.Equal(["b.png: dog 10", "a.png: cat 101", "a.png: dog 16", "c.png: nothing"], labels.Select(Text));
        Assert.Empty(_collecting.Remarks);
        Assert.True(MaskOf(labels[1])[19, 9] == false && MaskOf(labels[1])[4, 4]);
        Assert.All(labels[..3], label => Assert.Equal((20, 10), (label.MaskWidth, label.MaskHeight)));
    }

    [Theory]
    [InlineData("""{ "image_id": 1, "category_id": 1, "bbox": [1, 1, 5, 5] }""", "OutlineMissing")]
    [InlineData("""{ "image_id": 1, "category_id": 1, "segmentation": { "size": [20, 10], "counts": [0, 200] } }""", "MaskSizeDiffers")]
    [InlineData("""{ "image_id": 1, "category_id": 1, "segmentation": [[1, 1, 1.2, 1, 1.2, 9]] }""", "OutlineEmpty")]
    [InlineData("""{ "image_id": 1, "category_id": 1, "segmentation": [[40, 40, 50, 40, 50, 50]] }""", "OutlineEmpty")]
    [InlineData("""{ "image_id": 1, "category_id": 1, "segmentation": [[1, 1, 5]] }""", "AnnotationInvalid")]
    [InlineData("""{ "image_id": 1, "category_id": 9, "segmentation": [[1, 1, 5, 5, 1, 5]] }""", "CategoryUnknown")]
    public void What_makes_no_mask_is_counted_and_its_image_is_not_said_to_be_empty(string annotation, string reason)
    {
        Assert.Equal(["a.png", "b.png: nothing", "c.png: nothing"], FromCoco(annotation).Select(Text).Order(StringComparer.Ordinal));
        Assert.Equal([reason], _collecting.Ids);
        Assert.Equal(1, _collecting.Log.Losses);
    }

    [Fact]
    public void An_outline_that_reaches_out_of_its_image_is_cut_and_counted()
    {
        DqLabel[] labels = FromCoco("""{ "image_id": 1, "category_id": 1, "segmentation": [[-5, -5, 25, -5, 25, 15, -5, 15]] }""");
        Assert.Equal("a.png: cat 200", Text(labels[0]));
        Assert.Equal(["OutlineClipped"], _collecting.Ids);
    }

    [Fact]
    public void Masks_come_back_from_COCO_pixel_by_pixel()
    {
        Random random = new(3);
        LabelSet labels = new();
        List<string> expected = [];
        foreach (string image in (string[])["a.png", "b.png"])
        {
            foreach (string name in (string[])["cat", "dog"])
            {
                MaskBuilder mask = new(20, 10);
                for (int count = 0; count < 30; count++)
                {
                    mask.Set(random.Next(20), random.Next(10));
                }

                DqLabel label = new()
                {
                    Image = image,
                    Class = name,
                    Mask = mask.ToText(),
                    MaskWidth = 20,
                    MaskHeight = 10,
                    SourcePath = _folder["set/" + image],
                };
                labels.Add(label);
                expected.Add(Text(label) + " " + Convert.ToHexString(mask.Packed));
            }
        }

        labels.Add(new DqLabel { Image = "c.png", Class = DqLabel.NegativeClass, SourcePath = _folder["set/c.png"] });
        WriteImages();
        using (ArchivePlan plan = CocoExport.FromLabels(
            labels, null, new ExportOptions(), _collecting.Log, null, TestContext.Current.CancellationToken))
        {
            FolderWriter.Write(plan, _folder["out"], new FolderOptions(), null, TestContext.Current.CancellationToken);
        }

        DqLabel[] back = [.. CocoConverter.Convert(
            _folder["out"], new CocoOptions { Task = DqTask.Segmentation }, _collecting.Log, null, TestContext.Current.CancellationToken)];
        Assert.Equal(
            [.. expected, "c.png: nothing"],
            back.Select(label => label.Mask is null ? Text(label) : Text(label) + " " + Convert.ToHexString(MaskOf(label).Packed)));
        DatasetException refused = Assert.Throws<DatasetException>(() => YoloExport.FromLabels(
            labels, null, new ExportOptions(), _collecting.Log, null, TestContext.Current.CancellationToken));
        Assert.Equal("MasksNotInYolo", refused.ErrorId);
    }

    [Fact]
    public void Of_YOLO_outlines_are_filled_and_mere_boxes_are_counted()
    {
        // 0.1 to 0.5 of 20 columns are 8, 0.2 to 0.6 of 10 rows are 4.
        WriteImages();
        new DatasetBuilder().Text("data.yaml", "names: [cat, dog]").Text("a.txt", "1 0.1 0.2 0.5 0.2 0.5 0.6 0.1 0.6\n0 0.5 0.5 0.2 0.2\n")
            .Text("b.txt", "").WriteFolder(_folder["set"]);
        YoloOptions options = new() { Task = DqTask.Segmentation };
        DqLabel[] labels =
            [.. YoloConverter.Convert(_folder["set"], options, _collecting.Log, null, TestContext.Current.CancellationToken)];

        Assert.Equal(["a.png: dog 32", "b.png: nothing", "c.png"], labels.Select(Text));
        Assert.Equal(["LabelsMissing", "OutlineMissing"], _collecting.Ids);
    }

    [Fact]
    public void Of_LabelMe_polygons_rectangles_circles_and_masks_are_filled()
    {
        byte[] pixels = new PngBuilder { Width = 3, Height = 2, ColorType = 0, Samples = (x, y, _) => x == y ? 0 : 1 }.Build();
        string json = new LabelMeBuilder { ImagePath = "a.png", Width = 20, Height = 10 }
            .Shape("poly", "polygon", 0, 0, 4, 0, 4, 4, 0, 4).Shape("poly", "polygon", 2, 2, 6, 2, 6, 6, 2, 6) // 16 + 16 - 4
            .Shape("rect", "rectangle", 10, 2, 5, 8) // 5 × 6
            .Shape("round", "circle", 10, 5, 10, 8)
            .Raw(
                $$"""{"label": "mask", "points": [[16, 7], [18, 8]], "shape_type": "mask", "mask": "{{Convert.ToBase64String(pixels)}}"}""")
            .Shape("line", "line", 1, 1, 5, 5)
            .Build();
        WriteImages();
        new DatasetBuilder()
            .Text("a.json", json)
            .Text(
                "b.json",
                new LabelMeBuilder
                {
                    ImagePath = "b.png",
                    Width = 20,
                    Height = 10,
                }.Build())
            .WriteFolder(_folder["set"]);
        LabelMeOptions options = new() { Task = DqTask.Segmentation };
        DqLabel[] labels =
            [.. LabelMeConverter.Convert(_folder["set"], options, _collecting.Log, null, TestContext.Current.CancellationToken)];

        Assert.Equal(["a.png: poly 28", "a.png: rect 30", "a.png: round 32", "a.png: mask 4", "b.png: nothing"], labels.Select(Text));
        MaskBuilder mask = MaskOf(labels[3]);
        Assert.Equal(
            (false, true, true, true, false, true), (mask[16, 7], mask[17, 7], mask[18, 7], mask[16, 8], mask[17, 8], mask[18, 8]));
        Assert.Equal(["ShapeWithoutArea"], _collecting.Ids);
    }

    [Theory]
    [InlineData("\"bm8gaW1hZ2U=\"")] // no image
    [InlineData("\"%%%\"")]
    public void A_mask_of_LabelMe_that_cannot_be_read_is_counted(string pixels)
    {
        string json = new LabelMeBuilder { ImagePath = "a.png", Width = 20, Height = 10 }
            .Raw($$"""{"label": "mask", "points": [[16, 7], [18, 8]], "shape_type": "mask", "mask": {{pixels}}}""").Build();
        WriteImages();
        new DatasetBuilder().Text("a.json", json).WriteFolder(_folder["set"]);
        DqLabel label = Assert.Single(
            LabelMeConverter.Convert(
                _folder["set"],
                new LabelMeOptions { Task = DqTask.Segmentation },
                _collecting.Log,
                null,
                TestContext.Current.CancellationToken));
        Assert.Equal("a.png", Text(label));
        Assert.Equal(["MaskUnreadable"], _collecting.Ids);
    }

    [Fact]
    public void A_mask_is_made_for_the_image_turned_upright()
    {
        WriteImages();
        new DatasetBuilder().File("t.png", new PngBuilder { Width = 10, Height = 20, Orientation = 6 }.Build())
            .Text("a.json", """
                { "images": [{ "id": 1, "file_name": "t.png", "width": 20, "height": 10 }], "categories": [{ "id": 1, "name": "cat" }],
                  "annotations": [{ "image_id": 1, "category_id": 1, "segmentation": [[15, 0, 20, 0, 20, 10, 15, 10]] }] }
                """).WriteFolder(_folder["set"]);
        DqLabel label = Assert.Single(CocoConverter.Convert(
            _folder["set"], new CocoOptions { Task = DqTask.Segmentation }, _collecting.Log, null, TestContext.Current.CancellationToken));
        Assert.Equal(("t.png: cat 50", 20, 10), (Text(label), label.MaskWidth, label.MaskHeight));
    }

    [Fact]
    public void Statistics_say_what_part_of_its_image_a_mask_covers()
    {
        LabelMeasurer measurer = new();
        foreach (DqLabel label in FromCoco("""
            { "image_id": 1, "category_id": 1, "segmentation": [[0, 0, 10, 0, 10, 10, 0, 10]] },
            { "image_id": 2, "category_id": 1, "segmentation": [[0, 0, 2, 0, 2, 10, 0, 10]] }
            """))
        {
            measurer.Add(label);
        }

        DqClassStatistics cat = Assert.Single(measurer.ToStatistics(), item => item.Class == "cat");
        Assert.Equal(
            (2, 2, 0.1, 0.3, 0.5),
            (cat.Images, cat.Masks, cat.MinimumMaskShare!.Value, Math.Round(cat.MedianMaskShare!.Value, 12), cat.MaximumMaskShare!.Value));
    }

    private static MaskBuilder MaskOf(DqLabel label)
    {
        Assert.Null(
            MaskText.TryDecode(Encoding.UTF8.GetBytes(label.Mask!), label.MaskWidth!.Value, label.MaskHeight!.Value, out byte[]? packed));
        return new MaskBuilder(label.MaskWidth.Value, label.MaskHeight.Value, packed);
    }

    private static string Text(DqLabel label) =>
        label.Mask is null ? Converted.Text(label) : FormattableString.Invariant($"{label.Image}: {label.Class} {MaskOf(label).Count()}");

    private void WriteImages()
    {
        byte[] image = new PngBuilder { Width = 20, Height = 10 }.Build();
        new DatasetBuilder().File("a.png", image).File("b.png", image).File("c.png", image).WriteFolder(_folder["set"]);
    }

    private DqLabel[] FromCoco(string annotations)
    {
        WriteImages();
        new DatasetBuilder().Text("a.json", Start + annotations + "] }").WriteFolder(_folder["set"]);
        CocoOptions options = new() { Task = DqTask.Segmentation };
        return [.. CocoConverter.Convert(_folder["set"], options, _collecting.Log, null, TestContext.Current.CancellationToken)];
    }
}
