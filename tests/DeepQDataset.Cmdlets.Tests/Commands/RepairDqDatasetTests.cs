using System.Management.Automation;
using DeepQDataset.Cmdlets.Tests.Engine;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Cmdlets.Tests.Commands;

public sealed class RepairDqDatasetTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly PowerShellSession _session;

    public RepairDqDatasetTests()
    {
        Directory.CreateDirectory(_folder["in"]);
        BrokenSample.Build().WriteFolder(_folder["broken"]);
        Datasets.ImageOnly().File("image/left lung.png", Datasets.Image(9)).WriteZip(_folder["in/spaced.zip"]);
        _session = new PowerShellSession(_folder.FullPath);
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void It_emits_each_change_and_the_copy_is_accepted()
    {
        CommandOutput output = _session.Run("Repair-DqDataset in/spaced.zip -DestinationPath out.zip");

        Assert.Empty(output.Errors);
        Assert.Empty(output.Warnings);
        PSObject repair = output.Single;
        Assert.Equal(
            ("DQ204", "SpaceInName", "spaced", "image/left lung.png", "image/left_lung.png", _folder["out.zip"]),
            (
                repair.Text("RuleId"),
                repair.Text("RuleName"),
                repair.Text("Dataset"),
                repair.Text("Path"),
                repair.Text("NewPath"),
                repair.Text("Destination")));
        Assert.Equal(true, _session.Run("Test-DqDataset out.zip -Quiet -FailOn Warning").Single.BaseObject);
        Assert.Equal("Path,NewPath\nimage/left lung.png,image/left_lung.png\n", File.ReadAllText(_folder["out.zip.map.csv"]));
    }

    [Fact]
    public void A_dry_run_lists_the_same_and_writes_nothing()
    {
        IEnumerable<string> listed = _session.Run("Repair-DqDataset broken -DestinationPath out -WhatIf").Texts;
        Assert.Equal(
            ["broken", "in"],
            Directory.EnumerateFileSystemEntries(_folder.FullPath).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(listed, _session.Run("Repair-DqDataset broken -DestinationPath out").Texts);
        Assert.True(File.Exists(_folder["out/label.csv"]));
    }

    [Fact]
    public void What_remains_is_told_in_a_warning_and_one_by_one_when_asked()
    {
        CommandOutput output = _session.Run("Repair-DqDataset broken -DestinationPath out -Verbose");
        string warning = Assert.Single(output.Warnings);
        Assert.Contains("DQ516×1", warning, StringComparison.Ordinal);
        Assert.DoesNotContain("DQ204", warning, StringComparison.Ordinal);
        IEnumerable<string> remaining = _session.Run("Get-DqIssue out").Texts;
        Assert.Equal(
            remaining.Order(StringComparer.Ordinal),
            output.Verbose.Where(line => line.StartsWith("DQ", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        warning = Assert.Single(_session.Run("Repair-DqDataset broken -DestinationPath out30 -Platform 3.0").Warnings);
        Assert.Contains("Get-DqIssue -Platform 3.0 lists them", warning, StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_are_chosen_by_id_and_name_with_wildcards()
    {
        CommandOutput output = _session.Run("Repair-DqDataset broken -DestinationPath out -Rule DQ10*, SpaceInName -WhatIf");
        Assert.Equal(["DQ102", "DQ103", "DQ204"], output.Output.Select(repair => repair.Text("RuleId")).Distinct());
        Assert.StartsWith(
            "RuleNotFound,",
            Assert.Single(_session.Run("Repair-DqDataset broken -DestinationPath out -Rule DQ999").Errors).FullyQualifiedErrorId,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Several_datasets_go_to_places_made_of_their_names()
    {
        Directory.CreateDirectory(_folder["out"]);
        _session.Set("items", new FileSystemInfo[] { new FileInfo(_folder["in/spaced.zip"]), new DirectoryInfo(_folder["broken"]) });
        CommandOutput output = _session.Run("$items | Repair-DqDataset -DestinationPath { \"out/$($_.Name)\" }");
        Assert.Empty(output.Errors);
        Assert.Equal(
            ["broken", "broken.map.csv", "spaced.zip", "spaced.zip.map.csv"],
            Directory.EnumerateFileSystemEntries(_folder["out"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));

        ErrorRecord error = Assert.Single(_session.Run("Repair-DqDataset in/*.zip, broken -DestinationPath one").Errors);
        Assert.StartsWith("DestinationTakenTwice,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_there_is_replaced_only_by_force()
    {
        File.WriteAllText(_folder["out.zip.map.csv"], "mine");
        ErrorRecord error = Assert.Single(_session.Run("Repair-DqDataset in/spaced.zip -DestinationPath out.zip").Errors);
        Assert.StartsWith("DestinationExists,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder["out.zip"]));
        Assert.Empty(_session.Run("Repair-DqDataset in/spaced.zip -DestinationPath out.zip -Force").Errors);
        Assert.StartsWith("Path,", File.ReadAllText(_folder["out.zip.map.csv"]), StringComparison.Ordinal);
    }

    [Fact]
    public void The_source_is_never_written_to()
    {
        foreach (string destination in new[] { "broken", "broken/inside", "in/spaced.zip" })
        {
            string source = destination.StartsWith("in/", StringComparison.Ordinal) ? "in/spaced.zip" : "broken";
            CommandOutput output = _session.Run($"Repair-DqDataset {source} -DestinationPath {destination} -Force");
            Assert.StartsWith("DestinationIsSource,", Assert.Single(output.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Empty(output.Output);
        }
    }

    [Fact]
    public void A_change_survives_serialization()
    {
        object? restored = _session.Run("""
            $repair = Repair-DqDataset in/spaced.zip -DestinationPath out.zip
            [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($repair))
            """).Single.BaseObject;
        Assert.Equal("DeepQDataset.DqRepair", restored.GetType().FullName);
    }
}
