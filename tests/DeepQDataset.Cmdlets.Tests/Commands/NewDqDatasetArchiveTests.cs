using System.IO.Compression;
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
    public void Packs_labels_that_were_filtered()
    {
        CommandOutput output = _session.Run(
            "ConvertFrom-DqClassFolders folders | Where-Object Class -ne 'Class B' | New-DqDatasetArchive -DestinationPath a.zip");

        Assert.Equal(3L, output.Single.Value("Images"));
        Assert.Equal("image001,Class A,1\nimage002,Class A,1\nimage003,Class A,1\n", Entry("a.zip", "label.csv").ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Packs_a_users_own_table_whose_values_are_text()
    {
        CommandOutput output = _session.Run("""
            $rows = 'image001,nodule,4,5.5,6,7', 'image002,nodule,4,5,6,7', 'image003,nodule,4,5,1e1,7' | ForEach-Object {
                $cells = $_ -split ','
                [pscustomobject]@{ Image = $cells[0]; Class = $cells[1]; Value = ''; X = $cells[2]; Y = $cells[3]; Width = $cells[4]; Height = $cells[5]; Reader = 'unused' }
            }
            $rows | New-DqDatasetArchive -ImageFolder good/image -DestinationPath a.zip
            """);

        Assert.Equal(3L, output.Single.Value("Images"));
        Assert.Equal(
            "image001,nodule,4,5.5,6,7\nimage002,nodule,4,5,6,7\nimage003,nodule,4,5,10,7\n",
            Entry("a.zip", "label.csv").ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Columns_of_other_names_are_given_by_script_blocks()
    {
        CommandOutput output = _session.Run("""
            1..3 | ForEach-Object { [pscustomobject]@{ file = "image00$_.png"; finding = 'nodule' } } |
                New-DqDatasetArchive -Image { $_.file } -Class { $_.finding } -Value { '1' } -ImageFolder good/image -DestinationPath a.zip
            """);
        Assert.Equal(3L, output.Single.Value("Labels"));
    }

    [Theory]
    [InlineData("Value = '1,5'", "InvalidLabelValue")]
    [InlineData("Value = '2'", "LabelValue")]
    [InlineData("Value = '1 '", "InvalidLabelValue")]
    [InlineData("X = '1,5'; Y = '2'; Width = '3'; Height = '4'", "InvalidLabelValue")]
    [InlineData("X = 'NaN'; Y = '2'; Width = '3'; Height = '4'", "InvalidLabelValue")]
    [InlineData("X = '1'; Y = '2'", "HalfBox")]
    public void A_label_that_makes_no_sense_is_an_error_and_nothing_is_written(string values, string errorId)
    {
        CommandOutput output = _session.Run($$"""
            [pscustomobject]@{ Image = 'image001'; Class = 'x'; {{values}} }, [pscustomobject]@{ Image = 'image002'; Class = 'x'; Value = '1' } |
                New-DqDatasetArchive -ImageFolder good/image -DestinationPath a.zip
            """);

        Assert.Equal([errorId, "LabelsRefused"], output.ErrorIds);
        Assert.False(File.Exists(_folder["a.zip"]));
    }

    [Fact]
    public void Rows_without_an_image_column_are_no_labels()
    {
        CommandOutput output = _session.Run("[pscustomobject]@{ file = 'image001' } | New-DqDatasetArchive -ImageFolder good/image -DestinationPath a.zip");

        Assert.Contains("InputObjectNotBound", output.ErrorIds);
        Assert.False(File.Exists(_folder["a.zip"]));
    }

    [Fact]
    public void What_if_writes_nothing()
    {
        CommandOutput output = _session.Run("New-DqDatasetArchive good -DestinationPath a.zip -WhatIf; ConvertFrom-DqClassFolders folders | New-DqDatasetArchive -DestinationPath a.zip -WhatIf");

        Assert.Empty(output.Errors);
        Assert.Empty(output.Output);
        Assert.False(File.Exists(_folder["a.zip"]));
    }

    [Fact]
    public void An_existing_file_is_replaced_only_by_force()
    {
        File.WriteAllText(_folder["a.zip"], "mine");
        CommandOutput refused = _session.Run("New-DqDatasetArchive good -DestinationPath a.zip; ConvertFrom-DqClassFolders folders | New-DqDatasetArchive -DestinationPath a.zip");

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
        Assert.False(File.Exists(_folder["bad.zip"]));
        Assert.Equal(7L, _session.Run("New-DqDatasetArchive bad -DestinationPath bad.zip -AllowErrors").Single.Value("Images"));
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
        CommandOutput output = _session.Run("$archive = ConvertFrom-DqClassFolders twice | New-DqDatasetArchive -DestinationPath a.zip; $archive.Renames");

        Assert.NotEmpty(output.Output);
        Assert.All(output.Output, rename => Assert.NotEqual(rename.Text("OldName"), rename.Text("NewName")));
    }

    private string Entry(string zip, string name)
    {
        using ZipArchive archive = ZipFile.OpenRead(_folder[zip]);
        using StreamReader reader = new(archive.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }
}
