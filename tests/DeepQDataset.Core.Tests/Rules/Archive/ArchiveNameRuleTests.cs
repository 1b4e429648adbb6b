using System.Text;
using DeepQDataset.Settings;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Rules.Archive;

/// <summary>7xx about how names are written down.</summary>
public sealed class ArchiveNameRuleTests : ArchiveRuleTestBase
{

    [Fact]
    public void DQ703_shows_the_likely_reading()
    {
        byte[] big5 = CodePagesEncodingProvider.Instance.GetEncoding(950)!.GetBytes("image/肺炎影像.png");
        DqTestResult result = Expect(
            Good().File("a", Datasets.Image(9), entry => entry.RawName(big5)),
            ValidationOptions.Default with { ExcludedRules = new HashSet<string>(["DQ205"]) },
            "DQ703 image/肺炎影像.png");
        Assert.Contains("Big5", result.Issues[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void DQ703_does_not_pretend_to_know()
    {
        DqTestResult result = Expect(
            Good().Text("a", "x", entry => entry.RawName(0xFF, 0xB7, 0xFF)),
            ValidationOptions.Default with { IncludedRules = new HashSet<string>(["DQ703"]) },
            "DQ703 \u00A0╖\u00A0");
        Assert.Contains("its encoding is unknown", result.Issues[0].Message, StringComparison.Ordinal);
    }


    [Fact]
    public void DQ705_reads_backslashes_as_separators() =>
        Expect(
            Good().File("image\\extra.png", Datasets.Image(9))
                .File("image\\more.png", Datasets.Image(10), entry => entry.LocalName("image/more.png")),
            "DQ705 image/extra.png",
            "DQ705 image/more.png");


    [Fact]
    public void DQ715_is_one_issue_for_the_zip() =>
        Expect(
            Good()
                .File("image/é.png", Datasets.Image(8), entry => entry.WithoutUnicodePath())
                .File("image/影.png", Datasets.Image(9), entry => entry.WithoutUnicodePath())
                .File("image/像.png", Datasets.Image(10)),
            ValidationOptions.Default with { ExcludedRules = new HashSet<string>(["DQ205"]) },
            "DQ715 - ×2");
}
