using System.Management.Automation;
using DeepQDataset.Cmdlets.Tests.Engine;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Cmdlets.Tests.Commands;

public sealed class GetDqIssueTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly PowerShellSession _session;

    public GetDqIssueTests()
    {
        Datasets.ImageOnly().File("image/a b.png", Datasets.Image(9)).Text("notes.txt", "x").WriteFolder(_folder["bad"]);
        _session = new PowerShellSession(_folder.FullPath);
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Lists_the_findings_of_a_result()
    {
        CommandOutput output = _session.Run("Test-DqDataset bad | Get-DqIssue");

        Assert.Equal(["DQ111", "DQ204"], output.Values("RuleId"));
        Assert.Equal(["notes.txt", "image/a b.png"], output.Values("Path"));
    }

    [Fact]
    public void Lists_the_same_of_the_path_directly()
    {
        string[] expected = _session.Run("Test-DqDataset bad | Get-DqIssue").Texts.ToArray();

        Assert.Equal(expected, _session.Run("Get-DqIssue bad").Texts);
        Assert.Equal(expected, _session.Run("Get-DqIssue -LiteralPath bad").Texts);
        Assert.Equal(expected, _session.Run("'bad' | Get-DqIssue").Texts);
        Assert.Equal(expected, _session.Run("[System.IO.DirectoryInfo]::new($PWD.Path + '/bad') | Get-DqIssue").Texts);
    }

    [Fact]
    public void Filters_by_severity_and_rule()
    {
        Assert.Equal(["DQ204"], _session.Run("Get-DqIssue bad -MinimumSeverity Error").Values("RuleId"));
        Assert.Equal(["DQ204"], _session.Run("Get-DqIssue bad -RuleId DQ2*, DQ4*").Values("RuleId"));
        Assert.Equal(["DQ111"], _session.Run("Get-DqIssue bad -RuleId StrayFile").Values("RuleId"));
    }

    [Fact]
    public void Other_objects_are_an_error_each()
    {
        CommandOutput output = _session.Run("[pscustomobject]@{ a = 1 }, (Test-DqDataset bad) | Get-DqIssue");

        Assert.Equal("NoResult", Assert.Single(output.ErrorIds));
        Assert.Equal(2, output.Output.Count);
    }

    [Fact]
    public void Takes_results_that_were_serialized_and_keeps_their_types()
    {
        _session.Set("text", PSSerializer.Serialize(_session.Run("Test-DqDataset bad").Single));
        CommandOutput output = _session.Run("""
            $result = [System.Management.Automation.PSSerializer]::Deserialize($text)
            $result -is [DeepQDataset.DqTestResult]
            $result.Issues -is [DeepQDataset.DqIssueCollection]
            $result.Issues[1].Severity -eq 'Error'
            $result.Issues[0].Severity -ge 'Warning'
            $result.Issues[0].Severity -ge 'Error'
            $result.Duration -is [timespan]
            $result.Layout -eq 'ImageOnly'
            $result.Issues.ToString()
            ($result | Get-DqIssue -MinimumSeverity Error).RuleId
            """);

        Assert.Equal(["True", "True", "True", "True", "False", "True", "True", "DQ111×1 DQ204×1", "DQ204"], output.Texts);
    }

    [Fact]
    public void Takes_results_that_were_deserialized_before_the_module_was_there()
    {
        string text = PSSerializer.Serialize(_session.Run("Test-DqDataset bad").Single);
        using PowerShellSession session = new(importsModule: false);
        session.Set("text", text);
        session.Set("report", _folder["report.csv"]);
        session.Set("manifest", BuildOutput.Manifest);
        CommandOutput output = session.Run("""
            $result = [System.Management.Automation.PSSerializer]::Deserialize($text)
            $result.PSObject.TypeNames[0]
            Import-Module $manifest
            ($result | Get-DqIssue).RuleId
            ($result | Export-DqReport -DestinationPath $report).Name
            """);

        Assert.Empty(output.Errors);
        Assert.Equal(["Deserialized.DeepQDataset.DqTestResult", "DQ111", "DQ204", "report.csv"], output.Texts);
    }
}
