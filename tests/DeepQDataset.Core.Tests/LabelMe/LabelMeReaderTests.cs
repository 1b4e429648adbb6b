using System.Text;
using DeepQDataset.Json;
using DeepQDataset.LabelMe;
using DeepQDataset.Labels;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.LabelMe;

public sealed class LabelMeReaderTests
{
    [Fact]
    public void A_file_of_version_5_is_read_whole()
    {
        LabelMeFile file = LabelMeReading.Read(new LabelMeBuilder
        {
            Flags = """{"cat": true, "dog": false, "__ignore__": true}""",
            ImagePath = "..\\\\images\\\\a\\u00e9.png",
            ImageData = [1, 2, 3, 4],
            Width = 640,
            Height = 480,
        }.Shape("lesion", "rectangle", 10, 20, 4.5, 30).Shape(" cyst ", "polygon", 1, 1, 5, 1, 5, 9).Build());

        Assert.Null(file.Fault);
        Assert.Null(file.GeometryFault);
        Assert.Equal(("5.5.0", "..\\images\\aé.png", 640.0, 480.0), (file.Version, file.ImagePath, file.ImageWidth, file.ImageHeight));
        Assert.Equal(["cat", "__ignore__"], file.Flags);
        Assert.Equal(
            [
                new LabelMeShape(
                    "lesion", LabelMeShapeKind.Rectangle, "rectangle", 2, new BoundingBox(4.5, 20, 5.5, 10), false, new JsonPlace(5, 5)),
                new LabelMeShape("cyst", LabelMeShapeKind.Polygon, "polygon", 3, new BoundingBox(1, 1, 4, 8), false, new JsonPlace(6, 5)),
            ],
            file.Shapes);

        // "AQIDBA==" is 8 characters: 6 bytes but for the two that pad it.
        Assert.Equal(
            (8L, 2, true, 4L), (file.ImageData!.TextLength, file.ImageData.Padding, file.ImageData.IsPlain, file.ImageData.Length));
        Assert.Equal(new JsonPlace(9, 16), file.ImageData.Place);
    }

    /// <summary>What versions before 3 wrote: colours, no shape_type, no version, no size; and flags as a list.</summary>
    [Fact]
    public void Old_files_are_read()
    {
        LabelMeFile file = LabelMeReading.Read(
            """
            {"flags": ["good", "left"], "lineColor": [0, 255, 0, 128], "fillColor": [255, 0, 0, 128], "imagePath": "a.jpg", "imageData": "",
             "shapes": [{"line_color": null, "fill_color": [1, 2, 3, 4], "points": [[0, 0], [9, 1], [8, 7]], "label": "liver"}]}
            """);
        Assert.Null(file.Fault);
        Assert.Equal(["good", "left"], file.Flags);
        Assert.Null(file.ImageData);
        Assert.Null(file.Version);
        LabelMeShape shape = Assert.Single(file.Shapes);
        Assert.Equal((LabelMeShapeKind.Polygon, new BoundingBox(0, 0, 9, 7)), (shape.Kind, shape.Box));
    }

    /// <summary>The boxes around shapes, by hand.</summary>
    [Theory]
    [InlineData("rectangle", "30,40,10,20", 10, 20, 20, 20)] // corners in any order
    [InlineData("rectangle", "10,20,30,20,30,40,10,40", 10, 20, 20, 20)] // all four
    [InlineData("polygon", "69,318,45,403,173,406,198,321", 45, 318, 153, 88)] // 198 − 45, 406 − 318
    [InlineData(null, "0.5,1,2,1,2,3.25", 0.5, 1, 1.5, 2.25)] // a missing type means polygon
    [InlineData("circle", "100,100,103,104", 95, 95, 10, 10)] // radius 5: 3 and 4 are its legs
    [InlineData("mask", "10,20,19,24", 10, 20, 10, 5)] // pixels 10 to 19, 20 to 24
    [InlineData("oriented_rectangle", "5,0,10,5,5,10,0,5", 0, 0, 10, 10)] // a square on its corner
    public void Shapes_have_boxes(string? type, string points, double x, double y, double width, double height)
    {
        double[] numbers = points
            .Split(',')
            .Select(number => double.Parse(number, System.Globalization.CultureInfo.InvariantCulture))
            .ToArray();
        LabelMeShape shape = Assert.Single(LabelMeReading.Read(new LabelMeBuilder().Shape("a", type, numbers).Build()).Shapes);
        Assert.Equal(new BoundingBox(x, y, width, height), shape.Box);
        Assert.True(LabelMeShapeKinds.HasArea(shape.Kind));
    }

    [Theory]
    [InlineData("", "1:1 The file is not JSON: the text is incomplete.")]
    [InlineData("{\n  \"version\": \"5\",\n  \"shapes\": [", "3:14 The file is not JSON: the text is incomplete.")]
    [InlineData("[]", "1:1 The JSON is not an object with the keys 'shapes' and 'imagePath', as LabelMe writes it.")]
    [InlineData("""{"imagePath": "a.png"}""", ": The key 'shapes' is missing.")]
    [InlineData("""{"shapes": []}""", ": The key 'imagePath' is missing.")]
    [InlineData("""{"shapes": {}, "imagePath": "a.png"}""", "1:12 The value of 'shapes' is not a list.")]
    [InlineData("""{"shapes": [], "imagePath": null}""", "1:29 The value of 'imagePath' is not text.")]
    [InlineData("""{"shapes": [], "imagePath": "a", "imageData": 1}""", "1:47 The value of 'imageData' is neither text nor null.")]
    [InlineData("""{"shapes": [], "imagePath": "a", "flags": 1}""", "1:43 The value of 'flags' is neither an object nor a list.")]
    [InlineData("""{"shapes": [], "shapes": [], "imagePath": "a"}""", "1:16 The key 'shapes' occurs twice.")]
    [InlineData("""{"shapes": [7], "imagePath": "a"}""", "1:13 A shape is not an object with 'label' and 'points'.")]
    [InlineData("""{"shapes": [{"points": [[1, 2]]}], "imagePath": "a"}""", "1:13 A shape has no 'label' that is a text.")]
    [InlineData("""{"shapes": [{"label": " ", "points": [[1, 2]]}], "imagePath": "a"}""", "1:13 The 'label' of a shape is empty.")]
    [InlineData("""{"shapes": [{"label": "a", "shape_type": 3}], "imagePath": "a"}""", "1:13 The 'shape_type' of a shape is not text.")]
    [InlineData("""{"shapes": [], "imagePath": "\ud800"}""", "1:29 The value of 'imagePath' is not text.")]
    public void What_is_not_LabelMe_is_told_with_its_place(string json, string expected) =>
        Assert.Equal(expected, LabelMeReading.Show(LabelMeReading.Read(json).Fault));

    [Theory]
    [InlineData("polygon", "[[1, 2], [3, 4]]", "5:5 The polygon 'a' has 2 points; it needs at least 3.")]
    [InlineData("rectangle", "[[1, 2]]", "5:5 The rectangle 'a' has 1 point; it needs 2 corners, or all 4.")]
    [InlineData("rectangle", "[[1, 2], [3, 4], [5, 6]]", "5:5 The rectangle 'a' has 3 points; it needs 2 corners, or all 4.")]
    [InlineData("circle", "[[1, 2], [3, 4], [5, 6]]", "5:5 The circle 'a' has 3 points; it needs 2: the centre and one on the edge.")]
    [InlineData("point", "[]", "5:5 The point 'a' has 0 points; it needs 1.")]
    [InlineData("rectangle", "[[1, \"2\"], [3, 4]]", "5:35 A coordinate of a point is not a number, or one out of range.")]
    [InlineData("rectangle", "[[1, 1e999], [3, 4]]", "5:35 A coordinate of a point is not a number, or one out of range.")]
    [InlineData("rectangle", "[[1, null], [3, 4]]", "5:35 A coordinate of a point is not a number, or one out of range.")]
    [InlineData("rectangle", "[[1], [3, 4]]", "5:33 A point has fewer than two numbers.")]
    [InlineData("rectangle", "[[1, 2, 3], [3, 4]]", "5:38 A point has more than two numbers.")]
    [InlineData("rectangle", "[1, 2, 3, 4]", "5:31 A point is not a pair of numbers.")]
    [InlineData("rectangle", "null", "5:30 The 'points' of a shape are not a list.")]
    public void Points_that_make_no_shape_are_told_and_the_rest_is_read(string type, string points, string expected)
    {
        LabelMeFile file = LabelMeReading.Read(
            new LabelMeBuilder()
                .Raw($$"""{"label": "a", "points": {{points}}, "shape_type": "{{type}}"}""")
                .Shape("b", "point", 1, 1)
                .Build());
        Assert.Null(file.Fault);
        Assert.Equal(expected, LabelMeReading.Show(file.GeometryFault));
        Assert.Equal(1, file.BrokenShapes);
        Assert.Equal([true, false], file.Shapes.Select(shape => shape.IsBroken));
    }

    [Fact]
    public void Hostile_sizes_are_refused()
    {
        string shapes = string.Join(',', Enumerable.Repeat("""{"label":"a","points":[]}""", LabelMeReader.MaximumShapes + 1));
        Assert.Contains(
            "more than 100000 shapes",
            LabelMeReading.Read($$"""{"shapes":[{{shapes}}],"imagePath":"a"}""").Fault?.Message,
            StringComparison.Ordinal);

        string label = new('x', LabelMeReader.LongestLabel + 1);
        Assert.Contains(
            "more than 1000 characters",
            LabelMeReading.Read(new LabelMeBuilder().Shape(label, "point", 1, 1).Build()).Fault?.Message,
            StringComparison.Ordinal);

        string flags = $$"""{"{{label}}": true}""";
        Assert.Contains(
            "A flag has more than 1000",
            LabelMeReading.Read(new LabelMeBuilder { Flags = flags }.Build()).Fault?.Message,
            StringComparison.Ordinal);

        string deep = new('[', 100_000);
        Assert.Contains("nested more than 64 levels", LabelMeReading.Read($$"""{"x": {{deep}}""").Fault?.Message, StringComparison.Ordinal);
    }

    /// <summary>A hundred megabytes of image in a file, made as it is read: a few buffers are all it takes.</summary>
    [Fact]
    public void A_large_image_is_not_kept()
    {
        const int Pieces = 100;
        byte[] piece = Encoding.ASCII.GetBytes(new string('A', 1 << 20));
        using LabelMeReader reader = new();
        using RepeatingStream stream = new(
            "{\"shapes\":[],\"imageData\":\"", piece, Pieces, "\",\"imagePath\":\"a.png\",\"imageWidth\":7}");
        long before = GC.GetAllocatedBytesForCurrentThread();
        LabelMeFile file = reader.Read(stream, TestContext.Current.CancellationToken);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(((long)Pieces << 20, 7.0), (file.ImageData!.TextLength, file.ImageWidth!.Value));
        Assert.InRange(allocated, 0, 1 << 20);
    }

    [Fact]
    public void No_damage_makes_the_reader_throw()
    {
        byte[] seed = Encoding.UTF8.GetBytes(new LabelMeBuilder { ImageData = [1, 2, 3], Flags = """["x"]""" }
            .Shape("lésion", "rectangle", 1, 2, 3, 4).Shape("b", "polygon", 1, 2, 3, 4, 5, 6).Build());
        Random random = new(8);
        for (int round = 0; round < 5_000; round++)
        {
            byte[] damaged = [.. seed];
            for (int change = random.Next(1, 4); change > 0; change--)
            {
                damaged[random.Next(damaged.Length)] = random.Next(2) == 0 ? (byte)random.Next(256) : "{}[],:\"\\0n"u8[random.Next(10)];
            }

            LabelMeFile file = LabelMeReading.Read(damaged);
            Assert.True(file.Fault is null or { Place: null or { Line: > 0, Column: > 0 }, Message.Length: > 0 });
            Assert.All(file.Shapes, shape => Assert.True(shape.Label.Length > 0 && (shape.IsBroken || double.IsFinite(shape.Box.Width))));
        }
    }
}
