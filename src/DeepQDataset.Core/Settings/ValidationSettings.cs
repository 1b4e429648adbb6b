namespace DeepQDataset.Settings;

/// <summary>Represents the decisions of a site for all its datasets: severities, issues that do not count, and bounds.</summary>
public sealed record ValidationSettings
{
    /// <summary>Gets empty settings.</summary>
    public static ValidationSettings None { get; } = new();

    /// <summary>Gets <see cref="ValidationOptions.Platform"/>; null to keep it.</summary>
    public DqPlatform? Platform { get; init; }

    /// <summary>Gets the severities by rule id that replace those of the catalogue.</summary>
    public IReadOnlyDictionary<string, DqSeverity> Severities { get; init; } = new Dictionary<string, DqSeverity>(StringComparer.Ordinal);

    /// <summary>Gets the issues that do not count.</summary>
    public IReadOnlyList<RuleExclusion> Exclusions { get; init; } = [];

    /// <summary>Gets <see cref="ValidationOptions.MaximumImbalance"/>; null to keep it.</summary>
    public double? MaximumImbalance { get; init; }

    /// <summary>Gets <see cref="ValidationOptions.MaximumTotalBytes"/>; null to keep it.</summary>
    public long? MaximumTotalBytes { get; init; }

    /// <summary>Gets <see cref="ValidationOptions.MaximumEntryBytes"/>; null to keep it.</summary>
    public long? MaximumEntryBytes { get; init; }

    /// <summary>Gets <see cref="ValidationOptions.MaximumRatio"/>; null to keep it.</summary>
    public long? MaximumRatio { get; init; }

    /// <summary>Gets <see cref="ValidationOptions.MaximumArchiveBytes"/>; null to keep it.</summary>
    public long? MaximumArchiveBytes { get; init; }

    /// <summary>Returns the severities of an issue: its own, or that of the settings in the editions that report it.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="severities">The issue's own severities.</param>
    internal EditionSeverities SeveritiesOf(DqRule rule, EditionSeverities severities) =>
        Severities.TryGetValue(rule.Id, out DqSeverity decided) ? severities.Replace(decided) : severities;
}
