using System.Text;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Conversion.Coco;

/// <summary>Forms of COCO that its own tools do not write: rotated boxes, texts that are not UTF-8, other forms of Unicode.</summary>
public sealed class CocoFormTests : CocoTestBase
{
    [Theory]
    [InlineData("90.0", "34 8 6 30")]
    [InlineData("270", "34 8 6 30")]
    [InlineData("-90", "34 8 6 30")]
    public void A_rotated_box_becomes_the_box_around_it_and_is_counted(string rotation, string expected)
    {
        Assert.Equal(["a.png: dog " + expected], Rotated(rotation));
        Assert.Equal(["BoxEnclosed"], Collecting.Ids);
        Assert.Equal(1, Collecting.Log.Losses);
    }

    [Theory]
    [InlineData("0.0")]
    [InlineData("180")]
    [InlineData("360")]
    [InlineData("\"none\"")]
    public void A_box_that_lies_straight_stays(string rotation)
    {
        Assert.Equal(["a.png: dog 22 20 30 6"], Rotated(rotation));
        Assert.Empty(Collecting.Remarks);
    }

    [Fact]
    public void Forty_five_degrees_need_a_square_about_the_middle()
    {
        // (30 + 6) × √½ = 25.456 a side, about (37, 23).
        string[] numbers = Assert.Single(Rotated("45")).Split(' ')[2..];
        double[] box = Array.ConvertAll(numbers, number => double.Parse(number, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal([24.272, 10.272, 25.456, 25.456], box.Select(number => Math.Round(number, 3)));
    }

    [Fact]
    public void Classes_that_are_not_UTF_8_are_an_error_that_names_the_encoding_and_the_place()
    {
        Encoding gbk = CodePagesEncodingProvider.Instance.GetEncoding(936)!;
        string json = $$"""
            { "images": {{Images}},
              "categories": [{ "id": 0, "name": "肺炎" }, { "id": 70, "name": "正常" }], "annotations": [] }
            """;
        Write("");
        File.WriteAllBytes(Folder["set/annotations.json"], gbk.GetBytes(json));

        Assert.Equal("NoCoco", Assert.Throws<DatasetException>(() => Convert()).ErrorId);
        DatasetException failure = Assert.Single(Collecting.Log.Failures);

        Assert.Contains("annotations.json", failure.Message, StringComparison.Ordinal);
        Assert.Contains("line 2, column", failure.Message, StringComparison.Ordinal);
        Assert.Contains("not UTF-8; it looks like GBK", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("L\u00E4sion", "La\u0308sion")]
    [InlineData("La\u0308sion", "L\u00E4sion")]
    [InlineData("Lesion", "Le\u200Bsion")]
    public void Names_in_another_form_of_Unicode_find_their_image(string file, string name)
    {
        new DatasetBuilder()
            .Text("annotations.json", $$"""
                { "images": [{ "id": 1, "file_name": "{{name}}.png", "width": 100, "height": 50 }], "categories": {{Categories}},
                  "annotations": [{ "image_id": 1, "category_id": 0, "bbox": [1, 2, 3, 4] }] }
                """)
            .File($"images/{file}.png", Image())
            .WriteFolder(Folder["set"]);

        DqLabel label = Assert.Single(Convert());

        Assert.Equal(("cat", Folder[$"set/images/{file}.png"]), (label.Class, label.SourcePath));
        Assert.DoesNotContain("ImageNotFound", Collecting.Ids);
    }

    private string[] Rotated(string rotation) => [.. Convert(
        $$"""{ "image_id": 0, "category_id": 70, "bbox": [22, 20, 30, 6], "attributes": { "rotation": {{rotation}}, "occluded": 0 } }""")
        .Where(label => label.StartsWith("a.png", StringComparison.Ordinal))];
}
