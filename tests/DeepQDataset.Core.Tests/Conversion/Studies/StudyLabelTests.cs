using DeepQDataset.Conversion;
using DeepQDataset.Conversion.Studies;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Conversion.Studies;

/// <summary>Labels that name instances or DICOM files come over to the new names.</summary>
public sealed class StudyLabelTests : StudyTestBase
{
    private const string Sop = Root + ".3.";

    public StudyLabelTests()
    {
        Add("p1/a.dcm", Instance(1));
        Add("p1/b.dcm", Instance(2));
        Add("p2/a.dcm", Instance(3, study: 2));
    }

    [Fact]
    public void Classes_by_instance_UID_are_translated()
    {
        (DqLabel[] labels, ConversionLog log, _) = Run($"{Sop}2,Nodule,1\n{Sop}2,Cyst,0\n{Sop}4,Nodule,0\n{Sop}4,Cyst,1\n");

        Assert.Equal(
            "Study1/Series1/image001.png,Nodule,1\nStudy1/Series1/image001.png,Cyst,0\n"
            + "Study2/Series1/image001.png,Nodule,0\nStudy2/Series1/image001.png,Cyst,1\n",
            Written());
        Assert.Equal("", log.Summarize());
        Assert.Equal(["Nodule", "Cyst", null, "Nodule", "Cyst"], labels.Select(label => label.Class));
        Assert.Equal(new int?[] { 1, 0, null, 0, 1 }, labels.Select(label => label.Value));
    }

    [Fact]
    public void Boxes_are_translated()
    {
        (DqLabel[] labels, _, _) = Run($"{Sop}3,lesion,1.5,2,3,4\n");

        Assert.Equal("Study1/Series1/image002.png,lesion,1.5,2,3,4\n", Written());
        DqLabel box = labels.Single(label => label.Class is not null);
        Assert.Equal(
            ("Study1/Series1/image002.png", 1.5, 2, 3, 4, null, 1), (box.Image, box.X, box.Y, box.Width, box.Height, box.Value, box.Line));
    }

    [Theory]
    [InlineData("p2/a.dcm")]
    [InlineData(@"p2\a.dcm")]
    [InlineData("./p2/a")]
    [InlineData("in/p2/a.dcm")]
    [InlineData("{in}/p2/a.dcm")]
    public void Paths_of_DICOM_files_are_found(string name)
    {
        Run($"{name.Replace("{in}", Folder["in"], StringComparison.Ordinal)},Nodule,1\n");

        Assert.Equal("Study2/Series1/image001.png,Nodule,1\n", Written());
    }

    [Theory]
    [InlineData("b.dcm")]
    [InlineData("b")]
    public void Names_of_DICOM_files_are_found(string name)
    {
        Run($"{name},Nodule,1\n");

        Assert.Equal("Study1/Series1/image002.png,Nodule,1\n", Written());
    }

    [Fact]
    public void A_name_that_fits_several_files_is_told_and_used_for_none()
    {
        (_, ConversionLog log, List<ConversionRemark> remarks) = Run($"a.dcm,Nodule,1\na.dcm,Cyst,0\n{Sop}3,Nodule,1\n");

        Assert.Equal("Study1/Series1/image002.png,Nodule,1\n", Written());
        Assert.Equal(1, log.CountOf(StudyReasons.LabelImageAmbiguous));
        Assert.Equal((1, Folder["labels.csv"]), (remarks[0].Line, remarks[0].Path));
    }

    [Fact]
    public void A_name_that_fits_nothing_is_told()
    {
        (_, ConversionLog log, List<ConversionRemark> remarks) = Run($"{Sop}3,Nodule,1\nc.dcm,Nodule,1\nc.dcm,Cyst,1\n");

        Assert.Equal(1, log.CountOf(StudyReasons.LabelImageMissing));
        Assert.Equal(1, log.Losses);
        Assert.Contains("'c.dcm'", Assert.Single(remarks).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_that_cannot_be_read_are_told()
    {
        (_, ConversionLog log, List<ConversionRemark> remarks) = Run($"{Sop}3,Nodule,1\n{Sop}2,Nodule,yes\n");

        Assert.Equal("Study1/Series1/image002.png,Nodule,1\n", Written());
        Assert.Equal(1, log.CountOf(StudyReasons.LabelUnreadable));
        Assert.Equal(2, Assert.Single(remarks).Line);
    }

    [Fact]
    public void The_labels_of_an_instance_go_to_each_of_its_frames()
    {
        Add("m.dcm", new DicomBuilder { Seed = 9, Frames = 2, StudyInstanceUid = Root + ".1.1", SeriesInstanceUid = Root + ".2.1.7" });

        (DqLabel[] labels, ConversionLog log, _) = Run("m.dcm,Nodule,1\n");

        Assert.Equal("Study1/Series1/image001_frame01.png,Nodule,1\nStudy1/Series1/image001_frame02.png,Nodule,1\n", Written());
        Assert.Equal(2, labels.Count(label => label.Class is not null));
        Assert.Equal(1, log.CountOf(StudyReasons.LabelsOfFrames));
        Assert.Equal(0, log.Losses);
    }

    [Fact]
    public void Labels_of_a_file_that_cannot_be_converted_are_not_written()
    {
        Add("j.dcm", new DicomBuilder { Seed = 9, SeriesInstanceUid = Root + ".2.1.1", TransferSyntax = DicomSyntax.Jpeg2000Lossless });

        Run($"j.dcm,Nodule,1\n{Sop}3,Nodule,1\n");

        Assert.Equal("Study1/Series1/image002.png,Nodule,1\n", Written());
    }

    [Fact]
    public void The_older_form_of_two_columns_becomes_one_of_three()
    {
        Run($"{Sop}2,Nodule\n{Sop}3,Cyst\n");

        Assert.Equal("Study1/Series1/image001.png,Nodule,1\nStudy1/Series1/image002.png,Cyst,1\n", Written());
    }

    [Fact]
    public void Without_a_label_that_fits_there_is_no_label_file()
    {
        Run("none.dcm,Nodule,1\n");

        Assert.False(File.Exists(Folder["out/label.csv"]));
    }

    private (DqLabel[] Labels, ConversionLog Log, List<ConversionRemark> Remarks) Run(string labels)
    {
        File.WriteAllText(Folder["labels.csv"], labels);
        return Run(new StudyOptions { LabelPath = Folder["labels.csv"] });
    }

    private string Written() => File.ReadAllText(Folder["out/label.csv"]);
}
