using DeepQDataset.Conversion.Coco;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Conversion.Coco;

/// <summary>
/// COCO's boxes are x, y, width and height in pixels from the image's top-left corner, which is what label.csv holds, too.
/// </summary>
public sealed class CocoConverterTests : CocoTestBase
{
    [Fact]
    public void Annotations_are_joined_by_ids_where_0_is_an_id_like_others()
    {
        string[] labels = Convert("""
            { "id": 1, "image_id": 900000, "category_id": 0, "bbox": [1.5, 2, 3.25, 4] },
            { "id": 2, "image_id": 0, "category_id": 70, "bbox": [10, 20, 30, 30] }
            """);

        Assert.Equal(["b.png: cat 1.5 2 3.25 4", "a.png: dog 10 20 30 30"], labels);
        Assert.Empty(Collecting.Remarks);
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

        Assert.Equal(["a.png: dog 1 2 3 4", "b.png: nothing"], labels.Select(Converted.Text));
        Assert.Equal(3, labels[0].Line);
        Assert.Equal(Folder["set/images/a.png"], labels[0].SourcePath);
    }

    [Fact]
    public void Images_without_annotations_hold_nothing() => Assert.Equal(
        ["b.png: cat 1 1 1 1", "a.png: nothing"], Convert("""{ "image_id": 900000, "category_id": 0, "bbox": [1, 1, 1, 1] }"""));

    [Fact]
    public void An_image_that_is_not_annotated_to_the_end_is_not_said_to_be_empty()
    {
        const string Partial = """
            [{ "id": 0, "file_name": "a.png", "not_exhaustive_category_ids": [70] },
             { "id": 1, "file_name": "b.png", "not_exhaustive_category_ids": [] }]
            """;
        Write(Json("", Partial));

        Assert.Equal(["a.png", "b.png: nothing"], Convert().Select(Converted.Text));
    }

    [Fact]
    public void An_image_that_is_listed_twice_is_empty_only_where_both_entries_are()
    {
        const string Twice = """
            [{ "id": 0, "file_name": "a.png" }, { "id": 1, "file_name": "b.png" }, { "id": 2, "file_name": "images/a.png" },
             { "id": 3, "file_name": "images/b.png" }]
            """;
        Write(Json("""{ "image_id": 2, "category_id": 0, "bbox": [1, 1, 1, 1] }""", Twice));

        string[] labels = Convert().Select(Converted.Text).ToArray();

        Assert.Equal(["a.png: cat 1 1 1 1", "a.png", "b.png: nothing", "b.png: nothing"], labels);
    }

    [Fact]
    public void Crowds_are_left_out_and_counted()
    {
        const string Annotations = """
            { "image_id": 0, "category_id": 0, "bbox": [1, 1, 1, 1], "iscrowd": 1 },
            { "image_id": 900000, "category_id": 0, "bbox": [1, 1, 1, 1], "iscrowd": 0 }
            """;

        Assert.Equal(["b.png: cat 1 1 1 1", "a.png"], Convert(Annotations));
        Assert.Equal(["CrowdSkipped"], Collecting.Ids);
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
        ["a.png: cat " + box, "b.png: nothing"],
        Convert($$"""{ "image_id": 0, "category_id": 0, "segmentation": {{segmentation}}, "bbox": [] }"""));

    // Five bits a character above '0', from the lowest on; 32: more follow. 103 = 3 × 32 + 7 → (7 + 32, 3) → 'W', '3'; 4 → '4';
    // 46 = 1 × 32 + 14 → (14 + 32, 1) → '^', '1'; from the fourth on the difference to the one two before: 3 - 4 = -1 → 31 → 'O';
    // 4844 - 46 = 4798 = 4 × 1024 + 21 × 32 + 30 → (30 + 32, 21 + 32, 4) → 'n', 'e', '4'.
    [Fact]
    public void A_compressed_mask_says_the_same() => Assert.Equal(
        ["a.png: cat 2 3 2 4", "b.png: nothing"],
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

        bool isOfImage = annotation.Contains("\"image_id\": 0", StringComparison.Ordinal);
        Assert.Equal(["b.png: cat 1 1 1 1", isOfImage ? "a.png" : "a.png: nothing"], labels);
        Assert.Equal([reason], Collecting.Ids);
        Assert.Equal(1, Collecting.Log.Losses);
    }

    [Fact]
    public void A_box_beyond_its_image_is_clipped_by_the_true_size_not_the_declared_one()
    {
        Write(Json(
            """{ "image_id": 1, "category_id": 0, "bbox": [90, 10, 30, 10] }""",
            """[{ "id": 1, "file_name": "a.png", "width": 200, "height": 50 }]"""));

        Assert.Equal(["a.png: cat 90 10 10 10"], Convert().Select(Converted.Text));
        Assert.Equal(["SizeDisagrees", "BoxClipped"], Collecting.Ids);
    }

    [Fact]
    public void A_size_that_is_the_turned_images_is_what_boxes_were_drawn_on()
    {
        Write(Json("""{ "image_id": 1, "category_id": 0, "bbox": [10, 70, 20, 20] }""",
            """[{ "id": 1, "file_name": "a.png", "width": 50, "height": 100 }]"""));
        File.WriteAllBytes(Folder["set/images/a.png"], new PngBuilder { Width = 100, Height = 50, Orientation = 6 }.Build());

        Assert.Equal(["a.png: cat 10 70 20 20"], Convert().Select(Converted.Text)); // inside of 50 × 100, outside of 100 × 50
        Assert.Equal(["ImageTurned"], Collecting.Ids);
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

        Assert.Equal(["a.png: cat 1 2 3 4", "b.png: nothing"], Convert().Select(Converted.Text));
        Assert.Equal(["StuffSkipped"], Collecting.Ids);
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
        Assert.Equal(["ImageInvalid", "CategoryIdRepeated", "CategoryNameRepeated", "ImageIdRepeated"], Collecting.Ids);
    }

    [Fact]
    public void An_image_that_is_not_there_is_measured_by_what_the_file_declares()
    {
        Write(Json("""{ "image_id": 1, "category_id": 0, "bbox": [90, 0, 30, 10] }""",
            """[{ "id": 1, "file_name": "no.png", "width": 100, "height": 50 }]"""));

        DqLabel label = Assert.Single(Convert());
        Assert.Equal("no.png: cat 90 0 10 10", Converted.Text(label));
        Assert.Null(label.SourcePath);
        Assert.Equal(["ImageNotFound", "BoxClipped"], Collecting.Ids);
    }

    [Fact]
    public void Of_aFolder_with_instances_the_other_files_say_the_same_again()
    {
        Write(Json("""{ "image_id": 0, "category_id": 0, "bbox": [1, 1, 1, 1] }"""), "annotations/instances_val.json");
        Write(Json("""{ "image_id": 0, "category_id": 0, "bbox": [1, 1, 1, 1], "keypoints": [] }"""),
            "annotations/person_keypoints_val.json");

        Assert.Equal(["a.png: cat 1 1 1 1", "b.png: nothing"], Convert().Select(Converted.Text));
        Assert.Equal(["FileLeftOut"], Collecting.Ids);
    }

    [Fact]
    public void Splits_with_the_same_file_names_stay_apart()
    {
        foreach (string split in (string[])["train", "val"])
        {
            new DatasetBuilder().File($"images/{split}/1.png", Image()).WriteFolder(Folder["set"]);
            Write(
                Json($$"""{ "image_id": 1, "category_id": 0, "bbox": [{{split.Length}}, 1, 1, 1] }""",
                    """[{ "id": 1, "file_name": "1.png" }]"""),
                $"annotations/instances_{split}.json");
        }

        DqLabel[] labels = Convert();

        Assert.Equal(["1.png: cat 5 1 1 1", "1_2.png: cat 3 1 1 1"], labels.Select(Converted.Text));
        Assert.Equal([Folder["set/images/train/1.png"], Folder["set/images/val/1.png"]], labels.Select(label => label.SourcePath));
        Assert.Equal([null, "1.png"], labels.Select(label => label.OriginalImage));
    }

    [Fact]
    public void A_zip_gives_the_same_as_theFolder()
    {
        string zip =
            new DatasetBuilder().Text("x/annotations/i.json", Json("""{ "image_id": 0, "category_id": 0, "bbox": [1, 1, 1, 1] }"""))
            .File("x/images/a.png", Image()).File("x/images/b.png", Image()).WriteZip(Folder["set.zip"]);
        DqLabel[] labels =
            CocoConverter.Convert(zip, new CocoOptions(), Collecting.Log, null, TestContext.Current.CancellationToken).ToArray();

        Assert.Equal(["a.png: cat 1 1 1 1", "b.png: nothing"], labels.Select(Converted.Text));
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
        Assert.Contains($"'{Folder["set/annotations.json"]}'", exception.Message, StringComparison.Ordinal);
        Assert.Contains(place, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void In_aFolder_a_broken_file_does_not_keep_the_others_back()
    {
        Write(Json("""{ "image_id": 0, "category_id": 0, "bbox": [1, 1, 1, 1] }"""));
        Write("{", "broken.json");
        Write("{ \"editor\": 1 }", "settings.json");

        Assert.Equal(2, Convert().Length);
        Assert.Equal(["InvalidJson"], Collecting.Log.Failures.Select(failure => failure.ErrorId));
        Assert.Contains("settings.json", Assert.Single(Collecting.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void AFolder_without_COCO_is_an_error()
    {
        Write("{}", "settings.json");

        Assert.Equal("NoCoco", Assert.Throws<DatasetException>(() => Convert()).ErrorId);
    }
}
