using DeepQDataset.Catalog;

namespace DeepQDataset.Repair;

/// <summary>Specifies what to repair, and how the copy is written.</summary>
public sealed record RepairOptions
{
    /// <summary>Gets the default options.</summary>
    public static RepairOptions Default { get; } = new();

    /// <summary>Gets the edition of the platform that determines the rules and the form of label.csv.</summary>
    public DqPlatform Platform { get; init; }

    /// <summary>Gets the ids of the rules to repair; empty for all repairable rules.</summary>
    public IReadOnlySet<string> IncludedRules { get; init; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Gets a value that indicates whether boxes that look like two corners (DQ526) are converted to a corner and a size. Only the user can
    /// know whether they are corners.
    /// </summary>
    public bool CornerBoxes { get; init; }

    /// <summary>
    /// Gets a value that indicates whether an existing zip, or the parts of a dataset in an existing folder, may be replaced.
    /// </summary>
    public bool Overwrite { get; init; }

    /// <summary>Gets the number of threads that read and write; at least 1.</summary>
    public int ThrottleLimit { get; init; } = Environment.ProcessorCount;

    /// <summary>Determines whether a rule is to be repaired.</summary>
    internal bool Mends(DqRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return rule.Repairable && (IncludedRules.Count == 0 || IncludedRules.Contains(rule.Id))
            && (CornerBoxes || rule != RuleCatalog.CornerBoxes);
    }
}
