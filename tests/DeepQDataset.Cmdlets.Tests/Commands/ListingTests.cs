using System.Management.Automation;
using DeepQDataset.Cmdlets.Tests.Engine;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Cmdlets.Tests.Commands;

public sealed class ListingTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly PowerShellSession _session;

    public ListingTests()
    {
        Datasets.Classification().WriteFolder(_folder["chest"]);
        Datasets.Detection().WriteZip(_folder["lesions.zip"]);
        Datasets.ClassFolders().WriteFolder(_folder["folders"]);
        _session = new PowerShellSession(_folder.FullPath);
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Datasets_are_described()
    {
        CommandOutput output = _session.Run("Get-DqDataset *");

        Assert.Equal(["chest", "folders", "lesions"], output.Values("Dataset"));
        Assert.Equal(["Labelled", "ClassFolders", "Labelled"], output.Output.Select(item => item.Text("Layout")));
        Assert.Equal(["Classification", "Classification", "Detection"], output.Output.Select(item => item.Text("Task")));
        Assert.Equal([6L, 6L, 6L], output.Values("Images"));
        Assert.Equal(2, output.Output[0].Value("Classes"));
        Assert.Equal("Class A; Class B", output.Output[0].Value("ClassNames")!.ToString());
    }

    [Theory]
    [InlineData("ct")]
    [InlineData("ct.zip")]
    public void Patients_studies_and_series_are_counted_from_DICOM_headers(string path)
    {
        DatasetBuilder dataset = new DatasetBuilder()
            .File("image/a.dcm", new DicomBuilder { Seed = 1 }.Build())
            .File("image/b.dcm", new DicomBuilder { Seed = 2, SeriesInstanceUid = "1.2.3" }.Build())
            .File(
                "image/c.dcm",
                new DicomBuilder
                {
                    Seed = 3,
                    SeriesInstanceUid = "1.2.4",
                    StudyInstanceUid = "1.2.5",
                    PatientId = "P0002",
                }.Build())
            .File("image/d", new DicomBuilder { Seed = 4, PatientId = "" }.Build())
            .File("image/e.png", new PngBuilder().Build());
        dataset.WriteFolder(_folder["ct"]);
        dataset.WriteZip(_folder["ct.zip"]);

        PSObject counted = Assert.Single(_session.Run($"Get-DqDataset {path} -ThrottleLimit 2").Output);
        Assert.Equal((2, 2, 3), (counted.Value("Patients"), counted.Value("Studies"), counted.Value("Series")));
        Assert.Null(Assert.Single(_session.Run("Get-DqDataset chest").Output).Value("Patients"));
    }

    [Fact]
    public void DICOM_images_are_described_by_their_headers()
    {
        DicomElement[] window = [DicomElement.Text(0x00281050, "DS", @"40\-600"), DicomElement.Text(0x00281051, "DS", @"400.5\1500")];
        DicomBuilder file = new() { Frames = 3, TransferSyntax = DicomSyntax.ExplicitBigEndian, Elements = window };
        new DatasetBuilder()
            .File("image/a.dcm", file.Build())
            .File("image/b.dcm", new DicomBuilder { Rows = null, StudyInstanceUid = "1.2.3" }.Build())
            .File("image/c.dcm", new DicomBuilder { HasPixelData = false }.Build())
            .WriteFolder(_folder["ct"]);

        IReadOnlyList<PSObject> images = _session.Run("Get-DqImage ct").Output;

        Assert.Equal("Explicit VR Big Endian", images[0].Value("TransferSyntaxName"));
        Assert.Equal(DicomSyntax.ExplicitBigEndian, images[0].Value("TransferSyntax"));
        Assert.Equal((40d, 400.5d), (images[0].Value("WindowCenter"), images[0].Value("WindowWidth")));
        Assert.Equal((3, "CT", 1), (images[0].Value("Frames"), images[0].Value("Modality"), images[0].Value("InstanceNumber")));
        Assert.Equal((null, 16, "1.2.3"), (images[1].Value("Height"), images[1].Value("Width"), images[1].Value("StudyInstanceUid")));
        Assert.NotNull(images[1].Value("Problem"));
        Assert.Equal((null, null, null), (images[2].Value("Width"), images[2].Value("BitDepth"), images[2].Value("WindowCenter")));
    }

    [Fact]
    public void Images_are_described_with_their_labels()
    {
        CommandOutput output = _session.Run("Get-DqImage chest, lesions.zip | Where-Object Path -like '*image004*'");

        Assert.Equal(["chest", "lesions"], output.Values("Dataset"));
        Assert.Equal(["image/image004.png", "image/image004.png"], output.Values("Path"));
        Assert.Equal(["Class B", "nodule"], output.Output.Select(item => item.Value("Labels")!.ToString()));
        Assert.Equal([20, 20], output.Values("Width"));
    }

    [Fact]
    public void Labels_come_from_a_file_and_from_folders_alike()
    {
        Assert.Equal(12, _session.Run("Get-DqLabel chest").Output.Count);
        Assert.Equal(6, _session.Run("Get-DqLabel chest | Where-Object Value").Output.Count);
        Assert.Equal([4d, 4d, 4d, 4d, 4d, 4d], _session.Run("Get-DqLabel lesions.zip").Values("Y"));
        Assert.Equal(6, _session.Run("Get-DqLabel folders").Output.Count);
    }

    [Fact]
    public void Labels_filter_by_class() =>
        Assert.Equal(["Class B", "Class B", "Class B"], _session.Run("Get-DqLabel folders -Class '*b'").Values("Class"));

    [Fact]
    public void Classes_complete_from_the_dataset()
    {
        string line = "Get-DqLabel ./chest -Class class";
        CommandOutput output = _session.Run($"([System.Management.Automation.CommandCompletion]::CompleteInput('{line}', "
            + $"{line.Length}, $null)).CompletionMatches.CompletionText");
        Assert.Equal(["'Class A'", "'Class B'"], output.Texts);
    }

    [Fact]
    public void Class_folders_become_labels_whether_they_or_their_dataset_are_named()
    {
        CommandOutput output = _session.Run("ConvertFrom-DqClassFolders folders");

        Assert.Equal(6, output.Output.Count);
        Assert.All(output.Values("Value"), value => Assert.Equal(1, value));
        Assert.Equal(output.Values("SourcePath"), _session.Run("ConvertFrom-DqClassFolders folders/Classes").Values("SourcePath"));
    }

    [Fact]
    public void What_has_no_class_folders_is_an_error_and_the_next_goes_on()
    {
        CommandOutput output = _session.Run("ConvertFrom-DqClassFolders chest, folders");

        Assert.Single(output.Errors);
        Assert.Equal(6, output.Output.Count);
    }

    [Fact]
    public void A_copied_dataset_is_the_same_by_its_labels()
    {
        CommandOutput output = _session.Run(
            "Get-DqLabel chest | New-DqDatasetArchive -DestinationPath copy.zip; (Test-DqDataset copy.zip).Issues.ToString()");

        Assert.Empty(output.Errors);
        Assert.Equal("", output.Texts.Last());
    }
}
