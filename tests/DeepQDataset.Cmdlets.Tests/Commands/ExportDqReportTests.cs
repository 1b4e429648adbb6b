using DeepQDataset.Cmdlets.Tests.Engine;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Cmdlets.Tests.Commands;

public sealed class ExportDqReportTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly PowerShellSession _session;

    public ExportDqReportTests()
    {
        Datasets.ImageOnly().WriteFolder(_folder["good"]);
        Datasets.ImageOnly().File("image/a b.png", Datasets.Image(9)).WriteFolder(_folder["bad"]);
        _session = new PowerShellSession(_folder.FullPath);
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("report.csv")]
    [InlineData("report.json")]
    [InlineData("Report.JSON")]
    public void Writes_the_format_that_the_extension_names(string name)
    {
        var file = _session.Run($"Test-DqDataset good, bad | Export-DqReport -DestinationPath {name}").Single;

        Assert.IsType<FileInfo>(file.BaseObject);
        Assert.Equal(_folder[name], file.Value("FullName"));
        Assert.Contains("DQ204", File.ReadAllText(_folder[name]), StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_extension_ends_the_command_before_anything_is_tested()
    {
        CommandOutput output = _session.Run("Test-DqDataset good | Export-DqReport -DestinationPath report.docx");

        Assert.Equal("UnknownReportFormat", Assert.Single(output.ErrorIds));
        Assert.Contains(".csv", output.Errors[0].Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_existing_file_is_replaced_only_by_force()
    {
        File.WriteAllText(_folder["report.csv"], "mine");

        Assert.Equal("DestinationExists", Assert.Single(_session.Run("Test-DqDataset good | Export-DqReport report.csv").ErrorIds));
        Assert.Equal("mine", File.ReadAllText(_folder["report.csv"]));
        Assert.Empty(_session.Run("Test-DqDataset good | Export-DqReport report.csv -Force").Errors);
        Assert.NotEqual("mine", File.ReadAllText(_folder["report.csv"]));
    }

    [Fact]
    public void What_if_writes_nothing()
    {
        Assert.Empty(_session.Run("Test-DqDataset good | Export-DqReport report.csv -WhatIf").Output);
        Assert.False(File.Exists(_folder["report.csv"]));
    }

    [Fact]
    public void A_night_without_datasets_leaves_a_report_too()
    {
        CommandOutput output = _session.Run("Test-DqDataset *.zip | Export-DqReport report.csv");

        Assert.Single(output.Output);
        Assert.True(File.Exists(_folder["report.csv"]));
    }

    [Fact]
    public void Extensions_complete()
    {
        string line = "Export-DqReport night";
        CommandOutput output = _session.Run($"([System.Management.Automation.CommandCompletion]::CompleteInput('{line}', "
            + $"{line.Length}, $null)).CompletionMatches.CompletionText");
        Assert.Equal(["night.csv", "night.json"], output.Texts);
    }
}
