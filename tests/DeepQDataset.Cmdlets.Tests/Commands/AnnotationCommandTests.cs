using DeepQDataset.Cmdlets.Tests.Engine;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Cmdlets.Tests.Commands;

/// <summary>Tests what all commands for other tools' annotations have in common.</summary>
public sealed class AnnotationCommandTests : IDisposable
{
    private const string Crowd = """
        { "images": [{ "id": 1, "file_name": "a b.png" }], "categories": [{ "id": 1, "name": "cat" }],
          "annotations": [{ "image_id": 1, "category_id": 1, "bbox": [1, 2, 3.5, 4] },
          { "image_id": 1, "category_id": 1, "bbox": [1, 2, 3, 4], "iscrowd": 1 }] }
        """;

    private readonly TempFolder _folder = new();
    private readonly PowerShellSession _session;

    public AnnotationCommandTests()
    {
        new DatasetBuilder().Text("coco.json", Crowd).File(
            "images/a b.png", new PngBuilder { Width = 40, Height = 20 }.Build()).WriteFolder(_folder["set"]);
        _session = new PowerShellSession(_folder.FullPath);
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_loss_is_counted_in_a_warning_and_named_with_Verbose()
    {
        CommandOutput output = _session.Run("ConvertFrom-DqCoco set -Verbose");

        Assert.Equal(["cat"], output.Values("Class"));
        Assert.Empty(output.Errors);
        Assert.Contains("1 annotation of a crowd was left out", Assert.Single(output.Warnings), StringComparison.Ordinal);
        Assert.Contains(
            output.Verbose, line => line.StartsWith($"CrowdSkipped: {_folder["set/coco.json"]}, line 3:", StringComparison.Ordinal));
    }

    [Fact]
    public void A_loss_is_an_error_with_Strict()
    {
        CommandOutput output = _session.Run("ConvertFrom-DqCoco set -Strict");

        Assert.Equal(["ConversionLosses"], output.ErrorIds);
        Assert.Equal(_folder["set"], output.Errors[0].TargetObject);
        Assert.Empty(output.Warnings);
    }

    [Fact]
    public void With_Strict_and_ErrorAction_Stop_nothing_is_written_behind_it()
    {
        CommandOutput output =
            _session.Run("ConvertFrom-DqCoco set -Strict -ErrorAction Stop | New-DqDatasetArchive -DestinationPath out.zip");

        Assert.Contains("ConversionLosses", output.ErrorIds);
        Assert.False(File.Exists(_folder["out.zip"]));
    }

    [Fact]
    public void A_valid_name_comes_with_the_one_it_had()
    {
        CommandOutput output = _session.Run("ConvertFrom-DqCoco set/coco.json");

        Assert.Equal(["a_b.png"], output.Values("Image"));
        Assert.Equal(["a b.png"], output.Values("OriginalImage"));
    }

    [Fact]
    public void Annotations_are_packed_in_one_pipeline()
    {
        CommandOutput output = _session.Run(
            """
            ConvertFrom-DqCoco set -WarningAction SilentlyContinue | New-DqDatasetArchive -DestinationPath out.zip | Out-Null
            Get-DqLabel out.zip
            """);

        Assert.Equal([("a_b.png", "cat", 1.0, 2.0, 3.5, 4.0)], output.Output.Select(label => (
            (string)label.Value("Image")!, (string)label.Value("Class")!, (double)label.Value("X")!, (double)label.Value("Y")!,
            (double)label.Value("Width")!, (double)label.Value("Height")!)));
    }

    [Fact]
    public void What_is_wrong_with_one_path_never_keeps_the_next_back()
    {
        new DatasetBuilder().Text("bad.json", "{").WriteFolder(_folder.FullPath);
        CommandOutput output = _session.Run("'bad.json', 'nowhere', 'set' | ConvertFrom-DqCoco -WarningAction SilentlyContinue");

        Assert.Equal(["InvalidJson", "ItemNotFound"], output.ErrorIds);
        Assert.Single(output.Output);
    }

    [Fact]
    public void An_image_folder_that_is_not_there_is_one_error_and_nothing_is_converted()
    {
        CommandOutput output = _session.Run("ConvertFrom-DqCoco set -ImageFolder nowhere");

        Assert.Equal(["ItemNotFound"], output.ErrorIds);
        Assert.Empty(output.Output);
    }

    [Fact]
    public void A_broken_file_in_a_folder_is_an_error_and_the_others_come()
    {
        new DatasetBuilder().Text("bad.json", "{ \"images\": [\n  1 2 ] }").WriteFolder(_folder["set"]);
        CommandOutput output = _session.Run("ConvertFrom-DqCoco set -WarningAction SilentlyContinue");

        Assert.Equal(["InvalidJson"], output.ErrorIds);
        Assert.Contains("line 2, column 5", output.Errors[0].Exception.Message, StringComparison.Ordinal);
        Assert.Single(output.Output);
    }

    [Fact]
    public void Pascal_VOC_takes_an_origin()
    {
        const string Box = "<bndbox><xmin>1</xmin><ymin>1</ymin><xmax>4</xmax><ymax>4</ymax></bndbox>";
        const string Xml = $"<annotation><filename>a b.png</filename><object><name>cat</name>{Box}</object></annotation>";
        new DatasetBuilder().Text("a.xml", Xml).WriteFolder(_folder["set"]);

        Assert.Equal([1.0, 3.0], BoxOf("ConvertFrom-DqVoc set"));
        Assert.Contains("-Origin settles it", Assert.Single(_session.Run("ConvertFrom-DqVoc set").Warnings), StringComparison.Ordinal);
        Assert.Equal([0.0, 4.0], BoxOf("ConvertFrom-DqVoc set -Origin One"));

        object?[] BoxOf(string command) => [_session.Run(command).Single.Value("X"), _session.Run(command).Single.Value("Width")];
    }

    [Fact]
    public void YOLO_takes_names_of_classes()
    {
        new DatasetBuilder().Text("labels/a b.txt", "1 0.5 0.5 0.5 0.5").WriteFolder(_folder["set"]);

        Assert.Equal(["NoClassNames"], _session.Run("ConvertFrom-DqYolo set").ErrorIds);
        Assert.Equal("dog", _session.Run("ConvertFrom-DqYolo set -ClassName cat, dog").Single.Value("Class"));
    }
}
