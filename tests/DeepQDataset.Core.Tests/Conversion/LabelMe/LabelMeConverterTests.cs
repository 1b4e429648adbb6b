using System.IO.Compression;
using DeepQDataset.Building.Planning;
using DeepQDataset.Building.Zip;
using DeepQDataset.Conversion.LabelMe;
using DeepQDataset.Settings;
using DeepQDataset.TestKit;
using DeepQDataset.Validation;
using Xunit;

namespace DeepQDataset.Core.Tests.Conversion.LabelMe;

/// <summary>Tests LabelMe files as LabelMe writes them, with manually calculated values.</summary>
public sealed class LabelMeConverterTests : IDisposable
{
    private static readonly LabelMeOptions Boxes = new();
    private static readonly LabelMeOptions Classes = new() { Task = DqTask.Classification };
    private static readonly LabelMeOptions Flags = new() { Task = DqTask.None, FlagsAsLabels = true };

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>
    /// One of each shape, as in LabelMe's own example of primitives. The rectangle keeps its corners: 132 − 32 = 100. The circle's radius
    /// is √(30² + 41²) = 50.8035…, so it starts at 195 − 50.8035…. The polygon spans 45 to 198 and 318 to 406. The mask's pixels 417 to 516
    /// are a hundred. Line, point and linestrip have no area.
    /// </summary>
    [Fact]
    public void Shapes_become_boxes_and_what_covers_nothing_is_told()
    {
        LabelMeBuilder file = new LabelMeBuilder { Width = 560, Height = 450 }
            .Shape("rectangle", "rectangle", 32, 35, 132, 135)
            .Shape("circle", "circle", 195, 84, 225, 125)
            .Shape("reversed", "rectangle", 542, 135, 391, 33)
            .Shape("polygon", "polygon", 69, 318, 45, 403, 173, 406, 198, 321)
            .Shape("line", "line", 188, 178, 160, 224)
            .Shape("point", "point", 345, 174)
            .Shape("line_strip", "linestrip", 440.5, 181.5, 402.5, 274.5, 544.5, 275.5)
            .Shape("octagon", "mask", 417, 305, 516, 404);
        Collecting log = new();
        DqLabel[] labels = Convert(Dataset(file.Build(), width: 560, height: 450), Boxes, log);

        double radius = Math.Sqrt((30 * 30) + (41 * 41));
        Assert.Equal(
            [
                ("rectangle", 32.0, 35.0, 100.0, 100.0, 5),
                ("circle", 195 - radius, 84 - radius, 2 * radius, 2 * radius, 6),
                ("reversed", 391, 33, 151, 102, 7),
                ("polygon", 45, 318, 153, 88, 8),
                ("octagon", 417, 305, 100, 100, 12),
            ],
            labels.Select(label =>
                (label.Class!, label.X!.Value, label.Y!.Value, label.Width!.Value, label.Height!.Value, label.Line!.Value)));
        Assert.Equal(["ShapeWithoutArea", "ShapeWithoutArea", "ShapeWithoutArea"], log.Ids);
        Assert.Equal([9, 10, 11], log.Remarks.Select(remark => remark.Line!.Value));
        Assert.Equal("3 points, lines and linestrips were left out", log.Log.Summarize());
    }

    [Fact]
    public void Boxes_are_clipped_and_what_is_left_of_nothing_is_dropped()
    {
        LabelMeBuilder file = new LabelMeBuilder { Width = 100, Height = 50 }
            .Shape("beyond", "rectangle", -10.5, 10, 20.25, 60) // to 20.25, and from 10 to 50
            .Shape("outside", "rectangle", 100, 10, 120, 20)
            .Shape("flat", "rectangle", 10, 10, 30, 10)
            .Shape("broken", "rectangle", 10, 10)
            .Shape("odd", "star", 1, 1);
        Collecting log = new();
        DqLabel label = Assert.Single(Convert(Dataset(file.Build()), Boxes, log));
        Assert.Equal(("beyond", 0.0, 10.0, 20.25, 40.0), (label.Class, label.X, label.Y, label.Width, label.Height));
        Assert.Equal(["BoxClipped", "BoxOutside", "BoxDegenerate", "ShapeBroken", "ShapeUnknown"], log.Ids);
    }

    [Fact]
    public void With_the_task_Classification_shapes_become_classes()
    {
        LabelMeBuilder file = new LabelMeBuilder
        {
            Width = 100,
            Height = 50,
            Flags = """{"good": true}""",
        }
            .Shape("a", "rectangle", 1, 1, 2, 2)
            .Shape("a", "circle", 5, 5, 6, 6)
            .Shape("b", null, 1, 1, 2, 2, 1, 3)
            .Shape("c", "point", 1, 1);
        Collecting log = new();
        DqLabel[] labels = Convert(Dataset(file.Build()), Classes, log);
        Assert.Equal([("a", 1, 5), ("b", 1, 7)], labels.Select(label => (label.Class, label.Value!.Value, label.Line!.Value)));
        Assert.All(labels, label => Assert.Null(label.X));
        Assert.Equal(["ShapeWithoutArea", "FlagLeftOut"], log.Ids);
    }

    [Fact]
    public void Flags_become_classes_when_asked_for()
    {
        string json = new LabelMeBuilder { Width = 100, Height = 50, Flags = """{"cat": true, "dog": false, "a": true}""" }
            .Shape("a", "rectangle", 1, 1, 2, 2).Build();
        Collecting log = new();
        Assert.Equal(["cat", "a"], Convert(Dataset(json), Flags, log).Select(label => label.Class));
        Assert.Equal(["ShapeBesideFlags"], log.Ids);

        Assert.Equal(
            ["a", "cat"], Convert(Dataset(json), Classes with { FlagsAsLabels = true }, new Collecting()).Select(label => label.Class));
        DatasetException refused = Assert.Throws<DatasetException>(() =>
            Convert(Dataset(json), Boxes with { FlagsAsLabels = true }, new Collecting()));
        Assert.Equal("FlagsBesideBoxes", refused.ErrorId);
    }

    [Fact]
    public void An_image_without_shapes_holds_nothing()
    {
        DqLabel label = Assert.Single(Convert(Dataset(new LabelMeBuilder { Width = 100, Height = 50 }.Build()), Boxes, new Collecting()));
        Assert.Equal(("image001.png", DqLabel.NegativeClass, null, null), (label.Image, label.Class, label.Value, label.X));
        Assert.Equal(_folder["set/image001.png"], label.SourcePath);
    }

    /// <summary>
    /// An image may be found by its path, by its file name, or by the name of the JSON. One beside the JSON is preferred to one inside it.
    /// </summary>
    [Theory]
    [InlineData("image001.png", "image001.png", false, null)]
    [InlineData("..\\\\pictures\\\\image001.png", "image001.png", false, null)]
    [InlineData("C:\\\\data\\\\image001.png", "image001.png", false, null)]
    [InlineData("/home/me/image001.png", "image001.png", true, null)]
    [InlineData("pictures/a.png", "pictures/a.png", true, null)]
    [InlineData("renamed.png", "image001.png", true, null)]
    [InlineData("image001.json", "image001.png", true, null)]
    [InlineData("a.png", "elsewhere/a.png", false, null)]
    [InlineData("a.png", "elsewhere/a.png", true, "imageData")]
    [InlineData("gone.png", "other.png", true, "imageData")]
    public void Images_are_found(string imagePath, string file, bool isEmbedded, string? entry)
    {
        string json = new LabelMeBuilder { ImagePath = imagePath, ImageData = isEmbedded ? Png(7) : null, Width = 100, Height = 50 }
            .Shape("a", "rectangle", 1, 1, 2, 2).Build();
        string path = new DatasetBuilder().Text("image001.json", json).File(file, Png(1)).WriteFolder(_folder["set"]);
        DqLabel label = Assert.Single(Convert(path, Boxes, new Collecting()));
        Assert.Equal(entry, label.SourceEntry);
        Assert.Equal(_folder[entry is null ? $"set/{file}" : "set/image001.json"], label.SourcePath);
    }

    [Fact]
    public void A_missing_image_is_a_loss_and_may_lie_in_another_folder()
    {
        string json = new LabelMeBuilder { Width = 100, Height = 50 }.Shape("a", "rectangle", 1, 1, 2, 2).Build();
        string set = new DatasetBuilder().Text("image001.json", json).WriteFolder(_folder["set"]);
        string images = new DatasetBuilder().File("deep/image001.png", Png(1)).WriteFolder(_folder["images"]);
        Collecting log = new();
        Assert.Null(Assert.Single(Convert(set, Boxes, log)).SourcePath);
        Assert.Equal(["ImageNotFound"], log.Ids);
        Assert.Equal(
            _folder["images/deep/image001.png"],
            Assert.Single(Convert(set, Boxes with { ImageFolder = images }, new Collecting())).SourcePath);
    }

    [Fact]
    public void What_an_embedded_image_is_called_follows_its_content()
    {
        string json = new LabelMeBuilder { ImagePath = "scan 1.png", ImageData = new JpegBuilder { Width = 64, Height = 48 }.Build() }
            .Shape("a", "rectangle", 60, 40, 70, 44).Build();
        Collecting log = new();
        DqLabel label = Assert.Single(Convert(new DatasetBuilder().Text("x.json", json).WriteFolder(_folder["set"]), Boxes, log));

        // The image is 64 pixels wide, so the box from 60 to 70 is clipped to 4.
        Assert.Equal(("scan_1.jpg", "scan 1.png", 4.0), (label.Image, label.OriginalImage, label.Width));
        Assert.Equal(["BoxClipped"], log.Ids);
    }

    [Fact]
    public void An_embedded_file_of_another_format_is_left_out_and_told()
    {
        string json = new LabelMeBuilder { ImageData = "GIF89a, or so it says"u8.ToArray() }.Shape("a", "rectangle", 1, 1, 2, 2).Build();
        Collecting log = new();
        Assert.Empty(Convert(new DatasetBuilder().Text("image001.json", json).WriteFolder(_folder["set"]), Boxes, log));
        Assert.Equal(["EmbeddedUnusable"], log.Ids);
    }

    /// <summary>
    /// LabelMe shows the image after orientation: 24 × 32 for a file of 32 × 24 with orientation 6. The box is unchanged.
    /// </summary>
    [Theory]
    [InlineData(24, 32, "20,28,30,40", 4, new[] { "ImageTurned", "BoxClipped" })] // to 24 and to 32
    [InlineData(32, 24, "20,20,30,23", 10, new[] { "ImageTurned" })]
    [InlineData(50, 50, "20,20,30,23", 10, new[] { "ImageTurned", "SizeDisagrees" })]
    public void A_turned_image_is_told(int width, int height, string points, double expected, string[] reasons)
    {
        double[] numbers = points
            .Split(',')
            .Select(number => double.Parse(number, System.Globalization.CultureInfo.InvariantCulture))
            .ToArray();
        string json = new LabelMeBuilder
        {
            ImagePath = "a.jpg",
            Width = width,
            Height = height,
        }
            .Shape("a", "rectangle", numbers)
            .Build();
        string set = new DatasetBuilder()
            .Text("a.json", json)
            .File(
                "a.jpg",
                new JpegBuilder
                {
                    Width = 32,
                    Height = 24,
                    Orientation = 6,
                }.Build())
            .WriteFolder(_folder["set"]);
        Collecting log = new();
        Assert.Equal(expected, Assert.Single(Convert(set, Boxes, log)).Width);
        Assert.Equal(reasons, log.Ids);
    }

    [Fact]
    public void A_broken_file_is_an_error_and_the_others_go_on()
    {
        string set = Datasets.LabelMe().Text("broken.json", "{\n \"shapes\": [}").Text("settings.json", """{"colour": "red"}""")
            .WriteFolder(_folder["set"]);
        Collecting log = new();
        Assert.Equal(6, Convert(set, Boxes, log).Length);
        DatasetException failure = Assert.Single(log.Log.Failures);
        Assert.Equal(
            $"'{_folder["set/broken.json"]}' is not a LabelMe file: line 2, column 13: The file is not JSON: '}}' is not expected here. "
            + "Correct it there, or save it again with the program that wrote it.",
            failure.Message);
        Assert.Contains("settings.json", Assert.Single(log.Notes), StringComparison.Ordinal);

        Assert.Equal(
            "InvalidLabelMe", Assert.Throws<DatasetException>(() => Convert(_folder["set/broken.json"], Boxes, new Collecting())).ErrorId);
        Assert.Single(Convert(_folder["set/image001.json"], Boxes, new Collecting()));
        Directory.CreateDirectory(_folder["empty"]);
        Assert.Equal("NoLabelMe", Assert.Throws<DatasetException>(() => Convert(_folder["empty"], Boxes, new Collecting())).ErrorId);
    }

    /// <summary>
    /// From a folder or zip, images beside or in the JSONs: the archive that is made passes, and holds the images as they were.
    /// </summary>
    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void An_archive_of_it_passes_and_holds_the_images_byte_for_byte(bool isZip, bool isEmbedded)
    {
        DatasetBuilder dataset = (isEmbedded ? Datasets.LabelMeEmbedded() : Datasets.LabelMe()).Wrapped("images");
        string path = isZip ? dataset.WriteZip(_folder["set.zip"]) : dataset.WriteFolder(_folder["set"]);
        LabelSet set = new();
        foreach (DqLabel label in Convert(path, Boxes, new Collecting()))
        {
            set.Add(label);
        }

        using (ArchivePlan plan = ArchivePlan.FromLabels(set, imageFolder: null, options: null, TestContext.Current.CancellationToken))
        {
            ArchiveWriter.Write(
                plan, _folder["out.zip"], new ArchiveOptions { Verify = true }, cancellation: TestContext.Current.CancellationToken);
        }

        DqTestResult result = DatasetValidator.Validate(
            _folder["out.zip"], new ValidationOptions { Level = DqLevel.Full }, cancellation: TestContext.Current.CancellationToken);
        Assert.True(result.Passed);
        Assert.Equal(
            (DqLayout.Labelled, DqTask.Detection, 6L, 6L, 2), (result.Layout, result.Task, result.Images, result.Labels, result.Classes));
        Assert.Empty(result.Issues);
        using ZipArchive zip = System.IO.Compression.ZipFile.OpenRead(_folder["out.zip"]);
        for (int number = 1; number <= 6; number++)
        {
            using Stream entry = zip.GetEntry($"image/{Datasets.Name(number)}.png")!.Open();
            using MemoryStream content = new();
            entry.CopyTo(content);
            Assert.Equal(Datasets.Image(number), content.ToArray());
        }
    }

    private string Dataset(string json, int width = 100, int height = 50) => new DatasetBuilder().Text("image001.json", json)
        .File("image001.png", new PngBuilder { Width = width, Height = height }.Build()).WriteFolder(_folder["set"]);

    private static byte[] Png(int seed) => new PngBuilder { Width = 100, Height = 50, Seed = seed }.Build();

    private static DqLabel[] Convert(string path, LabelMeOptions options, Collecting log) =>
        LabelMeConverter.Convert(path, options, log.Log, cancellation: TestContext.Current.CancellationToken).ToArray();
}
