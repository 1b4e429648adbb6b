using DeepQDataset.Catalog;

namespace DeepQDataset.Repair;

/// <summary>Represents what to mend, and how the mended copy is written.</summary>
public sealed record RepairOptions
{
    /// <summary>Gets the defaults.</summary>
    public static RepairOptions Default { get; } = new();

    /// <summary>Gets the edition of the platform whose rules are mended, and whose form label.csv gets.</summary>
    public DqPlatform Platform { get; init; }

    /// <summary>Ids of the only rules to mend; empty for all that can be mended.</summary>
    public IReadOnlySet<string> IncludedRules { get; init; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Gets a value that indicates whether boxes that look like two corners each (DQ526) are turned into a corner and a size: only who
    /// knows where they come from can say.
    /// </summary>
    public bool CornerBoxes { get; init; }

    /// <summary>
    /// Gets a value that indicates whether an existing zip, or the parts of a dataset in an existing folder, may be replaced.
    /// </summary>
    public bool Overwrite { get; init; }

    /// <summary>Gets the number of threads that read and write; at least 1.</summary>
    public int ThrottleLimit { get; init; } = Environment.ProcessorCount;

    /// <summary>Determines whether a rule is to be mended.</summary>
    public bool Mends(DqRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return rule.Repairable && (IncludedRules.Count == 0 || IncludedRules.Contains(rule.Id))
            && (CornerBoxes || rule != RuleCatalog.CornerBoxes);
    }
}
