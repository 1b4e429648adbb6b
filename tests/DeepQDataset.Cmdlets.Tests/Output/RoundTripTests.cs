using System.Globalization;
using System.Management.Automation;
using DeepQDataset.Cmdlets.Tests.Engine;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Cmdlets.Tests.Output;

/// <summary>Tests that a dataset converted to another tool's form and back has the same labels.</summary>
public sealed class RoundTripTests : IDisposable
{
    private const string Boxes = "a,cat,1.5,2.25,10,5\na,a dog's: [0],0,0,100,60\nb,cat,33.3333,7,0.125,52.9\n";
    private const string Classes = "a,cat,1\na,dog,1\na,cow,0\nb,cat,0\nb,dog,1\nb,cow,0\nc,cat,0\nc,dog,0\nc,cow,0\n";

    private readonly TempFolder _folder = new();
    private readonly PowerShellSession _session;

    public RoundTripTests() => _session = new PowerShellSession(_folder.FullPath);

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("set", "coco", "coco")]
    [InlineData("set.zip", "coco", "coco")]
    [InlineData("set", "set.json", "set.json -ImageFolder set/image")]
    [InlineData("set.zip", "set.json", "set.json -ImageFolder set.zip")]
    public void Boxes_come_back_from_COCO_as_they_were(string dataset, string destination, string source)
    {
        Write(Boxes, "a", "b", "none");

        Assert.Equal(Labels("set"),
            Through($"ConvertTo-DqCoco {dataset} -DestinationPath {destination} -AllowErrors", $"ConvertFrom-DqCoco {source}"));
        Assert.Equal(3, Images("back.zip"));
    }

    [Theory]
    [InlineData("set")]
    [InlineData("set.zip")]
    public void Boxes_come_back_from_YOLO_to_a_ten_thousandth_of_the_size(string dataset)
    {
        Write(Boxes, "a", "b", "none");
        AssertClose(Labels("set"), Through($"ConvertTo-DqYolo {dataset} -DestinationPath yolo -AllowErrors", "ConvertFrom-DqYolo yolo"));
        Assert.Equal(3, Images("back.zip"));
    }

    [Fact]
    public void Classes_come_back_from_COCO_with_what_an_image_is_not()
    {
        Write(Classes, "a", "b", "c", "none");

        Assert.Equal(Labels("set"), Through("ConvertTo-DqCoco set -DestinationPath coco -AllowErrors", "ConvertFrom-DqCoco coco"));
        Assert.Equal(4, Images("back.zip"));
    }

    [Fact]
    public void Classes_come_back_from_YOLO_where_each_image_has_one()
    {
        Write("a,cat,1\na,dog,0\nb,cat,0\nb,dog,1\n", "a", "b");

        Assert.Equal(Labels("set"), Through("ConvertTo-DqYolo set -DestinationPath yolo -AllowErrors", "ConvertFrom-DqYolo yolo"));
        Assert.True(File.Exists(_folder["yolo/train/cat/a.png"]));
        Assert.True(File.Exists(_folder["yolo/train/dog/b.png"]));
    }

    [Theory]
    [InlineData("Coco")]
    [InlineData("Yolo")]
    public void Studies_and_series_come_back(string format)
    {
        new DatasetBuilder().File("image/Study A/Series1/1.png", Image(1)).File("image/Study A/Series2/1.png", Image(2)).File(
            "image/B/Series1/1.png", Image(3))
            .Text("label.csv", "Study A/Series1/1,cat,1,2,3,4\nB/Series1/1,cat,5,6,7,8\n").WriteFolder(_folder["set"]);

        AssertClose(Labels("set"), Through($"ConvertTo-Dq{format} set -DestinationPath out -AllowErrors", $"ConvertFrom-Dq{format} out"));
        Assert.Equal(3, Images("back.zip"));
    }

    [Fact]
    public void Class_folders_with_one_name_twice_are_named_where_they_lie()
    {
        new DatasetBuilder().File("Classes/cat/1.png", Image(1)).File("Classes/dog/1.png", Image(2)).WriteFolder(_folder["set"]);
        CommandOutput output =
            _session.Run("ConvertTo-DqCoco set -DestinationPath set.json -AllowErrors; ConvertFrom-DqCoco set.json -ImageFolder set");

        Assert.Empty(output.Errors);
        Assert.Equal([_folder["set/Classes/cat/1.png"], _folder["set/Classes/dog/1.png"]],
            output.Output.Skip(1).Select(label => label.Value("SourcePath")));
        Assert.Equal(["cat", "dog"], output.Output.Skip(1).Select(label => label.Value("Class")));
    }

    [Fact]
    public void An_image_of_several_classes_has_no_place_in_YOLO()
    {
        Write(Classes, "a", "b", "c");
        CommandOutput output = _session.Run("ConvertTo-DqYolo set -DestinationPath yolo -AllowErrors");

        Assert.Equal(["ImageWithSeveralClasses"], output.ErrorIds);
        Assert.Contains("ConvertTo-DqCoco", output.Errors[0].Exception.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["yolo"]));
    }

    [Theory]
    [InlineData("ConvertTo-DqCoco", "out/annotations/instances.json")]
    [InlineData("ConvertTo-DqYolo", "out/data.yaml")]
    public void The_file_that_describes_the_rest_is_emitted_and_replaced_with_Force_only(string command, string expected)
    {
        Write(Boxes, "a", "b");
        FileInfo file = Assert.IsType<FileInfo>(_session.Run($"{command} set -DestinationPath out -AllowErrors").Single.BaseObject);
        Assert.Equal(_folder[expected], file.FullName);

        File.WriteAllText(_folder["out/notes.txt"], "mine");
        Assert.Equal(["DestinationExists"], _session.Run($"{command} set -DestinationPath out -AllowErrors").ErrorIds);
        Assert.Empty(_session.Run($"{command} set -DestinationPath out -AllowErrors -Force").Errors);
        Assert.Equal("mine", File.ReadAllText(_folder["out/notes.txt"]));
    }

    [Theory]
    [InlineData("ConvertTo-DqCoco set -DestinationPath out")]
    [InlineData("ConvertTo-DqCoco set -DestinationPath out.json")]
    [InlineData("ConvertTo-DqYolo set -DestinationPath out")]
    [InlineData("Get-DqLabel set | ConvertTo-DqYolo -DestinationPath out")]
    public void WhatIf_writes_nothing(string command)
    {
        Write(Boxes, "a", "b");
        string dataset = command.StartsWith("Get", StringComparison.Ordinal) ? "" : " -AllowErrors";
        CommandOutput output = _session.Run($"{command}{dataset} -WhatIf");

        Assert.Empty(output.Errors);
        Assert.Empty(output.Output);
        Assert.Equal(["set", "set.zip"],
            Directory.EnumerateFileSystemEntries(_folder.FullPath).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("ConvertTo-DqCoco set -DestinationPath set/image/x.json -AllowErrors")]
    [InlineData("ConvertTo-DqYolo set -DestinationPath set -AllowErrors -Force")]
    public void Nothing_is_written_into_the_source(string command)
    {
        Write(Boxes, "a", "b");
        string[] before = Directory.GetFiles(_folder["set"], "*", SearchOption.AllDirectories);
        CommandOutput output = _session.Run(command);

        Assert.Equal(["DestinationIsSource"], output.ErrorIds);
        Assert.Equal(before, Directory.GetFiles(_folder["set"], "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void What_is_lost_is_a_warning_or_with_Strict_an_error_that_writes_nothing()
    {
        Write("a,cat,90,10,30,10\n", "a"); // 30 wide from 90 on, in an image of 100

        Assert.Equal(["ConversionLosses"], _session.Run("ConvertTo-DqYolo set -DestinationPath yolo -AllowErrors -Strict").ErrorIds);
        Assert.False(Directory.Exists(_folder["yolo"]));

        CommandOutput output = _session.Run("ConvertTo-DqYolo set -DestinationPath yolo -AllowErrors");
        Assert.Contains("1 box was clipped", Assert.Single(output.Warnings), StringComparison.Ordinal);
        Assert.Equal(
            "0 0.95 0.25 0.1 0.1666666667\n", File.ReadAllText(_folder["yolo/labels/train/a.txt"])); // 90 to 100 of 100, 10 to 20 of 60
    }

    [Fact]
    public void Labels_of_one_tool_go_to_another_in_one_pipeline()
    {
        Write(Boxes, "a", "b");
        CommandOutput output = _session.Run("""
            ConvertTo-DqYolo set -DestinationPath yolo -AllowErrors | Out-Null
            ConvertFrom-DqYolo yolo | Where-Object Class -eq cat | ConvertTo-DqCoco -DestinationPath coco -Link Symbolic | Out-Null
            ConvertFrom-DqCoco coco
            """);

        Assert.Empty(output.Errors);
        Assert.Equal(["cat", "cat"], output.Values("Class"));
        Assert.NotNull(new FileInfo(_folder["coco/images/a.png"]).LinkTarget);
    }

    private static byte[] Image(int seed) => new PngBuilder { Width = 100, Height = 60, Seed = seed }.Build();

    private static void AssertClose(string[] expected, string[] actual)
    {
        (string Name, double[] Box)[] before = Parse(expected);
        (string Name, double[] Box)[] after = Parse(actual);
        Assert.Equal(before.Select(label => label.Name), after.Select(label => label.Name));
        for (int index = 0; index < before.Length; index++)
        {
            Assert.All(before[index].Box.Zip(after[index].Box), pair =>
                Assert.Equal(pair.First, pair.Second, 60 * 1e-4)); // the shorter side is 60
        }
    }

    private static (string Name, double[] Box)[] Parse(string[] labels) => Array.ConvertAll(labels, label =>
    {
        string[] parts = label.Split('|');
        return ($"{parts[0]}|{parts[1]}", parts[3..].Select(part => double.Parse(part, CultureInfo.InvariantCulture)).ToArray());
    });

    private void Write(string labels, params string[] images)
    {
        DatasetBuilder set = new DatasetBuilder().Text("label.csv", labels);
        for (int index = 0; index < images.Length; index++)
        {
            set.File($"image/{images[index]}.png", Image(index));
        }

        set.WriteFolder(_folder["set"]);
        set.WriteZip(_folder["set.zip"]);
    }

    private string[] Through(string to, string from)
    {
        CommandOutput output = _session.Run($"{to} | Out-Null; {from} | New-DqDatasetArchive -DestinationPath back.zip");
        Assert.Empty(output.Errors);
        return Labels("back.zip");
    }

    private string[] Labels(string path) =>
        _session.Run($"Get-DqLabel {path}").Output.Select(Describe).Order(StringComparer.Ordinal).ToArray();

    private int Images(string path) => (int)(long)LanguagePrimitives.ConvertTo(
        _session.Run($"(Get-DqDataset {path}).Images").Single, typeof(long), CultureInfo.InvariantCulture);

    private static string Describe(PSObject label) => string.Join(
        '|', ((string[])["Image", "Class", "Value", "X", "Y", "Width", "Height"]).Select(
            name => System.Convert.ToString(label.Value(name), CultureInfo.InvariantCulture)));
}
