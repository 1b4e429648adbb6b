using DeepQDataset.Cmdlets.Tests.Engine;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Cmdlets.Tests.Commands;

public sealed class TestDqDatasetTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly PowerShellSession _session;

    public TestDqDatasetTests()
    {
        Datasets.Classification().WriteFolder(_folder["good"]);
        Datasets.ImageOnly().File("image/a b.png", Datasets.Image(9)).WriteFolder(_folder["bad"]);
        Datasets.Classification().WriteZip(_folder["packed.zip"]);
        _session = new PowerShellSession(_folder.FullPath);
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Accepts_a_folder()
    {
        var result = _session.Run("Test-DqDataset good").Single;

        Assert.Equal("good", result.Value("Dataset"));
        Assert.Equal(true, result.Value("Passed"));
        Assert.Equal(_folder["good"], result.Value("Path"));
        Assert.Equal("Labelled", result.Text("Layout"));
        Assert.Equal("Classification", result.Text("Task"));
        Assert.Equal(6L, result.Value("Images"));
        Assert.Equal("Header", result.Text("Level"));
    }

    [Fact]
    public void Accepts_its_zip_alike()
    {
        var result = _session.Run("Test-DqDataset packed.zip").Single;

        Assert.Equal("packed", result.Value("Dataset"));
        Assert.Equal(true, result.Value("Passed"));
        Assert.Equal(6L, result.Value("Images"));
    }

    [Fact]
    public void An_invalid_dataset_is_a_result_and_no_error()
    {
        CommandOutput output = _session.Run("Test-DqDataset bad");

        Assert.Empty(output.Errors);
        Assert.Equal(false, Assert.Single(output.Values("Passed")));
    }

    [Fact]
    public void Quiet_tells_yes_or_no() =>
        Assert.Equal([false, true], _session.Run("Test-DqDataset bad, good -Quiet").Output.Select(item => item.BaseObject));

    [Fact]
    public void Several_datasets_end_with_a_tally()
    {
        CommandOutput output = _session.Run("Test-DqDataset good, bad, packed.zip");
        Assert.Equal("3 tested, 2 accepted", Assert.Single(output.Information));
    }

    [Fact]
    public void One_dataset_needs_no_tally() => Assert.Empty(_session.Run("Test-DqDataset good").Information);

    [Fact]
    public void Results_filter_in_the_pipeline() =>
        Assert.Equal(["bad"], _session.Run("Test-DqDataset good, bad | Where-Object -Not Passed").Values("Dataset"));

    [Fact]
    public void Rules_can_be_left_out_and_picked()
    {
        Assert.Equal(true, _session.Run("Test-DqDataset bad -ExcludeRule DQ204, Stray*").Single.Value("Passed"));
        Assert.Equal("DQ204×1", _session.Run("(Test-DqDataset bad -IncludeRule DQ204).Issues.ToString()").Single.BaseObject);
    }

    [Fact]
    public void A_rule_that_is_not_there_ends_the_command()
    {
        CommandOutput output = _session.Run("Test-DqDataset good -ExcludeRule DQ000");

        Assert.Equal("RuleNotFound", Assert.Single(output.ErrorIds));
        Assert.Empty(output.Output);
    }

    [Fact]
    public void Classes_can_be_asked_to_have_more_images() =>
        Assert.Equal(["DQ601", "DQ601"], _session.Run("Test-DqDataset good -MinimumClassImages 4 | Get-DqIssue").Values("RuleId"));

    [Fact]
    public void Warnings_can_be_made_to_fail()
    {
        Datasets.Classification().Text("notes.txt", "x").WriteFolder(_folder["warned"]);

        Assert.Equal(true, _session.Run("Test-DqDataset warned").Single.Value("Passed"));
        Assert.Equal(false, _session.Run("Test-DqDataset warned -FailOn Warning").Single.Value("Passed"));
    }

    [Fact]
    public void Structure_opens_no_image()
    {
        Datasets.Classification().Text("image/image001.png", "no image").WriteFolder(_folder["fake"]);

        Assert.Equal(true, _session.Run("Test-DqDataset fake -Level Structure").Single.Value("Passed"));
        Assert.Equal(false, _session.Run("Test-DqDataset fake -Level Header").Single.Value("Passed"));
    }

    [Fact]
    public void Verbose_says_what_is_read() =>
        Assert.Contains(_session.Run("Test-DqDataset good -Verbose").Verbose, message =>
            message.Contains(_folder["good"], StringComparison.Ordinal));

    [Fact]
    public void What_is_not_checked_is_warned_of()
    {
        Datasets.LabelMe().WriteZip(_folder["labelme.zip"]);
        CommandOutput output = _session.Run("Test-DqDataset labelme.zip -MaximumTotalBytes 100 -ExcludeRule DQ709");

        Assert.Equal(false, Assert.Single(output.Values("Passed")));
        Assert.Contains("LabelMe", Assert.Single(output.Warnings), StringComparison.Ordinal);
    }
}
