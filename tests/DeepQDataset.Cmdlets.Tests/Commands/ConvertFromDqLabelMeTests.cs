using System.Management.Automation;
using DeepQDataset.Cmdlets.Tests.Engine;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Cmdlets.Tests.Commands;

public sealed class ConvertFromDqLabelMeTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly PowerShellSession _session;

    public ConvertFromDqLabelMeTests()
    {
        Datasets.LabelMe().WriteFolder(_folder["beside"]);
        Datasets.LabelMeEmbedded().Wrapped("set").WriteZip(_folder["inside.zip"]);
        _session = new PowerShellSession(_folder.FullPath);
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("beside")]
    [InlineData("inside.zip")]
    public void LabelMe_files_become_an_archive_that_passes(string path)
    {
        CommandOutput output = _session.Run(
            $"ConvertFrom-DqLabelMe {path} | New-DqDatasetArchive -DestinationPath out.zip | Test-DqDataset -Level Full");
        Assert.Empty(output.Errors);
        Assert.Empty(output.Warnings);
        Assert.Equal(true, output.Single.Value("Passed"));
        Assert.Equal(("Labelled", "Detection", 6L, 6L), (
            output.Single.Text("Layout"), output.Single.Text("Task"), output.Single.Value("Images"), output.Single.Value("Labels")));
    }

    [Fact]
    public void Embedded_images_go_into_a_folder_as_they_are()
    {
        Assert.Empty(_session.Run("ConvertFrom-DqLabelMe inside.zip | Export-DqDataset -DestinationPath out").Errors);
        Assert.Equal(Datasets.Image(4), File.ReadAllBytes(_folder["out/image/image004.png"]));
    }

    [Fact]
    public void What_is_lost_is_a_warning_or_with_Strict_an_error()
    {
        string json = Datasets.LabelMeFile(1).Shape("marker", "point", 1, 1).Build();
        new DatasetBuilder().Text("image001.json", json).File("image001.png", Datasets.Image(1)).WriteFolder(_folder["lossy"]);

        CommandOutput output = _session.Run("ConvertFrom-DqLabelMe lossy -Verbose");
        Assert.Empty(output.Errors);
        Assert.Contains("1 point, line or linestrip was left out", Assert.Single(output.Warnings), StringComparison.Ordinal);
        Assert.Contains(output.Verbose, message => message.Contains("point 'marker'", StringComparison.Ordinal));

        CommandOutput strict = _session.Run("ConvertFrom-DqLabelMe lossy -Strict");
        Assert.Equal(["ConversionLosses"], strict.ErrorIds);
        Assert.Single(strict.Output);
    }

    [Fact]
    public void Flags_and_classes_are_asked_for()
    {
        LabelMeBuilder file = new LabelMeBuilder { Flags = """{"cat": true, "dog": false}""", Width = 17 }.Shape(
            "tail", "polygon", 1, 1, 2, 2, 1, 3);
        new DatasetBuilder().Text("image001.json", file.Build()).File("image001.png", Datasets.Image(1)).WriteFolder(_folder["flags"]);

        Assert.Equal(["cat"], _session.Run("ConvertFrom-DqLabelMe flags -FlagsAsLabels").Values("Class"));
        Assert.Equal(["tail"], _session.Run("ConvertFrom-DqLabelMe flags -Task Classification").Values("Class"));
        Assert.Equal(["tail", "cat"], _session.Run("ConvertFrom-DqLabelMe flags -Task Classification -FlagsAsLabels").Values("Class"));
        Assert.Equal(["FlagsBesideBoxes"], _session.Run("ConvertFrom-DqLabelMe flags -Task Detection -FlagsAsLabels").ErrorIds);
    }

    /// <summary>One broken file among good ones is an error of its own; what is good is converted.</summary>
    [Fact]
    public void A_broken_file_is_an_error_with_its_place()
    {
        File.WriteAllText(_folder["beside/image002.json"], "{\n  \"shapes\": [,");
        CommandOutput output = _session.Run("ConvertFrom-DqLabelMe beside");
        ErrorRecord error = Assert.Single(output.Errors);
        Assert.Equal((_folder["beside/image002.json"], ErrorCategory.InvalidData), (error.TargetObject, error.CategoryInfo.Category));
        Assert.Contains("line 2, column 14", error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal(5, output.Output.Count);
    }

    [Fact]
    public void The_other_commands_understand_the_layout()
    {
        PSObject dataset = _session.Run("Get-DqDataset inside.zip").Single;
        Assert.Equal(("LabelMe", "Detection", 6L, 3L, "lesion; nodule"), (
            dataset.Text("Layout"), dataset.Text("Task"), dataset.Value("Images"), dataset.Value("Labels"), dataset.Text("ClassNames")));

        CommandOutput images = _session.Run("Get-DqImage inside.zip");
        Assert.Equal(6, images.Output.Count);
        Assert.Equal(("set/image001.json", "Png", 17, (long)Datasets.Image(1).Length, "lesion"), (
            images.Output[0].Text("Path"), images.Output[0].Text("Format"), images.Output[0].Value("Width"),
            images.Output[0].Value("Bytes"), images.Output[0].Text("Labels")));

        PSObject label = _session.Run("Get-DqLabel inside.zip").Output[0];
        Assert.Equal(("image001.png", "lesion", 2.0, 3.0, 8.0, 6.5, "set/image001.json/imageData"), (
            label.Text("Image"), label.Text("Class"), label.Value("X"), label.Value("Y"), label.Value("Width"), label.Value("Height"),
            label.Text("SourceEntry")));
        Assert.Equal(3, _session.Run("Get-DqLabel beside").Output.Count);
    }

    /// <summary>What can be mended around LabelMe files is; they and their images stay as they are.</summary>
    [Fact]
    public void Repair_takes_the_files_out_of_too_many_folders()
    {
        Datasets.LabelMe().Wrapped("a/b").Text("a/b/Thumbs.db", "x").WriteFolder(_folder["deep"]);
        CommandOutput output = _session.Run("Repair-DqDataset deep -DestinationPath mended; Test-DqDataset mended");
        Assert.Empty(output.Errors);
        Assert.Equal(["DQ104", "DQ112"], output.Output.SkipLast(1).Select(repair => repair.Text("RuleId")));
        Assert.Equal((true, 0), (output.Output[^1].Value("Passed"), output.Output[^1].Value("Warnings")));
        Assert.All(Datasets.LabelMe().Entries, entry => Assert.Equal(entry.Value, File.ReadAllBytes(_folder[$"mended/{entry.Key}"])));
    }
}
