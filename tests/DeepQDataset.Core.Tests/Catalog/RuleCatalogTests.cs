using DeepQDataset.Catalog;
using Xunit;

namespace DeepQDataset.Core.Tests.Catalog;

/// <summary>The catalogue is a contract: its rows must be whole, unique and readable.</summary>
public sealed class RuleCatalogTests
{
    [Fact]
    public void Ids_and_names_are_unique() =>
        Assert.Equal(
            RuleCatalog.All.Count * 2,
            RuleCatalog.All.SelectMany(rule => new[] { rule.Id, rule.Name }).Distinct(StringComparer.OrdinalIgnoreCase).Count());

    [Fact]
    public void Every_rule_is_whole() => Assert.All(RuleCatalog.All, rule =>
    {
        Assert.Matches("^DQ[1-9][0-9]{2}$", rule.Id);
        Assert.Matches("^[A-Z][A-Za-z]+$", rule.Name);
        Assert.EndsWith(".", rule.Summary, StringComparison.Ordinal);
        Assert.EndsWith(".", rule.Remedy, StringComparison.Ordinal);
        Assert.NotEmpty(rule.Source);
    });

    [Fact]
    public void A_rule_is_found_by_id_and_by_name_in_any_case()
    {
        DqRule first = RuleCatalog.All[0];
        Assert.True(RuleCatalog.TryFind(first.Id.ToLowerInvariant(), out DqRule? byId));
        Assert.True(RuleCatalog.TryFind(first.Name.ToUpperInvariant(), out DqRule? byName));
        Assert.Same(first, byId);
        Assert.Same(first, byName);
        Assert.False(RuleCatalog.TryFind("DQ000", out _));
    }
}
