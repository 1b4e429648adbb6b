using DeepQDataset.Cmdlets.Tests.Engine;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Cmdlets.Tests.Commands;

public sealed class ConvertToDqStudyFoldersTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly PowerShellSession _session;

    public ConvertToDqStudyFoldersTests()
    {
        Directory.CreateDirectory(_folder["dicom/sub"]);
        for (int seed = 1; seed <= 3; seed++)
        {
            File.WriteAllBytes(_folder[$"dicom/{(seed == 3 ? "sub/" : "")}{seed}.dcm"], new DicomBuilder { Seed = seed }.Build());
        }

        _session = new PowerShellSession(_folder.FullPath);
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Its_labels_can_be_packed_at_once()
    {
        CommandOutput output = _session.Run(
            "ConvertTo-DqStudyFolders dicom ct | New-DqDatasetArchive -DestinationPath ct.zip | ForEach-Object Images");

        Assert.Empty(output.Errors);
        Assert.Equal(["3"], output.Texts);
        Assert.Equal(["Studies"], _session.Run("(Test-DqDataset ct.zip).Layout.ToString()").Texts);
        Assert.Equal(true, _session.Run("Test-DqDataset ct -Quiet").Single.BaseObject);
        Assert.True(File.Exists(_folder["ct.map.csv"]));
    }

    [Fact]
    public void All_paths_of_a_pipeline_are_taken_together()
    {
        _session.Set("files", new DirectoryInfo(_folder["dicom"]).GetFiles("*.dcm", SearchOption.AllDirectories));
        CommandOutput output = _session.Run("$files | ConvertTo-DqStudyFolders -DestinationPath ct | ForEach-Object Image");

        Assert.Empty(output.Errors);
        Assert.Equal(["Study1/Series1/image001.png", "Study1/Series1/image002.png", "Study1/Series1/image003.png"], output.Texts);
    }

    [Fact]
    public void A_window_is_written_as_a_list_of_two_numbers()
    {
        Assert.Empty(_session.Run("ConvertTo-DqStudyFolders dicom a -Window -600,1500").Errors);
        Assert.Empty(_session.Run("ConvertTo-DqStudyFolders dicom b -Window '-600,1500'").Errors);
        Assert.Equal(
            File.ReadAllBytes(_folder["a/image/Study1/Series1/image001.png"]),
            File.ReadAllBytes(_folder["b/image/Study1/Series1/image001.png"]));
        Assert.Equal(["InvalidWindow"], _session.Run("ConvertTo-DqStudyFolders dicom c -Window broad").ErrorIds);
        Assert.False(Directory.Exists(_folder["c"]));
    }

    [Fact]
    public void Windows_complete()
    {
        const string Line = "ConvertTo-DqStudyFolders dicom a -Window M";
        CommandOutput output = _session.Run(
            $"([System.Management.Automation.CommandCompletion]::CompleteInput('{Line}', {Line.Length}, "
            + $"$null)).CompletionMatches.CompletionText");

        Assert.Equal(["MinMax"], output.Texts);
    }

    [Fact]
    public void A_file_that_cannot_be_converted_is_an_error_that_names_it_and_the_rest_goes_on()
    {
        File.WriteAllBytes(_folder["dicom/j2k.dcm"], new DicomBuilder { Seed = 9, TransferSyntax = DicomSyntax.Jpeg2000Lossless }.Build());
        CommandOutput output = _session.Run("ConvertTo-DqStudyFolders dicom ct");

        Assert.Equal(["DicomNotConverted"], output.ErrorIds);
        Assert.Equal(_folder["dicom/j2k.dcm"], output.Errors[0].TargetObject);
        Assert.Equal(3, output.Output.Count);
    }

    [Fact]
    public void Images_that_the_platform_rejects_are_warned_of_by_name()
    {
        File.WriteAllBytes(_folder["dicom/small.dcm"], new DicomBuilder { Seed = 9, Rows = 8 }.Build());
        CommandOutput output = _session.Run("ConvertTo-DqStudyFolders dicom ct");

        Assert.Contains(output.Warnings, warning =>
            warning.Contains("image004.png", StringComparison.Ordinal) && warning.Contains("16 × 8", StringComparison.Ordinal));
    }

    [Fact]
    public void Labels_are_translated_and_what_fits_nothing_is_summed_up()
    {
        File.WriteAllText(_folder["found.csv"], "1.dcm,Nodule,1\nnone.dcm,Nodule,1\n");
        CommandOutput output = _session.Run("ConvertTo-DqStudyFolders dicom ct -LabelPath found.csv");

        Assert.Empty(output.Errors);
        Assert.Contains(output.Warnings, warning =>
            warning.Contains("1 name in the label file is that of no image", StringComparison.Ordinal));
        Assert.Equal("Study1/Series1/image001.png,Nodule,1\n", File.ReadAllText(_folder["ct/label.csv"]));
        _session.Run("ConvertTo-DqStudyFolders dicom stems -LabelPath found.csv -ImageNameForm Stem");
        Assert.Equal("Study1/Series1/image001,Nodule,1\n", File.ReadAllText(_folder["stems/label.csv"]));
        Assert.Single(_session.Run("ConvertTo-DqStudyFolders dicom ct -LabelPath found.csv -Force -Strict").Errors);
        Assert.Equal(["ItemNotFound"], _session.Run("ConvertTo-DqStudyFolders dicom ct2 -LabelPath missing.csv").ErrorIds);
    }

    [Fact]
    public void What_is_there_is_replaced_only_by_force()
    {
        _session.Run("ConvertTo-DqStudyFolders dicom ct");

        Assert.Equal(["DestinationExists"], _session.Run("ConvertTo-DqStudyFolders dicom ct").ErrorIds);
        Assert.Empty(_session.Run("ConvertTo-DqStudyFolders dicom ct -Force").Errors);
    }

    [Fact]
    public void What_if_writes_nothing()
    {
        CommandOutput output = _session.Run("ConvertTo-DqStudyFolders dicom ct -WhatIf");

        Assert.Empty(output.Errors);
        Assert.Empty(output.Output);
        Assert.False(Directory.Exists(_folder["ct"]));
    }

    [Fact]
    public void A_later_command_that_fails_leaves_nothing_half_written()
    {
        Assert.Single(_session.Run("ConvertTo-DqStudyFolders dicom ct | ForEach-Object { throw 'enough' }").Errors);
        Assert.DoesNotContain(Directory.GetFiles(_folder.FullPath, "*", SearchOption.AllDirectories), path =>
            path.EndsWith(".tmp", StringComparison.Ordinal));
    }
}
