using DeepQDataset.Sources.Zip;

namespace DeepQDataset.Settings;

/// <summary>Represents what to check, and how strictly.</summary>
public sealed record ValidationOptions
{
    /// <summary>Gets the defaults.</summary>
    public static ValidationOptions Default { get; } = new();

    /// <summary>How much to read.</summary>
    public DqLevel Level { get; init; } = DqLevel.Header;

    /// <summary>
    /// Gets the platform's edition that severities, the result and its images speak of. One reading judges by all editions.
    /// </summary>
    public DqPlatform Platform { get; init; }

    /// <summary>Gets the fewest images a class may have (guide 2.2: 3).</summary>
    public int MinimumClassImages { get; init; } = 3;

    /// <summary>Gets the largest class may have at most this many times the images of the smallest before DQ604 speaks.</summary>
    public double MaximumImbalance { get; init; } = 10;

    /// <summary>Gets the maximum number of bytes a zip may unpack to before DQ709 speaks; null for no limit.</summary>
    public long? MaximumTotalBytes { get; init; }

    /// <summary>Gets the maximum number of bytes one entry of a zip may unpack to before DQ709 speaks; null for no limit.</summary>
    public long? MaximumEntryBytes { get; init; }

    /// <summary>
    /// Gets the number of times that as many bytes a zip or an entry above 64 MiB may unpack to as it has packed before DQ709 speaks.
    /// </summary>
    public long MaximumRatio { get; init; } = ZipBudget.Default.MaximumRatio;

    /// <summary>
    /// Gets the maximum number of bytes that a zip may have before DQ718 speaks (guide 3.0, FAQ: 20 GB; plans may have less).
    /// </summary>
    public long MaximumArchiveBytes { get; init; } = 20_000_000_000;

    /// <summary>Gets the lowest severity that fails a dataset.</summary>
    public DqSeverity FailOn { get; init; } = DqSeverity.Error;

    /// <summary>Ids of the only rules to report; empty for all.</summary>
    public IReadOnlySet<string> IncludedRules { get; init; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Ids of rules not to report.</summary>
    public IReadOnlySet<string> ExcludedRules { get; init; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Severities, and findings that do not count; <see cref="With"/> takes over its bounds, too.</summary>
    public ValidationSettings Settings { get; private init; } = ValidationSettings.None;

    /// <summary>Findings that are known and do not count; null for none.</summary>
    public IssueBaseline? Baseline { get; init; }

    /// <summary>
    /// Gets the classes of the model that is to be trained again or tested with the dataset, which must know them all; null for no model.
    /// </summary>
    public IReadOnlySet<string>? ModelClasses { get; init; }

    /// <summary>Gets the date by which exclusions expire.</summary>
    public DateOnly Today { get; init; } = DateOnly.FromDateTime(DateTime.Now);

    /// <summary>Words what to do about a finding for the users who see it; null for plain words.</summary>
    public RemedyWording? Wording { get; init; }

    /// <summary>Gets the number of threads that read images; at least 1.</summary>
    public int ThrottleLimit { get; init; } = Environment.ProcessorCount;

    /// <summary>What DQ709 allows.</summary>
    internal ZipBudget ArchiveBudget =>
        new() { MaximumRatio = MaximumRatio, MaximumEntryBytes = MaximumEntryBytes, MaximumTotalBytes = MaximumTotalBytes };

    /// <summary>These options with settings, whose bounds go before the ones here.</summary>
    public ValidationOptions With(ValidationSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return this with
        {
            Settings = settings,
            Platform = settings.Platform ?? Platform,
            MaximumImbalance = settings.MaximumImbalance ?? MaximumImbalance,
            MaximumTotalBytes = settings.MaximumTotalBytes ?? MaximumTotalBytes,
            MaximumEntryBytes = settings.MaximumEntryBytes ?? MaximumEntryBytes,
            MaximumRatio = settings.MaximumRatio ?? MaximumRatio,
            MaximumArchiveBytes = settings.MaximumArchiveBytes ?? MaximumArchiveBytes,
        };
    }

    /// <summary>Determines whether a rule's issues are to be reported.</summary>
    public bool Selects(DqRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return (IncludedRules.Count == 0 || IncludedRules.Contains(rule.Id)) && !ExcludedRules.Contains(rule.Id);
    }
}
