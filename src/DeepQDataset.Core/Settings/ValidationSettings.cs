namespace DeepQDataset.Settings;

/// <summary>What a site has decided for all its datasets: how much rules matter to it, which findings do not count, and bounds.</summary>
public sealed record ValidationSettings
{
    /// <summary>Nothing decided.</summary>
    public static ValidationSettings None { get; } = new();

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

    /// <summary>The severity of a rule's issues.</summary>
    public DqSeverity SeverityOf(DqRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return Severities.GetValueOrDefault(rule.Id, rule.Severity);
    }
}
