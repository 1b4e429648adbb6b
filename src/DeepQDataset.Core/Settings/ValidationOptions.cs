using DeepQDataset.Sources.Zip;

namespace DeepQDataset.Settings;

/// <summary>Specifies what to check, and how strictly.</summary>
public sealed record ValidationOptions
{
    /// <summary>Gets the default options.</summary>
    public static ValidationOptions Default { get; } = new();

    /// <summary>Gets the level.</summary>
    public DqLevel Level { get; init; } = DqLevel.Header;

    /// <summary>Gets the edition of the platform for severities, the result and its images. One pass checks all editions.</summary>
    public DqPlatform Platform { get; init; }

    /// <summary>Gets the minimum number of images of a class (guide 2.2: 3).</summary>
    public int MinimumClassImages { get; init; } = 3;

    /// <summary>
    /// Gets the maximum ratio of the images of the largest class to those of the smallest, above which DQ604 is reported.
    /// </summary>
    public double MaximumImbalance { get; init; } = 10;

    /// <summary>Gets the maximum unpacked size of a zip in bytes, above which DQ709 is reported; null for no limit.</summary>
    public long? MaximumTotalBytes { get; init; }

    /// <summary>Gets the maximum unpacked size of an entry in bytes, above which DQ709 is reported; null for no limit.</summary>
    public long? MaximumEntryBytes { get; init; }

    /// <summary>
    /// Gets the maximum ratio of unpacked to packed size of a zip, or of an entry above 64 MiB, above which DQ709 is reported.
    /// </summary>
    public long MaximumRatio { get; init; } = ZipBudget.Default.MaximumRatio;

    /// <summary>
    /// Gets the maximum size of a zip in bytes, above which DQ718 is reported (guide 3.0, FAQ: 20 GB; plans may have less).
    /// </summary>
    public long MaximumArchiveBytes { get; init; } = 20_000_000_000;

    /// <summary>Gets the lowest severity that fails a dataset.</summary>
    public DqSeverity FailOn { get; init; } = DqSeverity.Error;

    /// <summary>Gets the ids of the rules to report; empty for all.</summary>
    public IReadOnlySet<string> IncludedRules { get; init; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets the ids of the rules not to report.</summary>
    public IReadOnlySet<string> ExcludedRules { get; init; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets the settings with severities and exclusions; <see cref="With"/> also applies their bounds.</summary>
    public ValidationSettings Settings { get; private init; } = ValidationSettings.None;

    /// <summary>Gets the known issues, which do not count; null if there are none.</summary>
    public IssueBaseline? Baseline { get; init; }

    /// <summary>
    /// Gets the classes of the model to retrain or test with the dataset, which must know them all; null if there is no model.
    /// </summary>
    public IReadOnlySet<string>? ModelClasses { get; init; }

    /// <summary>Gets the date by which exclusions expire.</summary>
    public DateOnly Today { get; init; } = DateOnly.FromDateTime(DateTime.Now);

    /// <summary>Gets the wording of remedies for the users of a program; null for plain words.</summary>
    public RemedyWording? Wording { get; init; }

    /// <summary>Gets the number of threads that read images; at least 1.</summary>
    public int ThrottleLimit { get; init; } = Environment.ProcessorCount;

    /// <summary>Gets the limits of DQ709.</summary>
    internal ZipBudget ArchiveBudget =>
        new() { MaximumRatio = MaximumRatio, MaximumEntryBytes = MaximumEntryBytes, MaximumTotalBytes = MaximumTotalBytes };

    /// <summary>Returns these options with settings, whose bounds take precedence.</summary>
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

    /// <summary>Determines whether the issues of a rule are reported.</summary>
    internal bool Selects(DqRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return (IncludedRules.Count == 0 || IncludedRules.Contains(rule.Id)) && !ExcludedRules.Contains(rule.Id);
    }
}
