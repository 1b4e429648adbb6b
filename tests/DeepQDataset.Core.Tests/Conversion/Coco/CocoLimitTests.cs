using DeepQDataset.Conversion.Coco;
using Xunit;

namespace DeepQDataset.Core.Tests.Conversion.Coco;

/// <summary>Tests that invalid annotations and exceeded limits affect only themselves.</summary>
public sealed class CocoLimitTests : CocoTestBase
{
    /// <summary>Tests that an invalid mask is skipped and the following annotations are read.</summary>
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

        Assert.Equal(
            ["a.png: dog 1 2 3 4", "b.png: nothing"], Convert(broken + """, { "image_id": 0, "category_id": 70, "bbox": [1, 2, 3, 4] }"""));
        Assert.Equal(["AnnotationInvalid"], Collecting.Ids);
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

        Assert.Equal(["a.png: dog 1 2 3 4", "b.png: nothing"], labels);
        Assert.Equal(
            [
                (1, "the compressed counts of its mask are longer than 16 MiB"), (2, "its mask has more than 4194304 runs"),
            ],
            Collecting.Remarks.Select(remark => (remark.Line!.Value, remark.Detail)));
    }

    // 100,000 runs of no length, then the mask of the test above; the third number is the difference to 103 now: 46 - 103 = -57 is
    // 7 - 2 * 32 → (7 + 32, 30) → 'W', 'N'.
    [Fact]
    public void A_mask_longer_than_the_buffer_is_read() =>
        Assert.Equal(
            ["a.png: cat 2 3 2 4", "b.png: nothing"],
            Convert(
                $$"""
                { "image_id": 0, "category_id": 0, "segmentation": { "size": [50, 100], "counts": "\u0030{{new string('0', 99_999
                )}}W34WNOne4" } }
                """));

    [Fact]
    public void More_regions_of_an_image_than_any_are_a_loss_and_take_no_memory()
    {
        string region = """{ "category_id": 70, "bbox": [1, 2, 3, 4] }""";
        string regions = string.Join(',', Enumerable.Repeat(region, CocoAnnotationReader.MaximumRegions + 2));
        string[] labels = Convert($$"""{ "image_id": 0, "segments_info": [{{regions}}] }""");

        Assert.Equal(CocoAnnotationReader.MaximumRegions + 1, labels.Length);
        Assert.Equal(["AnnotationInvalid"], Collecting.Ids);
    }

    [Fact]
    public void Long_files_and_long_texts_pass_through_the_buffer()
    {
        // More than the buffer of 64 KiB between any two relevant tokens, and one string longer than it.
        string filler = new('x', 100_000);
        IEnumerable<string> annotations = Enumerable.Range(0, 3000)
            .Select(index => $$"""{ "image_id": 0, "category_id": 70, "bbox": [{{index % 90}}, 1, 2.5, 3], "note": "ab\"c" }""");
        Write($$"""
            { "note": "{{filler}}", "images": {{Images}},
              "annotations": [ {{string.Join(",\n", annotations)}} ], "categories": {{Categories}} }
            """);
        DqLabel[] labels = Convert();

        Assert.Equal(3001, labels.Length);
        Assert.Equal("a.png: dog 29 1 2.5 3", Converted.Text(labels[2999])); // 2999 = 33 × 90 + 29
        Assert.Equal(Enumerable.Range(2, 3000), labels.Take(3000).Select(label => label.Line!.Value)); // one a line, from line 2
    }
}
