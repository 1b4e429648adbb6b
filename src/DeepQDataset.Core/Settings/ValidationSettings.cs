namespace DeepQDataset.Settings;

/// <summary>
/// Represents what a site has decided for all its datasets: how much rules matter to it, which findings do not count, and bounds.
/// </summary>
public sealed record ValidationSettings
{
    /// <summary>Nothing decided.</summary>
    public static ValidationSettings None { get; } = new();

    /// <summary><see cref="ValidationOptions.Platform"/>; null to leave it.</summary>
    public DqPlatform? Platform { get; init; }

    /// <summary>Severities other than the catalogue's, by rule id.</summary>
    public IReadOnlyDictionary<string, DqSeverity> Severities { get; init; } = new Dictionary<string, DqSeverity>(StringComparer.Ordinal);

    /// <summary>Findings that do not count.</summary>
    public IReadOnlyList<RuleExclusion> Exclusions { get; init; } = [];

    /// <summary><see cref="ValidationOptions.MaximumImbalance"/>; null to leave it.</summary>
    public double? MaximumImbalance { get; init; }

    /// <summary><see cref="ValidationOptions.MaximumTotalBytes"/>; null to leave it.</summary>
    public long? MaximumTotalBytes { get; init; }

    /// <summary><see cref="ValidationOptions.MaximumEntryBytes"/>; null to leave it.</summary>
    public long? MaximumEntryBytes { get; init; }

    /// <summary><see cref="ValidationOptions.MaximumRatio"/>; null to leave it.</summary>
    public long? MaximumRatio { get; init; }

    /// <summary><see cref="ValidationOptions.MaximumArchiveBytes"/>; null to leave it.</summary>
    public long? MaximumArchiveBytes { get; init; }

    /// <summary>
    /// Returns the severities of a finding: those of the rule, or the one that the site has decided for it in the editions that report it.
    /// </summary>
    /// <param name="rule">The rule.</param>
    /// <param name="severities">The finding's own severities.</param>
    internal EditionSeverities SeveritiesOf(DqRule rule, EditionSeverities severities) =>
        Severities.TryGetValue(rule.Id, out DqSeverity decided) ? severities.Replace(decided) : severities;
}
