using System.Management.Automation;
using DeepQDataset.Cmdlets.Tests.Engine;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Cmdlets.Tests.Commands;

public sealed class ExportDqDatasetTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly PowerShellSession _session;

    public ExportDqDatasetTests()
    {
        Datasets.Classification().WriteFolder(_folder["good"]);
        Datasets.ClassFolders().WriteFolder(_folder["folders"]);
        _session = new PowerShellSession(_folder.FullPath);
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Class_folders_become_image_and_label_csv_and_go_on_in_the_pipeline()
    {
        CommandOutput output = _session.Run("ConvertFrom-DqClassFolders folders | Export-DqDataset -DestinationPath out | Test-DqDataset");
        Assert.Empty(output.Errors);
        Assert.Equal(true, output.Single.Value("Passed"));
        Assert.Equal("Labelled", output.Single.Text("Layout"));
        Assert.StartsWith(
            "image001.png,Class A,1\nimage001.png,Class B,0\n", File.ReadAllText(_folder["out/label.csv"]), StringComparison.Ordinal);
    }

    [Fact]
    public void It_emits_the_folder()
    {
        PSObject folder = _session.Run("ConvertFrom-DqClassFolders folders | Export-DqDataset -DestinationPath out").Single;
        Assert.Equal(_folder["out"], Assert.IsType<DirectoryInfo>(folder.BaseObject).FullName);
    }

    [Fact]
    public void A_dataset_goes_back_into_class_folders_as_links()
    {
        CommandOutput output = _session.Run(
            "Get-DqLabel good | Where-Object Value -eq 1 | Export-DqDataset -DestinationPath out -Layout Classes -Link Symbolic");
        Assert.Empty(output.Errors);
        Assert.Equal(_folder["good/image/image004.png"], new FileInfo(_folder["out/Classes/Class B/image004.png"]).LinkTarget);
    }

    [Fact]
    public void A_users_own_table_binds_as_it_does_to_the_archive()
    {
        CommandOutput output = _session.Run("""
            1..3 | ForEach-Object { [pscustomobject]@{ file = "image00$_.png"; finding = 'nodule' } } |
                Export-DqDataset -Image { $_.file } -Class { $_.finding } -Value { '1' } -ImageFolder good/image -DestinationPath out
            """);
        Assert.Empty(output.Errors);
        Assert.Equal("image001.png,nodule,1\nimage002.png,nodule,1\nimage003.png,nodule,1\n", File.ReadAllText(_folder["out/label.csv"]));
    }

    [Fact]
    public void A_dataset_is_written_without_what_has_no_place_in_it()
    {
        Datasets.Classification().Text("notes.txt", "x").WriteZip(_folder["in.zip"]);
        CommandOutput output = _session.Run("Export-DqDataset in.zip -DestinationPath out -Verbose");
        Assert.Contains("'notes.txt' is left out.", output.Verbose);
        Assert.Equal(
            ["image", "label.csv"],
            Directory.EnumerateFileSystemEntries(_folder["out"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void New_names_are_told()
    {
        Directory.CreateDirectory(_folder["png"]);
        File.Copy(_folder["good/image/image001.png"], _folder["png/left lung.png"]);
        CommandOutput output = _session.Run(
            "[pscustomobject]@{ Image = 'left lung.png'; Class = 'A'; Value = 1 } | Export-DqDataset -ImageFolder png "
            + "-DestinationPath out -Verbose");
        Assert.Contains("'left_lung.png' for 'left lung.png'", Assert.Single(output.Warnings), StringComparison.Ordinal);
        Assert.Contains(output.Verbose, line => line.StartsWith("'left lung.png' is 'left_lung.png' now", StringComparison.Ordinal));
    }

    [Fact]
    public void An_existing_folder_needs_force_and_a_dry_run_writes_nothing()
    {
        Assert.Empty(_session.Run("ConvertFrom-DqClassFolders folders | Export-DqDataset -DestinationPath out -WhatIf").Output);
        Assert.False(Directory.Exists(_folder["out"]));

        Directory.CreateDirectory(_folder["out"]);
        File.WriteAllText(_folder["out/mine.txt"], "mine");
        ErrorRecord error = Assert.Single(
            _session.Run("ConvertFrom-DqClassFolders folders | Export-DqDataset -DestinationPath out").Errors);
        Assert.StartsWith("DestinationExists,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.ResourceExists, error.CategoryInfo.Category);

        Assert.Empty(_session.Run("ConvertFrom-DqClassFolders folders | Export-DqDataset -DestinationPath out -Force").Errors);
        Assert.True(File.Exists(_folder["out/mine.txt"]));
        Assert.True(File.Exists(_folder["out/label.csv"]));
    }

    [Fact]
    public void The_folder_that_images_come_from_is_refused()
    {
        CommandOutput output = _session.Run("Get-DqLabel good | Export-DqDataset -DestinationPath good -Force");
        Assert.StartsWith("DestinationIsSource,", Assert.Single(output.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.True(File.Exists(_folder["good/image/image001.png"]));
    }

    [Fact]
    public void A_dataset_with_errors_is_refused_unless_told_otherwise()
    {
        File.WriteAllBytes(_folder["good/image/image006.png"], []);
        Assert.StartsWith(
            "DatasetHasErrors,",
            Assert.Single(_session.Run("Export-DqDataset good -DestinationPath out").Errors).FullyQualifiedErrorId,
            StringComparison.Ordinal);
        Assert.Empty(_session.Run("Export-DqDataset good -DestinationPath out -AllowErrors").Errors);
        Assert.True(File.Exists(_folder["out/image/image006.png"]));
    }
}
