using System.Management.Automation;
using DeepQDataset.Cmdlets.Tests.Engine;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Cmdlets.Tests.Commands;

public sealed class ExpandDqDatasetArchiveTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly PowerShellSession _session;

    public ExpandDqDatasetArchiveTests()
    {
        Datasets.Classification().WriteZip(_folder["chest.zip"]);
        _session = new PowerShellSession(_folder.FullPath);
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Unpacks_into_a_folder_named_for_the_zip()
    {
        PSObject folder = _session.Run("Expand-DqDatasetArchive chest.zip").Single;

        Assert.Equal(_folder["chest"], Assert.IsType<DirectoryInfo>(folder.BaseObject).FullName);
        Assert.Equal(6, Directory.GetFiles(_folder["chest/image"]).Length);
        Assert.True(File.Exists(_folder["chest/label.csv"]));
        Assert.Equal(true, _session.Run("Test-DqDataset chest -Quiet").Single.BaseObject);
    }

    [Fact]
    public void Unpacks_where_it_is_told_to()
    {
        Assert.Empty(_session.Run("Expand-DqDatasetArchive chest.zip -DestinationPath work/unpacked").Errors);
        Assert.True(File.Exists(_folder["work/unpacked/label.csv"]));
    }

    [Fact]
    public void Unpacks_each_zip_of_a_pipeline_into_its_own_folder()
    {
        Datasets.ImageOnly().WriteZip(_folder["a[1].zip"]);
        _session.Set("files", new DirectoryInfo(_folder.FullPath).GetFiles("*.zip"));
        CommandOutput output = _session.Run(
            "$files | Expand-DqDatasetArchive -DestinationPath { \"out/$($_.BaseName)\" } | ForEach-Object Name");

        Assert.Empty(output.Errors);
        Assert.Equal(["a[1]", "chest"], output.Texts.Order(StringComparer.Ordinal));
        Assert.Equal(2, _session.Run("Expand-DqDatasetArchive *.zip").Output.Count);
    }

    [Fact]
    public void Two_zips_are_not_mixed_in_one_folder()
    {
        Datasets.ImageOnly().WriteZip(_folder["other.zip"]);
        CommandOutput output = _session.Run("Expand-DqDatasetArchive *.zip -DestinationPath out");

        Assert.Equal(["ArchivesMixed"], output.ErrorIds);
        Assert.Single(output.Output);
    }

    [Fact]
    public void What_is_wrong_with_an_entry_is_an_error_that_names_it_and_the_rest_is_written()
    {
        new ZipBuilder().File("a.png", Datasets.Image(1)).File("../b.png", [1]).File("c.png", [1], entry => entry.Encrypted())
            .File("d.png", [1], entry => entry.Crc(1)).Write(_folder["bad.zip"]);
        CommandOutput output = _session.Run("Expand-DqDatasetArchive bad.zip");

        Assert.Equal(["UnsafePath", "EncryptedEntry", "ChecksumMismatch"], output.ErrorIds);
        Assert.Equal(["../b.png", "c.png", "d.png"], output.Errors.Select(error => error.TargetObject));
        Assert.Single(output.Output);
        Assert.Equal([_folder["bad/a.png"]], Directory.GetFiles(_folder["bad"]));
    }

    [Fact]
    public void Done_again_it_writes_what_is_missing()
    {
        _session.Run("Expand-DqDatasetArchive chest.zip");
        File.Delete(_folder["chest/label.csv"]);
        CommandOutput again = _session.Run("Expand-DqDatasetArchive chest.zip -Verbose");

        Assert.Empty(again.Errors);
        Assert.Contains("1 files written, 6 there already, 0 of operating systems left out.", again.Verbose);
    }

    [Fact]
    public void Other_content_is_replaced_only_by_force()
    {
        Directory.CreateDirectory(_folder["chest"]);
        File.WriteAllText(_folder["chest/label.csv"], "mine");

        Assert.Equal(["DestinationExists"], _session.Run("Expand-DqDatasetArchive chest.zip").ErrorIds);
        Assert.Equal("mine", File.ReadAllText(_folder["chest/label.csv"]));
        Assert.Empty(_session.Run("Expand-DqDatasetArchive chest.zip -Force").Errors);
        Assert.NotEqual("mine", File.ReadAllText(_folder["chest/label.csv"]));
    }

    [Fact]
    public void What_if_writes_nothing()
    {
        CommandOutput output = _session.Run("Expand-DqDatasetArchive chest.zip -WhatIf");

        Assert.Empty(output.Errors);
        Assert.Empty(output.Output);
        Assert.False(Directory.Exists(_folder["chest"]));
    }

    [Theory]
    [InlineData("-MaximumTotalBytes 100")]
    [InlineData("-MaximumEntryBytes 10")]
    public void A_budget_is_kept(string budget)
    {
        Assert.Equal(["ZipBomb"], _session.Run($"Expand-DqDatasetArchive chest.zip {budget}").ErrorIds);
        Assert.False(Directory.Exists(_folder["chest"]));
    }

    [Fact]
    public void What_is_no_zip_keeps_no_other_from_being_unpacked()
    {
        File.WriteAllText(_folder["a.zip"], "text");
        Directory.CreateDirectory(_folder["b.zip"]);
        CommandOutput output = _session.Run("Expand-DqDatasetArchive a.zip, b.zip, none.zip, chest.zip");

        Assert.Equal(["NotAZip", "NotAZip", "ItemNotFound"], output.ErrorIds);
        Assert.Single(output.Output);
    }
}
