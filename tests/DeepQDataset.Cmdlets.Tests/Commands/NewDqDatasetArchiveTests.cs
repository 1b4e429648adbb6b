using DeepQDataset.Cmdlets.Tests.Engine;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Cmdlets.Tests.Commands;

public sealed class NewDqDatasetArchiveTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly PowerShellSession _session;

    public NewDqDatasetArchiveTests()
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
    public void Packs_a_dataset_folder()
    {
        var archive = _session.Run("New-DqDatasetArchive good -DestinationPath chest.zip").Single;

        Assert.Equal(_folder["chest.zip"], archive.Value("Path"));
        Assert.Equal("chest", archive.Value("Dataset"));
        Assert.Equal(6L, archive.Value("Images"));
        Assert.Equal(7L, archive.Value("Entries"));
        Assert.Equal(new FileInfo(_folder["chest.zip"]).Length, archive.Value("Bytes"));
        Assert.Matches("^[0-9a-f]{64}$", archive.Text("Sha256"));
        Assert.Equal(true, _session.Run("Test-DqDataset chest.zip -Quiet").Single.BaseObject);
    }

    [Fact]
    public void What_if_writes_nothing()
    {
        CommandOutput output = _session.Run("New-DqDatasetArchive good -DestinationPath a.zip -WhatIf; "
            + "ConvertFrom-DqClassFolders folders | New-DqDatasetArchive -DestinationPath a.zip -WhatIf");

        Assert.Empty(output.Errors);
        Assert.Empty(output.Output);
        Assert.False(File.Exists(_folder["a.zip"]));
    }

    [Fact]
    public void An_existing_file_is_replaced_only_by_force()
    {
        File.WriteAllText(_folder["a.zip"], "mine");
        CommandOutput refused = _session.Run("New-DqDatasetArchive good -DestinationPath a.zip; ConvertFrom-DqClassFolders "
            + "folders | New-DqDatasetArchive -DestinationPath a.zip");

        Assert.Equal(["DestinationExists", "DestinationExists"], refused.ErrorIds);
        Assert.Equal("mine", File.ReadAllText(_folder["a.zip"]));
        Assert.Equal(6L, _session.Run("New-DqDatasetArchive good -DestinationPath a.zip -Force").Single.Value("Images"));
    }

    [Fact]
    public void A_dataset_with_errors_is_refused_by_the_names_of_its_rules()
    {
        Datasets.ImageOnly().File("image/a b.png", Datasets.Image(9)).WriteFolder(_folder["bad"]);
        CommandOutput refused = _session.Run("New-DqDatasetArchive bad -DestinationPath bad.zip");

        Assert.Equal("DatasetHasErrors", Assert.Single(refused.ErrorIds));
        Assert.Contains("DQ204×1", refused.Errors[0].Exception.Message, StringComparison.Ordinal);
        Assert.Contains("Repair-DqDataset -Platform 1.1", refused.Errors[0].Exception.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder["bad.zip"]));
        Assert.Equal(7L, _session.Run("New-DqDatasetArchive bad -DestinationPath bad.zip -AllowErrors").Single.Value("Images"));
    }

    [Fact]
    public void A_refusal_says_for_which_edition_and_how_to_see_why()
    {
        Datasets.ImageOnly().Text("label.csv", "image001,A\nimage002.png,B\n").WriteFolder(_folder["stem"]);
        CommandOutput refused = _session.Run("New-DqDatasetArchive stem -DestinationPath stem.zip -Platform 3.0");
        Assert.Contains(
            "DQ530×1. Get-DqIssue -Platform 3.0 lists them", Assert.Single(refused.Errors).Exception.Message, StringComparison.Ordinal);
        Assert.Single(_session.Run("Get-DqIssue stem -Platform 3.0 -RuleId DQ530").Output);
    }

    [Fact]
    public void Several_datasets_go_into_a_folder_under_their_own_names()
    {
        Datasets.ImageOnly().WriteFolder(_folder["other"]);
        Directory.CreateDirectory(_folder["zips"]);
        CommandOutput output = _session.Run("Test-DqDataset good, missing, other | New-DqDatasetArchive -DestinationPath zips");

        Assert.Equal([_folder["zips/good.zip"], _folder["zips/other.zip"]], output.Values("Path"));
        Assert.Equal("ItemNotFound", Assert.Single(output.ErrorIds));
    }

    [Fact]
    public void Two_datasets_never_go_into_one_file()
    {
        Datasets.ImageOnly().WriteFolder(_folder["other"]);
        CommandOutput output = _session.Run("'good', 'other' | New-DqDatasetArchive -DestinationPath a.zip -Force");

        Assert.Equal("DestinationTakenTwice", Assert.Single(output.ErrorIds));
        Assert.Equal(7L, Assert.Single(output.Output).Value("Entries"));
    }

    [Fact]
    public void Renames_come_along()
    {
        Datasets.ClassFolders().File("Classes/Class B/image001.png", Datasets.Image(8)).WriteFolder(_folder["twice"]);
        CommandOutput output = _session.Run(
            "$archive = ConvertFrom-DqClassFolders twice | New-DqDatasetArchive -DestinationPath a.zip; $archive.Renames");

        Assert.NotEmpty(output.Output);
        Assert.All(output.Output, rename => Assert.NotEqual(rename.Text("OldName"), rename.Text("NewName")));
    }
}
