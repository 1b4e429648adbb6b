using DeepQDataset.Cmdlets.Tests.Engine;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Cmdlets.Tests.Binding;

public sealed class PathTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly PowerShellSession _session;

    public PathTests()
    {
        Datasets.ImageOnly().WriteFolder(_folder["one"]);
        Datasets.ImageOnly().WriteFolder(_folder["two"]);
        Datasets.ImageOnly().WriteFolder(_folder["set [1]"]);
        _session = new PowerShellSession(_folder.FullPath);
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Wildcards_find_datasets_in_order() =>
        Assert.Equal(["one", "set [1]", "two"], _session.Run("Test-DqDataset *").Values("Dataset"));

    [Fact]
    public void A_wildcard_without_a_match_warns()
    {
        CommandOutput output = _session.Run("Test-DqDataset *.zip");

        Assert.Empty(output.Errors);
        Assert.Contains("*.zip", Assert.Single(output.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Brackets_in_a_name_need_the_literal_path()
    {
        Assert.Contains("-LiteralPath", Assert.Single(_session.Run("Test-DqDataset 'set [1]'").Warnings), StringComparison.Ordinal);
        Assert.Equal("set [1]", _session.Run("Test-DqDataset -LiteralPath 'set [1]'").Single.Value("Dataset"));
    }

    [Fact]
    public void A_missing_path_is_an_error_and_the_others_go_on()
    {
        CommandOutput output = _session.Run("Test-DqDataset one, missing, two");

        Assert.Equal(["one", "two"], output.Values("Dataset"));
        Assert.Equal("ItemNotFound", Assert.Single(output.ErrorIds));
        Assert.Equal("missing", output.Errors[0].TargetObject);
        Assert.Equal(System.Management.Automation.ErrorCategory.ObjectNotFound, output.Errors[0].CategoryInfo.Category);
    }

    [Fact]
    public void So_is_a_missing_literal_path()
    {
        CommandOutput output = _session.Run("Test-DqDataset -LiteralPath one, 'missing*'");

        Assert.Equal(["one"], output.Values("Dataset"));
        Assert.Equal("ItemNotFound", Assert.Single(output.ErrorIds));
    }

    [Fact]
    public void Paths_come_through_the_pipeline_as_text() =>
        Assert.Equal(["one", "two"], _session.Run("'one', 'two' | Test-DqDataset").Values("Dataset"));

    [Fact]
    public void Files_and_folders_come_through_the_pipeline_as_they_are_named() =>
        Assert.Equal(
            ["set [1]"], _session.Run("[System.IO.DirectoryInfo]::new($PWD.Path + '/set [1]') | Test-DqDataset").Values("Dataset"));

    [Fact]
    public void Results_come_through_the_pipeline_by_their_dataset() =>
        Assert.Equal(["set [1]"], _session.Run("Test-DqDataset -LiteralPath 'set [1]' | Test-DqDataset").Values("Dataset"));

    [Fact]
    public void An_object_whose_path_is_an_entry_is_no_dataset()
    {
        CommandOutput output = _session.Run("[pscustomobject]@{ Path = 'one' } | Test-DqDataset");

        Assert.Empty(output.Output);
        Assert.Equal("InputObjectNotBound", Assert.Single(output.ErrorIds));
    }

    [Fact]
    public void Relative_paths_start_at_the_sessions_location()
    {
        Datasets.ImageOnly().WriteFolder(_folder["below/three"]);
        Assert.Equal(
            ["three"],
            _session.Run("$null = $ExecutionContext.SessionState.Path.SetLocation('below'); Test-DqDataset ./three").Values("Dataset"));
        Assert.Equal(["one"], _session.Run("Test-DqDataset ../one").Values("Dataset"));
    }

    [Fact]
    public void Drives_of_the_session_work()
    {
        CommandOutput output = _session.Run("""
            $provider = $ExecutionContext.SessionState.Provider.GetOne('FileSystem')
            $drive = [System.Management.Automation.PSDriveInfo]::new('data', $provider, $PWD.Path, '', $null)
            $null = $ExecutionContext.SessionState.Drive.New($drive, 'Global')
            Test-DqDataset data:/one
            """);
        Assert.Equal(_folder["one"], output.Single.Value("Path"));
    }

    [Fact]
    public void Other_providers_are_refused()
    {
        CommandOutput output = _session.Run("Test-DqDataset Env:PATH, one");

        Assert.Equal(["one"], output.Values("Dataset"));
        Assert.Equal("NotFileSystem", Assert.Single(output.ErrorIds));
    }

    [Fact]
    public void An_unknown_drive_is_refused()
    {
        CommandOutput output = _session.Run("Test-DqDataset nowhere:/x, one");

        Assert.Equal(["one"], output.Values("Dataset"));
        Assert.Single(output.Errors);
    }
}
