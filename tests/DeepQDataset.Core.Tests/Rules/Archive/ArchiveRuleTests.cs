using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Rules.Archive;

/// <summary>7xx about the zip as a whole.</summary>
public sealed class ArchiveRuleTests : ArchiveRuleTestBase
{
    [Fact]
    public void A_good_zip_is_accepted() => Expect(Good().Comment("comment"u8.ToArray()).Folder("image"));

    [Fact]
    public void Names_marked_as_Unicode_in_both_ways_are_accepted() =>
        Assert.DoesNotContain(
            Validate(Good().File("image/影像.png", Datasets.Image(9)).ToArray()).Issues,
            issue => issue.RuleId.StartsWith("DQ7", StringComparison.Ordinal));


    [Fact]
    public void DQ701_is_alone() => Expect(Good().Cut(30), "DQ701 -");

    [Fact]
    public void DQ701_names_the_format()
    {
        DqIssue issue = Assert.Single(Validate([.. "Rar!\u001A\u0007\u0001\u0000"u8, .. new byte[100]]).Issues);
        Assert.Equal("The file is not a readable zip: it is a RAR archive (at byte 0).", issue.Message);
    }

    [Fact]
    public void DQ701_says_of_an_empty_file_that_it_is_empty()
    {
        DqTestResult result = Validate([]);
        Assert.Equal("The file is not a readable zip: it is empty (at byte 0).", Assert.Single(result.Issues).Message);
        Assert.False(result.Passed);
        Assert.Equal(DqLayout.Unknown, result.Layout);
    }


    [Theory]
    [InlineData("chest.zip.zip")]
    [InlineData(" chest.zip")]
    [InlineData("chest .zip")]
    [InlineData("che\u0007st.zip")]
    [InlineData(".zip")]
    public void DQ712_speaks_of_names_that_were_hardly_meant(string name) =>
        Assert.Equal(["DQ712"], Validate(Good().ToArray(), name).Issues.Select(issue => issue.RuleId));

    [Theory]
    [InlineData("chest X-ray 2024.ZIP")]
    [InlineData("胸部.v2.zip")]
    public void DQ712_allows_all_else(string name) => Assert.Empty(Validate(Good().ToArray(), name).Issues.Select(issue => issue.RuleId));


    [Theory]
    [InlineData(65_535, "")]
    [InlineData(65_536, "DQ713 -")]
    public void DQ713_speaks_of_more_entries_than_a_plain_zip_has(int entries, string expected)
    {
        ZipBuilder zip = Good();
        for (int index = Good().Count; index < entries; index++)
        {
            zip.Folder("image");
        }

        Expect(
            zip.Zip64End(),
            Structure with { ExcludedRules = new HashSet<string>(["DQ706"]) },
            expected.Length == 0 ? [] : [expected]);
    }


    [Fact]
    public void DQ716_speaks_of_bytes_before_the_zip_and_after()
    {
        Expect(Good().Prepend("MZ self-extractor"u8.ToArray(), offsetsCountThem: false), "DQ716 -");
        Expect(Good().Prepend("MZ self-extractor"u8.ToArray(), offsetsCountThem: true), "DQ716 -");
        DqTestResult result = Expect(Good().Prepend([1, 2, 3], offsetsCountThem: false).Append([1, 2]), "DQ716 -");
        Assert.Equal(
            "The file holds bytes that are not part the zip: 3 before its first record and 2 after its last.", result.Issues[0].Message);
    }

    [Fact]
    public void DQ716_allows_a_record_that_the_directory_no_longer_lists() =>
        Expect(new ZipBuilder().Text("deleted", "x", entry => entry.NotInDirectory()).Dataset(Datasets.ImageOnly()));

    [Theory]
    [InlineData(70_000)]
    [InlineData(1 << 20)]
    public void DQ716_is_all_that_is_said_of_many_bytes_after_the_zip(int appended) => Expect(Good().Append(new byte[appended]), "DQ716 -");

    [Fact]
    public void DQ716_allows_the_mark_of_a_zip_that_had_no_need_to_be_split() =>
        Expect(Good().Prepend("PK00"u8.ToArray(), offsetsCountThem: true));
}
