using System.Text;
using DeepQDataset.Catalog;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Documentation;

/// <summary>
/// Tests that the pages in docs/rules match the catalogue. With the environment variable DQ_UPDATE_DOCS=1 the tests write them instead.
/// </summary>
public sealed class RulePageTests
{
    private static readonly bool Update = Environment.GetEnvironmentVariable("DQ_UPDATE_DOCS") == "1";

    public static TheoryData<string> RuleIds => new(RuleCatalog.All.Select(rule => rule.Id));

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void A_rule_has_a_page_that_says_what_the_catalogue_says(string id)
    {
        Assert.True(RuleCatalog.TryFind(id, out DqRule? rule));
        string path = Repository.File(rule.HelpUri);
        string generated = RulePage.Render(rule);
        if (Update)
        {
            string byHand = File.Exists(path) ? ByHand(File.ReadAllText(path)) : "";
            File.WriteAllText(path, generated + byHand, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }

        Assert.StartsWith(generated, File.ReadAllText(path), StringComparison.Ordinal);
    }

    [Fact]
    public void The_index_lists_the_catalogue()
    {
        string path = Repository.File("docs/rules/README.md");
        if (Update)
        {
            File.WriteAllText(path, RulePage.RenderIndex(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }

        Assert.Equal(RulePage.RenderIndex(), File.ReadAllText(path));
    }

    [Fact]
    public void No_page_speaks_of_a_rule_that_is_not_in_the_catalogue()
    {
        IEnumerable<string> pages = Directory
            .EnumerateFiles(Repository.File("docs/rules"), "DQ*.md")
            .Select(page => Path.GetFileNameWithoutExtension(page));
        Assert.Empty(pages.Except(RuleCatalog.All.Select(rule => rule.Id), StringComparer.Ordinal));
    }

    private static string ByHand(string page)
    {
        int mark = page.IndexOf(RulePage.Mark, StringComparison.Ordinal);
        return mark < 0 ? "" : page[(mark + RulePage.Mark.Length + 1)..];
    }
}
