using DeepQDataset.Cmdlets.Tests.Engine;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Cmdlets.Tests.Commands;

public sealed class CompareDqDatasetTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly PowerShellSession _session;

    public CompareDqDatasetTests()
    {
        Datasets.Classification().WriteFolder(_folder["may"]);
        Datasets.Classification().Remove("image/image001.png").File("image/new.png", Datasets.Image(9)).WriteZip(_folder["june [1].zip"]);
        Datasets.Classification().WriteZip(_folder["july.zip"]);
        _session = new PowerShellSession(_folder.FullPath);
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Differences_are_objects()
    {
        CommandOutput output = _session.Run("Compare-DqDataset may 'june [1].zip'");

        Assert.Empty(output.Errors);
        Assert.Equal(["Added", "Removed"], output.Output.Select(found => found.Text("Kind")));
        Assert.Equal(["image/new.png", "image/image001.png"], output.Values("Path"));
        Assert.Equal(["june [1]", "june [1]"], output.Values("Dataset"));
        Assert.Equal(["may", "may"], output.Values("Reference"));
    }

    [Fact]
    public void Equal_deliveries_give_nothing() => Assert.Empty(_session.Run("Compare-DqDataset may july.zip").Output);

    [Fact]
    public void Deliveries_come_through_the_pipeline_and_what_is_none_is_one_error()
    {
        File.WriteAllText(_folder["broken.zip"], "no zip");
        CommandOutput output = _session.Run("'broken.zip', 'nothing.zip', 'july.zip', 'june [1].zip' | Compare-DqDataset may");

        Assert.Equal(["NotADataset", "ItemNotFound"], output.ErrorIds);
        Assert.Equal(2, output.Output.Count);
    }

    [Fact]
    public void A_missing_reference_is_one_error()
    {
        CommandOutput output = _session.Run("'july.zip', 'may' | Compare-DqDataset nothing.zip");
        Assert.Equal(["ItemNotFound"], output.ErrorIds);
    }

    [Fact]
    public void A_difference_comes_back_whole_from_serialization()
    {
        CommandOutput output = _session.Run("""
            $text = [System.Management.Automation.PSSerializer]::Serialize((Compare-DqDataset may 'june [1].zip')[0])
            ([System.Management.Automation.PSSerializer]::Deserialize($text)).Kind -eq 'Added'
            """);

        Assert.Equal(true, output.Single.BaseObject);
    }
}
