using DeepQDataset.Cmdlets.Tests.Engine;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Cmdlets.Tests.Commands;

public sealed class SettingsTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly PowerShellSession _session;

    public SettingsTests()
    {
        Datasets.Classification().Text("notes.txt", "x").File("image/a b.png", Datasets.Image(9)).WriteFolder(_folder["bad"]);
        _session = new PowerShellSession(_folder.FullPath);
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void The_sample_loads_and_stands_in_the_documentation_as_it_is()
    {
        string sample = File.ReadAllText(Repository.File("samples/settings.psd1")).ReplaceLineEndings("\n");
        Settings(sample);
        CommandOutput output = _session.Run("Test-DqDataset bad -SettingsPath settings.psd1");

        Assert.Empty(output.Errors);
        Assert.Single(output.Output);
        Assert.Contains(
            $"```powershell\n{sample}```\n",
            File.ReadAllText(Repository.File("docs/settings.md")).ReplaceLineEndings("\n"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_decide_what_counts_in_every_command_that_tests()
    {
        Settings("@{ Severity = @{ SpaceInName = 'Information' }; Exclude = @{ Rule = 'DQ111'; Path = 'notes.*'; Reason = 'Ours.' } }");
        CommandOutput output = _session.Run("Test-DqDataset bad -SettingsPath settings.psd1 -Verbose");

        Assert.Equal(true, output.Single.Value("Passed"));
        Assert.Equal(1, output.Single.Value("Suppressed"));
        Assert.Contains(output.Verbose, message => message.Contains("1 findings are excluded by the settings", StringComparison.Ordinal));
        Assert.DoesNotContain("DQ111", _session.Run("Get-DqIssue bad -SettingsPath settings.psd1").Values("RuleId"));
        Assert.Equal(["DatasetHasErrors"], _session.Run("New-DqDatasetArchive bad -DestinationPath a.zip").ErrorIds);
        Assert.Empty(_session.Run("New-DqDatasetArchive bad -DestinationPath a.zip -SettingsPath settings.psd1").Errors);
        Assert.True(File.Exists(_folder["a.zip"]));
    }

    [Fact]
    public void A_parameter_goes_before_a_bound()
    {
        Datasets.ClassFolders().File("Classes/Class A/more.png", Datasets.Image(9)).WriteFolder(_folder["uneven"]);
        Settings("@{ Thresholds = @{ MaximumImbalance = 1.1 } }");

        Assert.Equal(1, _session.Run("Test-DqDataset uneven -SettingsPath settings.psd1").Single.Value("Information"));
        Assert.Equal(0, _session.Run("Test-DqDataset uneven -SettingsPath settings.psd1 -MaximumImbalance 2").Single.Value("Information"));
    }

    [Fact]
    public void An_expired_exclusion_is_warned_of_and_does_not_count()
    {
        Settings("@{ Exclude = @{ Rule = 'DQ111'; Reason = 'Until the move.'; Expires = '2020-01-31' } }");
        CommandOutput output = _session.Run("Test-DqDataset bad -SettingsPath settings.psd1");

        string warning = Assert.Single(output.Warnings);
        Assert.Contains("DQ111", warning, StringComparison.Ordinal);
        Assert.Contains("2020-01-31", warning, StringComparison.Ordinal);
        Assert.Contains("Until the move.", warning, StringComparison.Ordinal);
        Assert.Equal(0, output.Single.Value("Suppressed"));
    }

    [Theory]
    [InlineData("@{ Severity = @{ DQ111 = (Set-Content ran.txt x) } }", "line 1, column ")]
    [InlineData("@{ Exclude = @{ Rule = 'DQ111'; Reason = \"It is $(Set-Content ran.txt x)\" } }", "is code, which is not run")]
    [InlineData("@{ Severity = @{ DQ111 = [IO.File]::WriteAllText('ran.txt', 'x') } }", "is code, which is not run")]
    [InlineData("@{ Severity = { Set-Content ran.txt x } }", "allowed: a table")]
    [InlineData("Set-Content ran.txt x; @{}", "one table")]
    [InlineData("param($a = (Set-Content ran.txt x)) @{}", "one table")]
    [InlineData("'text'", "one table")]
    [InlineData("", "one table")]
    [InlineData("@{ Severity = ", "line 1, column ")]
    [InlineData("@{ Severity = @{}; severity = @{} }", "line 1, column ")]
    [InlineData("@{ Treshold = @{} }", "'Treshold' is not a key; allowed: Severity, Exclude, Thresholds")]
    public void What_is_no_plain_settings_ends_the_command_and_nothing_is_run_or_tested(string text, string expected)
    {
        Settings(text);
        foreach (string command in new[]
            {
                "Test-DqDataset bad",
                "Get-DqIssue bad",
                "New-DqDatasetArchive bad -DestinationPath a.zip -AllowErrors",
            })
        {
            CommandOutput output = _session.Run(command + " -SettingsPath settings.psd1");

            Assert.Equal(["InvalidSettings"], output.ErrorIds);
            Assert.Contains(expected, output.Errors[0].Exception.Message, StringComparison.Ordinal);
            Assert.Contains("settings.psd1", output.Errors[0].Exception.Message, StringComparison.Ordinal);
            Assert.Empty(output.Output);
        }

        Assert.False(File.Exists(_folder["ran.txt"]));
        Assert.False(File.Exists(_folder["a.zip"]));
    }

    [Theory]
    [InlineData("-SettingsPath nothing.psd1")]
    [InlineData("-Baseline nothing.json")]
    public void A_file_that_is_not_there_ends_the_command(string parameters)
    {
        CommandOutput output = _session.Run($"Test-DqDataset bad {parameters}");

        Assert.Equal(["ItemNotFound"], output.ErrorIds);
        Assert.Empty(output.Output);
    }

    [Fact]
    public void A_report_is_a_baseline()
    {
        _session.Run("Test-DqDataset bad | Export-DqReport known.json");
        CommandOutput output = _session.Run("Test-DqDataset bad -Baseline known.json -FailOn Information -Verbose");

        Assert.Equal(true, output.Single.Value("Passed"));
        Assert.NotEqual(0, output.Single.Value("Known"));
        Assert.Contains(output.Verbose, message => message.Contains("known from the baseline", StringComparison.Ordinal));

        File.WriteAllText(_folder["bad/more.txt"], "x");
        Assert.Equal(["more.txt"], _session.Run("Get-DqIssue bad -Baseline known.json").Values("Path"));
        Assert.Equal(["InvalidBaseline"], _session.Run("Test-DqDataset bad -Baseline bad/label.csv").ErrorIds);
    }

    private void Settings(string text) => File.WriteAllText(_folder["settings.psd1"], text);
}
