using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Conversion.Studies;

/// <summary>The hierarchy and the order come from the tags, wherever the files lie.</summary>
public sealed class StudyHierarchyTests : StudyTestBase
{
    [Fact]
    public void Studies_are_numbered_by_date_and_series_by_their_number()
    {
        Add("a/x", Instance(1, study: 1, series: 1, date: "20260301", seriesNumber: 2));
        Add("b/y.dcm", Instance(2, study: 2, series: 1, date: "20250301", seriesNumber: 7));
        Add("z.dcm", Instance(3, study: 1, series: 2, date: "20260301", seriesNumber: 1));

        Run();

        Assert.Equal(
            ["image/Study1/Series7/image001.png", "image/Study2/Series1/image001.png", "image/Study2/Series2/image001.png"], Images());
        Assert.Equal("b/y.dcm", Sources()["Study1/Series7/image001"]);
        Assert.Equal("z.dcm", Sources()["Study2/Series1/image001"]);
    }

    [Fact]
    public void Studies_of_one_date_are_ordered_by_UID_and_those_without_a_date_come_last()
    {
        Add("1.dcm", Instance(1, study: 5));
        Add("2.dcm", Instance(2, study: 3));
        Add("3.dcm", Instance(3, study: 1, date: ""));

        Run();

        Assert.Equal("2.dcm", Sources()["Study1/Series1/image001"]);
        Assert.Equal("1.dcm", Sources()["Study2/Series1/image001"]);
        Assert.Equal("3.dcm", Sources()["Study3/Series1/image001"]);
    }

    [Fact]
    public void Series_whose_number_is_missing_shared_or_no_valid_one_take_those_left_free()
    {
        Add("own.dcm", Instance(1, series: 1, seriesNumber: 2));
        Add("shared1.dcm", Instance(2, series: 2, seriesNumber: 5));
        Add("shared2.dcm", Instance(3, series: 3, seriesNumber: 5));
        Add("zero.dcm", Instance(4, series: 4, seriesNumber: 0));
        Add("none.dcm", Instance(5, series: 5));

        Run();

        Dictionary<string, string> sources = Sources();
        Assert.Equal("zero.dcm", sources["Study1/Series1/image001"]);
        Assert.Equal("own.dcm", sources["Study1/Series2/image001"]);
        Assert.Equal("shared1.dcm", sources["Study1/Series3/image001"]);
        Assert.Equal("shared2.dcm", sources["Study1/Series4/image001"]);
        Assert.Equal("none.dcm", sources["Study1/Series5/image001"]);
    }

    [Fact]
    public void Instances_are_ordered_by_their_number()
    {
        Add("a.dcm", Instance(1, number: 30, position: 1));
        Add("b.dcm", Instance(2, number: 4, position: 2));
        Add("c.dcm", Instance(3, number: 12, position: 3));

        Run();

        Assert.Equal(["b.dcm", "c.dcm", "a.dcm"], Sources().OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(1)]
    public void Without_numbers_of_their_own_instances_are_ordered_by_position(int? number)
    {
        Add("a.dcm", Instance(1, number: number, position: 12.5));
        Add("b.dcm", Instance(2, number: number, position: -100));
        Add("c.dcm", Instance(3, number: number, position: 3));

        Run();

        Assert.Equal(["b.dcm", "c.dcm", "a.dcm"], Sources().OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value));
    }

    [Fact]
    public void Position_is_measured_along_the_normal_of_the_plane()
    {
        // Sagittal planes: the row runs to the back, the column down, so the normal is the x axis.
        DicomBuilder At(int seed, string position) => new()
        {
            Seed = seed,
            InstanceNumber = null,
            Elements = [DicomElement.Text(0x00200032, "DS", position), DicomElement.Text(0x00200037, "DS", @"0\1\0\0\0\-1")],
        };
        Add("a.dcm", At(1, @"10\5\900"));
        Add("b.dcm", At(2, @"30\9\-900"));
        Add("c.dcm", At(3, @"20\1\0"));

        Run();

        Assert.Equal(["b.dcm", "c.dcm", "a.dcm"], Sources().OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value));
    }

    [Fact]
    public void Names_have_as_many_digits_as_a_series_needs()
    {
        for (int seed = 0; seed < 1000; seed++)
        {
            Add($"{seed}.dcm", Instance(seed));
        }

        Run();

        string[] images = Images();
        Assert.Equal(1000, images.Length);
        Assert.Equal("image/Study1/Series1/image0001.png", images[0]);
        Assert.Equal("image/Study1/Series1/image1000.png", images[^1]);
    }

    [Fact]
    public void Each_frame_becomes_an_image()
    {
        Add("a.dcm", new DicomBuilder { Frames = 12 });

        (DqLabel[] labels, _, _) = Run();

        Assert.Equal(12, labels.Length);
        Assert.Equal("image/Study1/Series1/image001_frame01.png", Images()[0]);
        Assert.Equal("Study1/Series1/image001_frame12.png", labels[^1].Image);
        Assert.EndsWith($",{Root}.3.1,12,{Folder["in/a.dcm"]},", File.ReadAllLines(Folder["out.map.csv"])[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Files_without_UIDs_make_up_a_study_of_their_own()
    {
        Add(
            "a.dcm",
            new DicomBuilder
            {
                Seed = 1,
                StudyInstanceUid = null,
                SeriesInstanceUid = null,
                SopInstanceUid = null,
                MediaStorageSopInstanceUid = null,
            });
        Add(
            "b.dcm",
            new DicomBuilder
            {
                Seed = 2,
                StudyInstanceUid = null,
                SeriesInstanceUid = null,
                SopInstanceUid = null,
                MediaStorageSopInstanceUid = null,
            });
        Add("c.dcm", new DicomBuilder { Seed = 3 });

        Run();

        Assert.Equal(
            ["image/Study1/Series1/image001.png", "image/Study1/Series1/image002.png", "image/Study2/Series1/image001.png"], Images());
    }

    [Fact]
    public void Nothing_of_a_patient_is_in_names_or_in_the_label_stream()
    {
        Add("Doe^Test/P0001 20260102.dcm", Instance(1));

        (DqLabel[] labels, _, _) = Run();

        string all =
            string.Join(' ', Images())
            + string.Join(' ', labels.Select(label => $"{label.Image} {label.OriginalImage} {label.SourcePath}"));
        Assert.DoesNotContain("Doe", all, StringComparison.Ordinal);
        Assert.DoesNotContain("P0001", all, StringComparison.Ordinal);
        Assert.DoesNotContain("2026", all, StringComparison.Ordinal);
        Assert.DoesNotContain(Root, all, StringComparison.Ordinal);
    }
}
