using System.IO.Compression;
using DeepQDataset.Conversion.ClassFolders;
using DeepQDataset.Core.Tests.Rules;
using DeepQDataset.Reading;
using DeepQDataset.Settings;
using DeepQDataset.TestKit;
using Xunit;
using static DeepQDataset.Core.Tests.Building.ArchiveAssert;

namespace DeepQDataset.Core.Tests.Building.Zip;

/// <summary>
/// Tests that the archives we build are accepted: sources with every possible fault of a name become a dataset without an issue.
/// </summary>
public sealed class ArchiveAcceptanceTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Zip => _folder["dataset.zip"];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(DqLayout.ImageOnly)]
    [InlineData(DqLayout.Labelled)]
    [InlineData(DqLayout.ClassFolders)]
    [InlineData(DqLayout.Studies)]
    public void An_accepted_dataset_makes_an_accepted_archive(DqLayout layout)
    {
        DatasetBuilder dataset = layout switch
        {
            DqLayout.ImageOnly => Datasets.ImageOnly(),
            DqLayout.Labelled => Datasets.Classification().Wrapped("chest"),
            DqLayout.ClassFolders => Datasets.ClassFolders(),
            _ => Datasets.Studies(),
        };
        WriteDataset(dataset.WriteFolder(_folder["in"]), Zip);
        AssertAccepted();
    }

    [Fact]
    public void Class_folders_become_a_labelled_archive()
    {
        Convert(Datasets.ClassFolders());
        AssertAccepted();
        Assert.Equal(12, LabelLines(Zip).Length);
        Assert.Equal("image001.png,Class A,1", LabelLines(Zip)[0]);
    }

    [Fact]
    public void Boxes_make_an_accepted_detection_archive()
    {
        string folder = Datasets.Detection().WriteFolder(_folder["in"]);
        WriteDataset(folder, Zip);
        AssertAccepted();

        IEnumerable<DqLabel> labels = DatasetReader.ReadLabels(folder, TestContext.Current.CancellationToken);
        Write(SetOf(labels), null, _folder["labels.zip"]);
        RuleAssert.Check(_folder["labels.zip"], ValidationOptions.Default);
        Assert.Equal("image001.png,lesion,1,4,8,6.5", LabelLines(_folder["labels.zip"])[0]);
    }

    [Fact]
    public void Names_with_every_fault_come_out_without_one()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no files of such names.");
        DatasetBuilder dataset = new();
        string[] names =
        [
            "a b.PNG", "a_b.png", "A_B.png", "con.png", "a..png", "tab\there.png", "a?.png", "_.png", new string('n', 250) + ".png",
                "Sa\u0308ule.png", "e\u200Be.png", "s.png ",
        ];
        for (int index = 0; index < names.Length; index++)
        {
            dataset.File($"Classes/{(index % 2 == 0 ? "A" : "B")}/{names[index]}", Datasets.Image(index));
        }

        Convert(dataset);
        AssertAccepted("DQ205 -");
    }

    [Fact]
    public void Files_of_one_name_in_many_folders_stay_apart()
    {
        DatasetBuilder dataset = new();
        for (int index = 0; index < 12; index++)
        {
            dataset.File($"Classes/{index % 3}/{(index < 6 ? "x" : "X")}.{(index % 2 == 0 ? "png" : "PNG")}", Datasets.Image(index));
        }

        Convert(dataset);
        AssertAccepted();
    }

    private void Convert(DatasetBuilder dataset)
    {
        string folder = dataset.WriteFolder(_folder["in"]);
        Write(SetOf(ClassFolderConverter.Convert(folder, TestContext.Current.CancellationToken)), null, Zip);
    }

    private void AssertAccepted(params string[] expected)
    {
        string folder = _folder["out/dataset"];
        ZipFile.ExtractToDirectory(Zip, folder);
        RuleAssert.Check(folder, ValidationOptions.Default, expected);
        RuleAssert.Check(Zip, ValidationOptions.Default, expected);
    }
}
