using DeepQDataset.Cmdlets.Tests.Engine;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Cmdlets.Tests;

public sealed class HostTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public HostTests()
    {
        Datasets.ImageOnly().WriteFolder(_folder["good"]);
        Datasets.ImageOnly().File("image/a b.png", Datasets.Image(9)).WriteFolder(_folder["bad"]);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Accepted_is_0()
    {
        HostOutput run = Run("Test-DqDataset", "good");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(run.Output, line =>
            line.EndsWith(" good", StringComparison.Ordinal) && line.StartsWith("accepted", StringComparison.Ordinal));
        Assert.Empty(run.Error);
    }

    [Theory]
    [InlineData("Test-DqDataset bad")]
    [InlineData("Test-DqDataset bad | Get-DqIssue")]
    [InlineData("$null = Test-DqDataset good, bad -Quiet")]
    [InlineData("'good', 'bad' | ForEach-Object -Parallel { Test-DqDataset $_ } | Where-Object Passed")]
    public void Rejected_is_2_also_when_the_result_went_on(string script) => Assert.Equal(2, Run("-Command", script).ExitCode);

    [Fact]
    public void An_error_record_is_1()
    {
        HostOutput run = Run("-Command", "Test-DqDataset missing, bad, good");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("missing", Assert.Single(run.Error), StringComparison.Ordinal);
        Assert.Contains(run.Output, line => line.EndsWith(" good", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("throw 'no'")]
    [InlineData("if (")]
    [InlineData("Get-Nothing")]
    public void A_script_that_fails_is_1(string script)
    {
        HostOutput run = Run("-Command", script);

        Assert.Equal(1, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.NotEmpty(run.Error);
    }

    [Fact]
    public void An_error_that_the_script_handles_is_none() =>
        Assert.Equal(0, Run("-Command", "try { Test-DqDataset missing -ErrorAction Stop } catch { 'handled' }").ExitCode);

    [Theory]
    [InlineData("Test-DqDataset bad; exit 0", 0)]
    [InlineData("Test-DqDataset missing; exit 7", 7)]
    public void A_scripts_own_exit_wins(string script, int expected)
    {
        File.WriteAllText(_folder["script.ps1"], script);

        Assert.Equal(expected, Run("-Command", script).ExitCode);
        Assert.Equal(expected, Run("-File", "script.ps1").ExitCode);
    }

    [Fact]
    public void Words_are_literal_and_only_array_parameters_split_at_commas()
    {
        File.WriteAllText(_folder["script.ps1"], """
            param([string[]] $Many, [string] $One, [switch] $Flag, [int] $Number)
            "many=$($Many -join '|')"; "one=$One"; "flag=$Flag"; "number=$Number"
            """);
        HostOutput run = Run("-File", "script.ps1", "a,b c", "d,$HOME 'e' (f)", "-Flag", "-Number:3");

        Assert.Equal(["many=a|b c", "one=d,$HOME 'e' (f)", "flag=True", "number=3"], run.Output);
        Assert.Equal(
            ["many=", "one=-x", "flag=False", "number=-4"], Run("-File", "script.ps1", "-Flag:$false", "-Number", "-4", "-One:-x").Output);
    }

    [Fact]
    public void Datasets_are_named_by_one_word_or_by_several()
    {
        Datasets.ImageOnly().WriteFolder(_folder["it's $5, or (so)"]);

        Assert.Contains("3 tested, 2 accepted", Run("Test-DqDataset", "good", "bad", "good").Output);
        Assert.Contains("2 tested, 2 accepted", Run("Test-DqDataset", "good,good").Output);
        Assert.Equal(0, Run("New-DqDatasetArchive", "it's $5*", "a b.zip").ExitCode);
        Assert.True(File.Exists(_folder["a b.zip"]));
    }

    [Theory]
    [InlineData("Test-DqDataset", "good", "-Bogus")]
    [InlineData("Test-DqDataset", "good", "-Level")]
    [InlineData("Test-DqDataset", "good", "-Level", "Deep")]
    [InlineData("Tset-DqDataset", "good")]
    [InlineData("-Bogus")]
    [InlineData("-File", "missing.ps1")]
    [InlineData("Get-DqRule", "| Where-Object Id")]
    public void A_call_that_makes_no_sense_says_so(params string[] words)
    {
        HostOutput run = Run(words);

        Assert.Equal(1, run.ExitCode);
        Assert.NotEmpty(run.Error);
        Assert.Empty(run.Output);
    }

    [Fact]
    public void Errors_and_warnings_go_to_the_error_and_have_no_colours_in_a_file()
    {
        HostOutput run = Run("-Command", "Test-DqDataset *.zip, missing, good, bad | Get-DqIssue");

        Assert.Equal(2, run.Error.Count);
        Assert.StartsWith("WARNING: ", run.Error[0], StringComparison.Ordinal);
        Assert.DoesNotContain(run.Output.Concat(run.Error), line => line.Contains('\u001b', StringComparison.Ordinal));
    }

    [Fact]
    public void Help_and_version_are_friendly()
    {
        Assert.Contains(Run().Output, line => line.Contains("Test-DqDataset", StringComparison.Ordinal));
        Assert.Equal(0, Run("-Help").ExitCode);
        Assert.Matches(@"^dq \d+\.\d+\.\d+ ", Assert.Single(Run("-Version").Output));
        Assert.Contains(Run("Get-Help", "Test-DqDataset", "-Examples").Output, line =>
            line.Contains("Test-DqDataset ./chest.zip", StringComparison.Ordinal));
        Assert.Equal(0, Run("Test-DqDataset", "-?").ExitCode);
    }

    [Fact]
    public void Output_is_utf_8()
    {
        Datasets.ImageOnly().WriteFolder(_folder["胸部"]);
        Assert.Contains(Run("Test-DqDataset", "胸*").Output, line => line.EndsWith(" 胸部", StringComparison.Ordinal));
    }

    [Fact]
    public void The_build_script_runs_in_it()
    {
        string script = Path.Combine(Repository.Root, "build.ps1");
        HostOutput run = HostProcess.Run(Repository.Root, "-File", script, "-Task", "Clean", "-WhatIf");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(run.Output, line => line.Contains(Path.Combine(Repository.Root, "out"), StringComparison.Ordinal));
        Assert.True(Directory.Exists(BuildOutput.StagedModule));
        Assert.Equal(1, HostProcess.Run(Repository.Root, "-File", script, "-Task", "Nonsense").ExitCode);
    }

    [Fact]
    public async Task Interrupted_it_leaves_nothing()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows sends Ctrl+C to consoles only.");
        Directory.CreateDirectory(_folder["slow"]);
        SparseFile.Create(_folder["slow/1.dcm"], 16L << 30);
        string[] before = Directory.GetFiles(_folder.FullPath);
        using ExternalProgram process = HostProcess.Start(
            _folder.FullPath,
            "-Command",
            "[pscustomobject]@{ Image = '1.dcm'; Class = 'x'; Value = 1 } | New-DqDatasetArchive -ImageFolder slow -DestinationPath a.zip");
        while (!process.HasExited && Directory.GetFiles(_folder.FullPath).Length == before.Length)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        process.Interrupt();

        Assert.Equal(130, process.WaitForExit(ExternalProgram.Patience).ExitCode);
        Assert.Equal(before, Directory.GetFiles(_folder.FullPath));
    }

    private HostOutput Run(params string[] arguments) => HostProcess.Run(_folder.FullPath, arguments);
}
