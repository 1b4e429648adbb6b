using DeepQDataset.Catalog;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Documentation;

public sealed class RepairPageTests
{
    [Fact]
    public void The_page_says_of_each_repairable_rule_what_is_done_and_of_no_other()
    {
        string[] rows = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "repair.md"))
            .Where(line => line.StartsWith("| DQ", StringComparison.Ordinal)).Select(line => line.Split('|')[1].Trim()).ToArray();
        Assert.Equal(RuleCatalog.All.Where(rule => rule.Repairable).Select(rule => $"{rule.Id} {rule.Name}"), rows);
    }
}
