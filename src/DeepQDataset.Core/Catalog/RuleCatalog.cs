using System.Diagnostics.CodeAnalysis;

namespace DeepQDataset.Catalog;

/// <summary>Provides all rules. A rule is listed only if it is checked; ids never change meaning and are never reused.</summary>
public static partial class RuleCatalog
{
    private const string Guide21 = "Guide, chapter 2.1";
    private const string Guide22 = "Guide, chapter 2.2";
    private const string Guide23 = "Guide, chapter 2.3";
    private const string Guide2 = "Guide, chapter 2";
    private const string Faq = "Guide, FAQ";
    private const string Ours = "DeepQDataset";

    private static readonly Lazy<IReadOnlyList<DqRule>> AllRules = new(() => typeof(RuleCatalog)
        .GetProperties()
        .Where(property => property.PropertyType == typeof(DqRule))
        .Select(property => (DqRule)property.GetValue(null)!)
        .OrderBy(rule => rule.Id, StringComparer.Ordinal)
        .ToArray());

    /// <summary>Gets all rules, by id.</summary>
    public static IReadOnlyList<DqRule> All => AllRules.Value;

    /// <summary>Finds a rule by its id or name, ignoring case.</summary>
    public static bool TryFind(string idOrName, [NotNullWhen(true)] out DqRule? rule)
    {
        rule = All.FirstOrDefault(candidate =>
            candidate.Id.Equals(idOrName, StringComparison.OrdinalIgnoreCase)
            || candidate.Name.Equals(idOrName, StringComparison.OrdinalIgnoreCase));
        return rule is not null;
    }

    /// <summary>Returns a rule as it applies in an edition.</summary>
    /// <returns>The rule with the edition's severity and source; null if the edition does not have the rule.</returns>
    public static DqRule? In(DqRule rule, DqPlatform platform)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return rule.Severities[platform] is not DqSeverity severity ? null : new DqRule
        {
            Id = rule.Id,
            Name = rule.Name,
            Severity = severity,
            Severities = rule.Severities,
            Platform = DqPlatformName.Of(platform),
            Condition = rule.Condition,
            Level = rule.Level,
            Source = EditionSources.Of(rule.Id, platform) ?? rule.Source,
            Repairable = rule.Repairable,
            Summary = rule.Summary,
            RemedyText = rule.RemedyText,
        };
    }

    private static Remedy Repair => Remedy.Of(RemedyAction.Repair);

    private static Remedy BuildArchive => Remedy.Of(RemedyAction.BuildArchive);

    private static Remedy Protect => Remedy.Of(RemedyAction.Protect);

    private static DqRule Rule(
        string id,
        string name,
        DqSeverity severity,
        DqLevel level,
        string source,
        bool repairable,
        string summary,
        RemedyText remedy) => new()
        {
            Id = id,
            Name = name,
            Severity = severity,
            Severities = EditionTable.SeveritiesOf(id, severity),
            Condition = EditionTable.ConditionOf(id),
            Level = level,
            Source = source,
            Repairable = repairable,
            Summary = summary,
            RemedyText = remedy,
        };
}
