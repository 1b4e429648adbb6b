using DeepQDataset.TestKit;
using DeepQDataset.Validation;
using Xunit;

namespace DeepQDataset.Core.Tests.Rules.Dicom;

/// <summary>DQ401, DQ402 and DQ408: what DICOM files say of each other.</summary>
public sealed class DicomGroupRuleTests
{
    private const string Series = "1.2.826.0.1.3680043.8.498.2.1";

    [Fact]
    public void DQ401_one_issue_for_all_files_of_an_instance() => RuleAssert.Issues(
        Images(
            new DicomBuilder { Seed = 1, SopInstanceUid = "1.2.3" },
            new DicomBuilder { Seed = 2, SopInstanceUid = "1.2.4" },
            new DicomBuilder { Seed = 3, SopInstanceUid = "1.2.3" },
            new DicomBuilder { Seed = 4, SopInstanceUid = "1.2.3" },
            new DicomBuilder { Seed = 5, SopInstanceUid = "1.2.4" },
            new DicomBuilder { Seed = 6 }),
        "DQ401 image/a.dcm ×3 [1.2.3]",
        "DQ401 image/b.dcm ×2 [1.2.4]");

    [Fact]
    public void DQ401_a_missing_instance_is_shared_by_none() => RuleAssert.Issues(
        Images(new DicomBuilder { Seed = 1, SopInstanceUid = "" }, new DicomBuilder { Seed = 2, SopInstanceUid = "" }),
        "DQ405 image/a.dcm",
        "DQ405 image/b.dcm");

    [Fact]
    public void DQ402_different_images_at_one_place_of_a_series() => RuleAssert.Issues(
        Images(
            new DicomBuilder { Seed = 1, InstanceNumber = 7 },
            new DicomBuilder { Seed = 2, InstanceNumber = 7 },
            new DicomBuilder { Seed = 3, InstanceNumber = 8 },
            new DicomBuilder { Seed = 4, InstanceNumber = 7 }),
        $"DQ402 image/a.dcm ×3 [{Series} #7]");

    [Fact]
    public void DQ402_copies_of_one_image_count_once() => RuleAssert.Issues(
        Images(
            new DicomBuilder { Seed = 1, InstanceNumber = 7 },
            new DicomBuilder { Seed = 1, InstanceNumber = 7 },
            new DicomBuilder { Seed = 2, InstanceNumber = 7 },
            new DicomBuilder { Seed = 3 },
            new DicomBuilder { Seed = 3 }),
        "DQ401 image/a.dcm ×2 [1.2.826.0.1.3680043.8.498.3.2]",
        "DQ401 image/d.dcm ×2 [1.2.826.0.1.3680043.8.498.3.4]",
        $"DQ402 image/a.dcm ×2 [{Series} #7]");

    [Fact]
    public void DQ402_numbers_repeat_from_series_to_series_and_may_be_missing() => RuleAssert.Issues(
        Images(
            new DicomBuilder { Seed = 1, InstanceNumber = 7 },
            new DicomBuilder { Seed = 2, InstanceNumber = 7, SeriesInstanceUid = "1.2.3" },
            new DicomBuilder { Seed = 3, InstanceNumber = null },
            new DicomBuilder { Seed = 4, InstanceNumber = null }));

    [Fact]
    public void DQ408_one_issue_for_all_that_differs_in_a_series()
    {
        DqIssue issue = TheIssue(
            new DicomBuilder { Seed = 1, SeriesInstanceUid = "1.2.3" },
            new DicomBuilder { Seed = 2 },
            new DicomBuilder { Seed = 3, Rows = 32, PatientId = "SECRET1" },
            new DicomBuilder { Seed = 4, Modality = "MR", PatientId = "SECRET2" });

        Assert.Equal("DQ408", issue.RuleId);
        Assert.Equal("image/b.dcm", issue.Path);
        Assert.Equal(Series, issue.Subject);
        Assert.Equal(3, issue.Count);
        Assert.Equal(
            $"The 3 images of the series '{Series}' differ in size (16×16 and 16×32), modality (CT and MR) and patient (3 patient IDs).",
            issue.Message);
    }

    [Theory]
    [InlineData("size")]
    [InlineData("modality")]
    [InlineData("patient")]
    public void DQ408_each_difference_counts(string what) => RuleAssert.Issues(
        Images(
            new DicomBuilder { Seed = 1 },
            new DicomBuilder
            {
                Seed = 2,
                Columns = what == "size" ? 17 : 16,
                Modality = what == "modality" ? "PT" : "CT",
                PatientId = what == "patient" ? "P2" : "P0001",
            }),
        $"DQ408 image/a.dcm ×2 [{Series}]");

    [Fact]
    public void DQ408_many_sizes_are_cut_short_and_counted()
    {
        DqIssue issue = TheIssue(Enumerable.Range(0, 6).Select(i => new DicomBuilder { Seed = i, Rows = 16 + i }).ToArray());
        Assert.Contains("size (16×16, 16×17, 16×18 and 3 more)", issue.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void DQ408_what_is_not_said_does_not_differ() => RuleAssert.Issues(
        Images(new DicomBuilder { Seed = 1 }, new DicomBuilder { Seed = 2, PatientId = "", Modality = null }));

    [Fact]
    public void Files_without_pixel_data_belong_to_no_group() => RuleAssert.Issues(
        Images(
            new DicomBuilder { Seed = 1 },
            new DicomBuilder { Seed = 1, HasPixelData = false, Modality = "SR" },
            new DicomBuilder { Seed = 1, IsDicomDirectory = true }),
        "DQ403 image/b.dcm",
        "DQ409 image/c.dcm");

    private static DatasetBuilder Images(params DicomBuilder[] files)
    {
        DatasetBuilder dataset = new();
        for (int i = 0; i < files.Length; i++)
        {
            dataset.File($"image/{(char)('a' + i)}.dcm", files[i].Build());
        }

        return dataset;
    }

    private static DqIssue TheIssue(params DicomBuilder[] files)
    {
        using TempFolder folder = new();
        string path = Images(files).WriteFolder(folder["dataset"]);
        return Assert.Single(DatasetValidator.Validate(path, cancellation: TestContext.Current.CancellationToken).Issues);
    }
}
