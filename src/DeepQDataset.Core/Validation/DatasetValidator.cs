using System.Diagnostics;
using DeepQDataset.Catalog;
using DeepQDataset.Imaging;
using DeepQDataset.Imaging.Probing;
using DeepQDataset.Inventory;
using DeepQDataset.LabelMe;
using DeepQDataset.Labels;
using DeepQDataset.Reading;
using DeepQDataset.Rules;
using DeepQDataset.Rules.Archive;
using DeepQDataset.Rules.Classes;
using DeepQDataset.Rules.Dicom;
using DeepQDataset.Rules.Images;
using DeepQDataset.Rules.LabelMe;
using DeepQDataset.Rules.Labels;
using DeepQDataset.Rules.Layout;
using DeepQDataset.Rules.Names;
using DeepQDataset.Settings;
using DeepQDataset.Sources;
using DeepQDataset.Sources.Zip;
using DeepQDataset.Work;

namespace DeepQDataset.Validation;

/// <summary>Validates datasets: source → inventory → image headers ∥ label rows → rules → result.</summary>
public static class DatasetValidator
{
    /// <summary>The rules for a file that should be a zip but is not.</summary>
    private static readonly IRuleFamily[] UnreadableZipFamilies = [new ArchiveRules()];

    private static readonly IRuleFamily[] Families =
    [
        new LayoutRules(),
        new LayoutFolderRules(),
        new LayoutFileRules(),
        new NameRules(),
        new DuplicateNameRules(),
        new ImageRules(),
        new ImageDataRules(),
        new DuplicateContentRules(),
        new DicomRules(),
        new PrivacyRules(),
        new IdentityNameRules(),
        new LabelReferenceRules(),
        new OneHotRules(),
        new BoxRules(),
        new MaskRules(),
        new EmptyClassRules(),
        new LabelMeRules(),
        new LabelMeImageRules(),
        new ClassRules(),
        new ArchiveRules(),
        new ArchiveEntryRules(),
        new ArchiveNameRules(),
        new ArchiveSizeRules(),
        new LocalHeaderRules(),
        new ArchiveDataRules(),
    ];

    /// <summary>Validates the folder or zip at a path.</summary>
    /// <param name="fullPath">The rooted path of a file or folder.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="progress">Receives the progress; called from any thread.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    /// <exception cref="FileNotFoundException">There is no folder or file at the path.</exception>
    /// <exception cref="IOException">The source cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    public static DqTestResult Validate(
        string fullPath,
        ValidationOptions? options = null,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        using IDatasetSource source = DatasetSource.Open(fullPath, cancellation);
        return Validate(source, options ?? ValidationOptions.Default, progress, cancellation);
    }

    /// <summary>Validates an open source.</summary>
    /// <param name="source">The folder or zip.</param>
    /// <param name="options">The options.</param>
    /// <param name="progress">Receives the progress; called from any thread.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    internal static DqTestResult Validate(
        IDatasetSource source, ValidationOptions options, IProgress<WorkProgress>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        long started = Stopwatch.GetTimestamp();
        DatasetExamination examination = Examine(source, options, probeAll: null, progress, cancellation);
        return ToResult(examination, Stopwatch.GetElapsedTime(started));
    }

    /// <summary>Validates an open source and returns its state.</summary>
    /// <param name="source">The folder or zip.</param>
    /// <param name="options">The options.</param>
    /// <param name="probeAll">Probes the images; null to read their headers.</param>
    /// <param name="progress">Receives the progress; called from any thread.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    internal static DatasetExamination Examine(
        IDatasetSource source,
        ValidationOptions options,
        Func<IReadOnlyList<ImageEntry>, IReadOnlyList<ImageProbeResult?>>? probeAll,
        IProgress<WorkProgress>? progress,
        CancellationToken cancellation)
    {
        DatasetInventory listed = InventoryBuilder.Build(source, cancellation);

        // A zip above its limits is not unpacked.
        InspectionDepth depth = Depth(options);
        bool mayUnpack = ArchiveExcess.Find(source, options.ArchiveBudget) is null;
        bool isFull = options.Level == DqLevel.Full && mayUnpack && (source.HasChecksums || depth == InspectionDepth.Data);

        // LabelMe files determine the images, since they may contain some.
        LabelMeDataset? labelMe = listed.Layout == DqLayout.LabelMe && mayUnpack
            ? LabelMeDataset.Read(source, listed, options.ThrottleLimit, verifies: isFull, progress, cancellation)
            : null;
        DatasetView[] views = DatasetView.Of(source, labelMe?.Inventory ?? listed, cancellation);
        DatasetInventory all = DatasetView.Union(views);
        Task<ValidationContext[]> structure = Task.Run(
            () => Array.ConvertAll(views, view => CheckStructure(source, view, labelMe, options, isFull, cancellation)), cancellation);
        DatasetInspection? inspection = null;
        IReadOnlyList<ImageProbeResult?>? probes = null;
        try
        {
            inspection = isFull ? DatasetInspection.Read(source, all, depth, options.ThrottleLimit, progress, cancellation) : null;
            probes =
                options.Level >= DqLevel.Header
                    ? inspection?.Probes
                        ?? probeAll?.Invoke(all.Images)
                        ?? ImageProber.ProbeAll(source, all.Images, options.ThrottleLimit, progress, cancellation)
                    : null;
        }
        finally
        {
            // No task may read the source after the caller closes it.
            Task.WaitAny([structure], CancellationToken.None);
        }

        ValidationContext[] contexts = structure.GetAwaiter().GetResult();
        for (int index = 0; index < views.Length; index++)
        {
            contexts[index] = WithImages(contexts[index], views[index], all, probes, inspection);
            Check(contexts[index], needsImages: true);
        }

        return new DatasetExamination(contexts, options.Platform);
    }

    private static ValidationContext WithImages(
        ValidationContext known,
        DatasetView view,
        DatasetInventory all,
        IReadOnlyList<ImageProbeResult?>? probes,
        DatasetInspection? inspection) =>
        new()
        {
            Source = known.Source,
            Inventory = known.Inventory,
            Editions = known.Editions,
            Probes = view.Pick(all, probes),
            Inspections = view.Pick(all, inspection?.Images),
            DamagedEntries = [.. known.DamagedEntries, .. inspection?.DamagedEntries ?? []],
            Labels = known.Labels,
            References = known.References,
            LabelMe = known.LabelMe,
            Options = known.Options,
            Issues = known.Issues,
            Cancellation = known.Cancellation,
        };

    /// <summary>Reads the labels and checks the rules that need no images, while the images are read.</summary>
    private static ValidationContext CheckStructure(
        IDatasetSource source,
        DatasetView view,
        LabelMeDataset? labelMe,
        ValidationOptions options,
        bool isFull,
        CancellationToken cancellation)
    {
        DatasetLabels labels = DatasetLabels.Read(source, view.Inventory, verifies: isFull, cancellation);
        IssueSink issues = new(source.Name, options, view.Editions);
        foreach (LabelFinding finding in labels.Findings)
        {
            issues.Report(
                finding.Rule, view.Inventory.LabelFile!.Path, finding.Message, finding.Line, finding.Column, finding.Subject, finding.Count,
                finding.Suggestion, finding.Severities, finding.Only);
        }

        ValidationContext context = new()
        {
            Source = source,
            Inventory = view.Inventory,
            Editions = view.Editions,
            DamagedEntries = labels.Damage is EntryDamage damage ? [damage] : labelMe?.DamagedEntries ?? [],
            Labels = labels.File,
            References = labels.References,
            LabelMe = labelMe,
            Options = options,
            Issues = issues,
            Cancellation = cancellation,
        };
        Check(context, needsImages: false);
        return context;
    }

    /// <summary>Returns the depth that the selected rules need, to avoid decoding what no rule uses.</summary>
    private static InspectionDepth Depth(ValidationOptions options)
    {
        DqRule[] data =
        [
            RuleCatalog.DataDamaged,
            RuleCatalog.DuplicateContent,
            RuleCatalog.DuplicateContentConflict,
            RuleCatalog.TrailingData,
            RuleCatalog.BlankImage,
        ];
        return Array.Exists(data, options.Selects) ? InspectionDepth.Data
            : RuleCatalog.All.Any(rule => rule != RuleCatalog.ChecksumMismatch && options.Selects(rule)) ? InspectionDepth.Headers
            : InspectionDepth.Checksums;
    }

    private static void Check(ValidationContext context, bool needsImages)
    {
        bool isReadable = context.Source.Failure is null;
        foreach (IRuleFamily family in isReadable ? Families : UnreadableZipFamilies)
        {
            if (family.NeedsImages == needsImages)
            {
                context.Cancellation.ThrowIfCancellationRequested();
                family.Check(context);
            }
        }
    }

    private static DqTestResult ToResult(DatasetExamination examination, TimeSpan duration)
    {
        ValidationContext context = examination.Chosen;
        DatasetInventory inventory = context.Inventory;
        DatasetSummary summary = DatasetSummary.From(inventory, context.Labels, context.LabelMe);
        DqIssueCollection found = context.Issues.ToCollection(context.Options.Platform);
        CountedIssues counted = CountedIssues.Of(found, context.Options);
        DqIssueCollection issues = counted.Issues;
        string? notChecked = NotChecked(context);
        string[] accepting = notChecked is null ? examination.AcceptingEditions(counted.Issues) : [];
        DicomHierarchy hierarchy = new();
        hierarchy.Add(context.Probes ?? []);
        return new DqTestResult
        {
            Dataset = context.Source.Name,
            Path = context.Source.FullPath,
            Passed = notChecked is null && !issues.Any(issue => issue.Severity >= context.Options.FailOn),
            Platform = DqPlatformName.Of(context.Options.Platform),
            AcceptedBy = string.Join(' ', accepting),
            Layout = inventory.Layout,
            Task = summary.Task,
            Images = inventory.Images.Count,
            Labels = summary.Labels,
            Classes = summary.ClassNames.Count,
            Studies = inventory.StudyCount > 0 ? inventory.StudyCount : hierarchy.Studies,
            Series = inventory.SeriesCount > 0 ? inventory.SeriesCount : hierarchy.Series,
            Errors = issues.Count(issue => issue.Severity == DqSeverity.Error),
            Warnings = issues.Count(issue => issue.Severity == DqSeverity.Warning),
            Information = issues.Count(issue => issue.Severity == DqSeverity.Information),
            Suppressed = counted.Suppressed,
            Known = counted.Known,
            Level = context.Options.Level,
            NotChecked = notChecked,
            UnknownClasses = new DqStringList(
                context.Options.ModelClasses is { } known ? summary.ClassNames.Where(name => !known.Contains(name)) : []),
            Privacy = PrivacySummary.Of(context, found),
            Duration = duration,
            Issues = issues,
        };
    }

    private static string? NotChecked(ValidationContext context)
    {
        if (context.Inventory.Layout == DqLayout.LabelMe && context.LabelMe is null)
        {
            return "The LabelMe files were not read, since the zip unpacks to more than it should (DQ709): no annotation was checked.";
        }

        if (context.Labels?.NotRead is string reason)
        {
            return reason;
        }

        return context.Options.Level == DqLevel.Full && context.Inspections is null
            ? "Level Full was not read, since the zip unpacks to more than it should (DQ709): only what level Header checks was checked."
            : null;
    }
}
