using DeepQDataset.Cmdlets.Tests.Engine;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Cmdlets.Tests.Commands;

public sealed class MeasureDqDatasetTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly PowerShellSession _session;

    public MeasureDqDatasetTests()
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
    public void Classes_are_counted_whatever_the_labels_come_from()
    {
        CommandOutput output = _session.Run("Measure-DqDataset *");

        Assert.Empty(output.Errors);
        Assert.Equal(["chest", "chest", "folders", "folders", "lesions", "lesions"], output.Values("Dataset"));
        Assert.Equal(["Class A", "Class B", "Class A", "Class B", "lesion", "nodule"], output.Values("Class"));
        Assert.All(output.Values("Images"), images => Assert.Equal(3, images));
        Assert.Equal([3, 3, null, null, null, null], output.Values("Negative"));
        Assert.Equal([null, null, null, null, 3, 3], output.Values("Boxes"));
    }

    [Fact]
    public void Labels_from_the_pipeline_are_counted()
    {
        CommandOutput output = _session.Run("ConvertFrom-DqClassFolders folders | Where-Object Class -ne 'Class A' | Measure-DqDataset");
        Assert.Equal(["Class B"], output.Values("Class"));
        Assert.Equal(1d, output.Single.Value("Share"));
    }

    [Fact]
    public void Patients_are_counted()
    {
        Samples.All["ct-dicom"].WriteFolder(_folder["ct"]);
        var counted = _session.Run("Measure-DqDataset ct -By Patient").Single;

        Assert.Equal("DeepQDataset.DqPatientStatistics", counted.TypeNames[0]);
        Assert.Equal((2, 2, 0.5), (counted.Value("Patients"), counted.Value("Studies"), counted.Value("LargestPatientShare")));
    }

    [Fact]
    public void Patients_without_headers_are_a_contradiction() =>
        Assert.Equal(["PatientsNeedHeaders"], _session.Run("Measure-DqDataset chest -By Patient -LabelsOnly").ErrorIds);

    [Fact]
    public void What_cannot_be_counted_is_warned_of_and_what_is_no_dataset_is_one_error()
    {
        Datasets.Classification().Text("label.csv", "nobody,A,1\n").WriteFolder(_folder["lost"]);
        File.WriteAllText(_folder["broken.zip"], "no zip");
        CommandOutput output = _session.Run("Measure-DqDataset broken.zip, lost");

        Assert.Equal(["NotADataset"], output.ErrorIds);
        Assert.Contains("they name no image or several: 1.", Assert.Single(output.Warnings), StringComparison.Ordinal);
        Assert.Equal(["A", null], output.Values("Class"));
    }

    [Fact]
    public void Statistics_come_back_whole_from_serialization()
    {
        CommandOutput output = _session.Run("""
            $text = [System.Management.Automation.PSSerializer]::Serialize((Measure-DqDataset lesions.zip)[0])
            [System.Management.Automation.PSSerializer]::Deserialize($text)
            """);

        Assert.Equal("DeepQDataset.DqClassStatistics", output.Single.TypeNames[0]);
        Assert.Equal(52d, output.Single.Value("MedianBoxArea"));
    }
}
