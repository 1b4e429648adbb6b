using DeepQDataset.Conversion;
using DeepQDataset.Conversion.Coco;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Conversion;

/// <summary>
/// COCO's boxes are x, y, width and height in pixels from the image's top-left corner, which is what label.csv holds, too.
/// </summary>
public sealed class CocoConverterTests : IDisposable
{
    private const string Categories = """[{ "id": 0, "name": "cat" }, { "id": 70, "name": "dog" }]""";
    private const string Images = """
        [{ "id": 0, "file_name": "a.png", "width": 100, "height": 50 }, { "id": 900000, "file_name": "b.png", "width": 100, "height": 50 }]
        """;

    private readonly TempFolder _folder = new();
    private readonly Collecting _collecting = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Annotations_are_joined_by_ids_where_0_is_an_id_like_others()
    {
        string[] labels = Convert("""
            { "id": 1, "image_id": 900000, "category_id": 0, "bbox": [1.5, 2, 3.25, 4] },
            { "id": 2, "image_id": 0, "category_id": 70, "bbox": [10, 20, 30, 30] }
            """);

        Assert.Equal(["b.png: cat 1.5 2 3.25 4", "a.png: dog 10 20 30 30"], labels);
        Assert.Empty(_collecting.Remarks);
    }

    [Fact]
    public void Sections_may_come_in_any_order_and_the_line_is_known()
    {
        Write($$"""
            { "info": { "description": ["]", "{"] },
              "annotations": [
                { "bbox": [1, 2, 3, 4], "category_id": 70, "image_id": 0, "id": 5 }
              ],
              "licenses": [], "categories": {{Categories}}, "images": {{Images}} }
            """);
        DqLabel[] labels = Convert();

        Assert.Equal(["a.png: dog 1 2 3 4", "b.png"], labels.Select(Converted.Text));
        Assert.Equal(3, labels[0].Line);
        Assert.Equal(_folder["set/images/a.png"], labels[0].SourcePath);
    }

    [Fact]
    public void Images_without_annotations_are_kept_and_have_no_class() =>
        Assert.Equal(["b.png: cat 1 1 1 1", "a.png"], Convert("""{ "image_id": 900000, "category_id": 0, "bbox": [1, 1, 1, 1] }"""));

    [Fact]
    public void Crowds_are_left_out_and_counted()
    {
        const string Annotations = """
            { "image_id": 0, "category_id": 0, "bbox": [1, 1, 1, 1], "iscrowd": 1 },
            { "image_id": 900000, "category_id": 0, "bbox": [1, 1, 1, 1], "iscrowd": 0 }
            """;

        Assert.Equal(["b.png: cat 1 1 1 1", "a.png"], Convert(Annotations));
        Assert.Equal(["CrowdSkipped"], _collecting.Ids);
        Assert.Equal(["a.png: cat 1 1 1 1", "b.png: cat 1 1 1 1"], Convert(Annotations, new CocoOptions { IncludeCrowd = true }));
    }

    [Theory]

    // x from 10 to 40.5, y from 5 to 25: the box goes around all points.
    [InlineData("[[10, 5, 40.5, 5, 40.5, 25]]", "10 5 30.5 20")]

    // Two parts: x from 10 to 60, y from 2 to 25.
    [InlineData("[[10, 5, 40, 5, 40, 25], [50, 2, 60, 2, 60, 9]]", "10 2 50 23")]

    // Not in a list of polygons, as some tools write it.
    [InlineData("[10, 5, 40, 5, 40, 25]", "10 5 30 20")]

    // A mask 50 high: 103 pixels outside are two columns and 3 pixels, so column 2, rows 3 to 6 are inside; then 46 outside reach row 2
    // of column 3 (103 + 4 + 46 = 153 = 3 × 50 + 3), and rows 3 to 5 are inside: columns 2 to 3, rows 3 to 6.
    [InlineData("""{ "size": [50, 100], "counts": [103, 4, 46, 3, 4844] }""", "2 3 2 4")]

    // A run over a column's end takes rows 0 and 49 in: pixels 48 to 52 are column 0, rows 48 and 49, and column 1, rows 0 to 2.
    [InlineData("""{ "counts": [48, 5, 4947], "size": [50, 100] }""", "0 0 2 50")]

    // The whole image.
    [InlineData("""{ "size": [50, 100], "counts": [0, 5000] }""", "0 0 100 50")]
    public void A_missing_box_is_taken_from_the_outline(string segmentation, string box) => Assert.Equal(
        ["a.png: cat " + box, "b.png"],
        Convert($$"""{ "image_id": 0, "category_id": 0, "segmentation": {{segmentation}}, "bbox": [] }"""));

    // Five bits a character above '0', from the lowest on; 32: more follow. 103 = 3 × 32 + 7 → (7 + 32, 3) → 'W', '3'; 4 → '4';
    // 46 = 1 × 32 + 14 → (14 + 32, 1) → '^', '1'; from the fourth on the difference to the one two before: 3 - 4 = -1 → 31 → 'O';
    // 4844 - 46 = 4798 = 4 × 1024 + 21 × 32 + 30 → (30 + 32, 21 + 32, 4) → 'n', 'e', '4'.
    [Fact]
    public void A_compressed_mask_says_the_same() => Assert.Equal(
        ["a.png: cat 2 3 2 4", "b.png"],
        Convert("""{ "image_id": 0, "category_id": 0, "segmentation": { "size": [50, 100], "counts": "W34^1One4" } }"""));

    [Theory]
    [InlineData("""{ "image_id": 0, "category_id": 0, "bbox": [1, 2, 3] }""", "AnnotationInvalid")]
    [InlineData("""{ "image_id": 0, "category_id": 0, "bbox": ["1", 2, 3, 4] }""", "AnnotationInvalid")]
    [InlineData("""{ "image_id": 0, "category_id": 0, "bbox": { "x": 1 } }""", "AnnotationInvalid")]
    [InlineData("""{ "image_id": 0, "category_id": 0, "segmentation": [[1, 2, 3]] }""", "AnnotationInvalid")]
    [InlineData("""{ "image_id": 0, "category_id": 0, "segmentation": { "size": [50, 100], "counts": [1, 5000] } }""", "AnnotationInvalid")]
    [InlineData("""{ "image_id": 0, "category_id": 0, "segmentation": { "size": [50, 100], "counts": [-1, 5] } }""", "AnnotationInvalid")]
    [InlineData("""{ "image_id": 0, "category_id": 0, "segmentation": { "size": [0, 0], "counts": [0, 1] } }""", "AnnotationInvalid")]
    [InlineData("""{ "image_id": 0, "category_id": 0, "segmentation": { "size": [50, 100], "counts": "oooooooooooooooo" } }""",
        "AnnotationInvalid")]
    [InlineData("""{ "image_id": 0, "category_id": 0, "segmentation": { "size": [50, 100], "counts": "~" } }""", "AnnotationInvalid")]
    [InlineData("17", "AnnotationInvalid")]
    [InlineData("""{ "image_id": 3, "category_id": 0, "bbox": [1, 1, 1, 1] }""", "ImageUnknown")]
    [InlineData("""{ "category_id": 0, "bbox": [1, 1, 1, 1] }""", "ImageUnknown")]
    [InlineData("""{ "image_id": 0, "category_id": 1, "bbox": [1, 1, 1, 1] }""", "CategoryUnknown")]
    [InlineData("""{ "image_id": 0, "bbox": [1, 1, 1, 1] }""", "CategoryUnknown")]
    [InlineData("""{ "image_id": 0, "category_id": 0, "bbox": null, "segmentation": [] }""", "GeometryMissing")]
    [InlineData("""{ "image_id": 0, "category_id": 0, "segmentation": { "size": [50, 100], "counts": [5000] } }""", "BoxDegenerate")]
    [InlineData("""{ "image_id": 0, "category_id": 0, "bbox": [1, 1, 0, 1] }""", "BoxDegenerate")]
    [InlineData("""{ "image_id": 0, "category_id": 0, "bbox": [100, 1, 5, 1] }""", "BoxOutside")]
    public void What_makes_no_sense_is_left_out_and_counted(string annotation, string reason)
    {
        string[] labels = Convert($$"""{ "image_id": 900000, "category_id": 0, "bbox": [1, 1, 1, 1] }, {{annotation}}""");

        Assert.Equal(["b.png: cat 1 1 1 1", "a.png"], labels);
        Assert.Equal([reason], _collecting.Ids);
        Assert.Equal(1, _collecting.Log.Losses);
    }

    [Fact]
    public void A_box_beyond_its_image_is_clipped_by_the_true_size_not_the_declared_one()
    {
        Write(Json(
            """{ "image_id": 1, "category_id": 0, "bbox": [90, 10, 30, 10] }""",
            """[{ "id": 1, "file_name": "a.png", "width": 200, "height": 50 }]"""));

        Assert.Equal(["a.png: cat 90 10 10 10"], Convert().Select(Converted.Text));
        Assert.Equal(["SizeDisagrees", "BoxClipped"], _collecting.Ids);
    }

    [Fact]
    public void A_size_that_is_the_turned_images_is_what_boxes_were_drawn_on()
    {
        Write(Json("""{ "image_id": 1, "category_id": 0, "bbox": [10, 70, 20, 20] }""",
            """[{ "id": 1, "file_name": "a.png", "width": 50, "height": 100 }]"""));
        File.WriteAllBytes(_folder["set/images/a.png"], new PngBuilder { Width = 100, Height = 50, Orientation = 6 }.Build());

        Assert.Equal(["a.png: cat 10 70 20 20"], Convert().Select(Converted.Text)); // inside of 50 × 100, outside of 100 × 50
        Assert.Equal(["ImageTurned"], _collecting.Ids);
    }

    [Fact]
    public void Without_any_box_or_outline_the_categories_are_of_whole_images() => Assert.Equal(
        ["a.png: cat=1", "a.png: dog=1", "b.png: cat=1"],
        Convert("""
            { "image_id": 0, "category_id": 0 }, { "image_id": 0, "category_id": 70, "bbox": [] },
                { "image_id": 900000, "category_id": 0, "segmentation": [] }
            """));

    [Fact]
    public void Of_panoptic_images_the_things_are_objects_and_the_stuff_is_none()
    {
        Write($$"""
            { "images": {{Images}}, "categories": [{ "id": 1, "name": "cat", "isthing": 1 }, { "id": 2, "name": "sky", "isthing": 0 }],
              "annotations": [{ "segments_info": [
                { "id": 7, "category_id": 1, "bbox": [1, 2, 3, 4], "iscrowd": 0 }, { "id": 8, "category_id": 2, "bbox": [0, 0, 100, 9] }],
                "file_name": "mask.png", "image_id": 0 }] }
            """);

        Assert.Equal(["a.png: cat 1 2 3 4", "b.png"], Convert().Select(Converted.Text));
        Assert.Equal(["StuffSkipped"], _collecting.Ids);
    }

    [Fact]
    public void Ids_may_be_texts_and_their_repetition_is_told_of()
    {
        Write("""
            { "images": [{ "id": "x", "file_name": "images\\a.png" }, { "id": "x", "file_name": "b.png" }, { "id": "y" }],
              "categories": [{ "id": "c", "name": "cat" }, { "id": "c", "name": "dog" }, { "id": "d", "name": "cat" }],
              "annotations": [{ "image_id": "x", "category_id": "d", "bbox": [1, 2, 3, 4] }] }
            """);

        Assert.Equal(["a.png: cat 1 2 3 4"], Convert().Select(Converted.Text));
        Assert.Equal(["ImageInvalid", "CategoryIdRepeated", "CategoryNameRepeated", "ImageIdRepeated"], _collecting.Ids);
    }

    [Fact]
    public void An_image_that_is_not_there_is_measured_by_what_the_file_declares()
    {
        Write(Json("""{ "image_id": 1, "category_id": 0, "bbox": [90, 0, 30, 10] }""",
            """[{ "id": 1, "file_name": "no.png", "width": 100, "height": 50 }]"""));

        DqLabel label = Assert.Single(Convert());
        Assert.Equal("no.png: cat 90 0 10 10", Converted.Text(label));
        Assert.Null(label.SourcePath);
        Assert.Equal(["ImageNotFound", "BoxClipped"], _collecting.Ids);
    }

    [Fact]
    public void Of_a_folder_with_instances_the_other_files_say_the_same_again()
    {
        Write(Json("""{ "image_id": 0, "category_id": 0, "bbox": [1, 1, 1, 1] }"""), "annotations/instances_val.json");
        Write(Json("""{ "image_id": 0, "category_id": 0, "bbox": [1, 1, 1, 1], "keypoints": [] }"""),
            "annotations/person_keypoints_val.json");

        Assert.Equal(["a.png: cat 1 1 1 1", "b.png"], Convert().Select(Converted.Text));
        Assert.Equal(["FileLeftOut"], _collecting.Ids);
    }

    [Fact]
    public void Splits_with_the_same_file_names_stay_apart()
    {
        foreach (string split in (string[])["train", "val"])
        {
            new DatasetBuilder().File($"images/{split}/1.png", Image()).WriteFolder(_folder["set"]);
            Write(
                Json($$"""{ "image_id": 1, "category_id": 0, "bbox": [{{split.Length}}, 1, 1, 1] }""",
                    """[{ "id": 1, "file_name": "1.png" }]"""),
                $"annotations/instances_{split}.json");
        }

        DqLabel[] labels = Convert();

        Assert.Equal(["1.png: cat 5 1 1 1", "1_2.png: cat 3 1 1 1"], labels.Select(Converted.Text));
        Assert.Equal([_folder["set/images/train/1.png"], _folder["set/images/val/1.png"]], labels.Select(label => label.SourcePath));
        Assert.Equal([null, "1.png"], labels.Select(label => label.OriginalImage));
    }

    [Fact]
    public void A_zip_gives_the_same_as_the_folder()
    {
        string zip =
            new DatasetBuilder().Text("x/annotations/i.json", Json("""{ "image_id": 0, "category_id": 0, "bbox": [1, 1, 1, 1] }"""))
            .File("x/images/a.png", Image()).File("x/images/b.png", Image()).WriteZip(_folder["set.zip"]);
        DqLabel[] labels =
            CocoConverter.Convert(zip, new CocoOptions(), _collecting.Log, null, TestContext.Current.CancellationToken).ToArray();

        Assert.Equal(["a.png: cat 1 1 1 1", "b.png"], labels.Select(Converted.Text));
        Assert.All(labels, label => Assert.Equal((zip, "x/images/" + label.Image), (label.SourcePath, label.SourceEntry)));
    }

    [Theory]
    [InlineData("{ \"images\": [],\n  \"annotations\": [ { \"bbox\": [1, 2,, 3] } ] }", "InvalidJson", "line 2, column 36:")]
    [InlineData("{ \"images\": [],\n  \"annotations\": [", "InvalidJson", "line 2, column 19:")]
    [InlineData("{ \"images\": [], \"annotations\": [] } x", "InvalidJson", "line 1, column 37:")]
    [InlineData("[]", "InvalidCoco", "it is a list")]
    [InlineData("{ \"images\": [] }", "InvalidCoco", "no list 'annotations'")]
    [InlineData("", "InvalidJson", "line 1, column 1:")]
    public void A_file_that_is_no_COCO_is_an_error_that_names_the_place(string json, string errorId, string place)
    {
        Write(json);
        DatasetException exception = Assert.Throws<DatasetException>(() => Convert(path: "set/annotations.json"));

        Assert.Equal(errorId, exception.ErrorId);
        Assert.Contains($"'{_folder["set/annotations.json"]}'", exception.Message, StringComparison.Ordinal);
        Assert.Contains(place, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void In_a_folder_a_broken_file_does_not_keep_the_others_back()
    {
        Write(Json("""{ "image_id": 0, "category_id": 0, "bbox": [1, 1, 1, 1] }"""));
        Write("{", "broken.json");
        Write("{ \"editor\": 1 }", "settings.json");

        Assert.Equal(2, Convert().Length);
        Assert.Equal(["InvalidJson"], _collecting.Log.Failures.Select(failure => failure.ErrorId));
        Assert.Contains("settings.json", Assert.Single(_collecting.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_COCO_is_an_error()
    {
        Write("{}", "settings.json");

        Assert.Equal("NoCoco", Assert.Throws<DatasetException>(() => Convert()).ErrorId);
    }

    /// <summary>Whatever of a mask is wrong, it is stepped over, and what follows is read.</summary>
    [Theory]
    [InlineData("""{ "size": [0, 0], "counts": [0, 1, 2] }""")]
    [InlineData("""{ "size": "x", "counts": [0, 1, 2] }""")]
    [InlineData("""{ "counts": [0, "x", [1]], "size": [50, 100] }""")]
    [InlineData("""{ "counts": { "a": [1] }, "size": { "b": 2 } }""")]
    [InlineData("""[[1, 2, [3]], { "a": [4] }]""")]
    [InlineData("""[[1e999, 2, 3, 4]]""")]
    public void A_mask_that_makes_no_sense_costs_no_other_annotation(string segmentation)
    {
        string broken = $$"""{ "segmentation": {{segmentation}}, "image_id": 0, "category_id": 70 }""";

        Assert.Equal(["a.png: dog 1 2 3 4", "b.png"], Convert(broken + """, { "image_id": 0, "category_id": 70, "bbox": [1, 2, 3, 4] }"""));
        Assert.Equal(["AnnotationInvalid"], _collecting.Ids);
    }

    [Fact]
    public void A_mask_that_is_longer_than_any_is_a_loss_and_takes_no_memory()
    {
        string counts = new('0', CocoJson.LongestText + 1);
        string many = counts[..(RunLengths.Most + 1)];
        string[] labels = Convert(string.Join(",\n",
            $$"""{ "image_id": 0, "category_id": 70, "segmentation": { "size": [50, 100], "counts": "{{counts}}" } }""",
            $$"""{ "image_id": 0, "category_id": 70, "segmentation": { "size": [50, 100], "counts": "{{many}}" } }""",
            """{ "image_id": 0, "category_id": 70, "bbox": [1, 2, 3, 4] }"""));

        Assert.Equal(["a.png: dog 1 2 3 4", "b.png"], labels);
        Assert.Equal(
            [
                (1, "the compressed counts of its mask are longer than 16 MiB"), (2, "its mask has more than 4194304 runs"),
            ],
            _collecting.Remarks.Select(remark => (remark.Line!.Value, remark.Detail)));
    }

    // 100,000 runs of no length, then the mask of the test above; the third number is the difference to 103 now: 46 - 103 = -57 is
    // 7 - 2 * 32 → (7 + 32, 30) → 'W', 'N'.
    [Fact]
    public void A_mask_longer_than_the_buffer_is_read() => Assert.Equal(
        ["a.png: cat 2 3 2 4", "b.png"],
        Convert($$"""
            { "image_id": 0, "category_id": 0, "segmentation": { "size": [50, 100], "counts": "\u0030{{new string('0', 99_999)}}W34WNOne4" } }
            """));

    [Fact]
    public void More_regions_of_an_image_than_any_are_a_loss_and_take_no_memory()
    {
        string region = """{ "category_id": 70, "bbox": [1, 2, 3, 4] }""";
        string regions = string.Join(',', Enumerable.Repeat(region, CocoAnnotationReader.MostRegions + 2));
        string[] labels = Convert($$"""{ "image_id": 0, "segments_info": [{{regions}}] }""");

        Assert.Equal(CocoAnnotationReader.MostRegions + 1, labels.Length);
        Assert.Equal(["AnnotationInvalid"], _collecting.Ids);
    }

    [Fact]
    public void Long_files_and_long_texts_pass_through_the_buffer()
    {
        // More than the buffer of 64 KiB between any two things that matter, and one text longer than it.
        string filler = new('x', 100_000);
        IEnumerable<string> annotations = Enumerable.Range(0, 3000)
            .Select(index => $$"""{ "image_id": 0, "category_id": 70, "bbox": [{{index % 90}}, 1, 2.5, 3], "note": "ab\"c" }""");
        Write($$"""{ "note": "{{filler}}", "images": {{Images}}, "annotations": [ {{string.Join(",\n", annotations)}} ], "categories": {{Categories}} }""");
        DqLabel[] labels = Convert();

        Assert.Equal(3001, labels.Length);
        Assert.Equal("a.png: dog 29 1 2.5 3", Converted.Text(labels[2999])); // 2999 = 33 × 90 + 29
        Assert.Equal(Enumerable.Range(1, 3000), labels.Take(3000).Select(label => label.Line!.Value)); // one a line
    }

    private static byte[] Image() => new PngBuilder { Width = 100, Height = 50 }.Build();

    private static string Json(string annotations, string images = Images) =>
        $$"""{ "images": {{images}}, "categories": {{Categories}}, "annotations": [ {{annotations}} ] }""";

    private void Write(string json, string path = "annotations.json") => new DatasetBuilder()
        .Text(path, json).File("images/a.png", Image()).File("images/b.png", Image()).WriteFolder(_folder["set"]);

    private string[] Convert(string annotations, CocoOptions? options = null)
    {
        Write(Json(annotations));
        return Convert(options).Select(Converted.Text).ToArray();
    }

    private DqLabel[] Convert(CocoOptions? options = null, string path = "set") => CocoConverter
        .Convert(_folder[path], options ?? new CocoOptions(), _collecting.Log, null, TestContext.Current.CancellationToken).ToArray();
}
