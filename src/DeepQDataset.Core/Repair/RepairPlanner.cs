using DeepQDataset.Building.Planning;
using DeepQDataset.Catalog;
using DeepQDataset.Layout;
using DeepQDataset.Rules;
using DeepQDataset.Rules.Archive;
using DeepQDataset.Settings;
using DeepQDataset.Sources;
using DeepQDataset.Text;
using DeepQDataset.Validation;
using DeepQDataset.Work;

namespace DeepQDataset.Repair;

/// <summary>Plans a repair in rounds: each tests the result of the previous one and repairs it, until there is nothing to repair.</summary>
internal sealed class RepairPlanner
{
    // One round repairs all issues except those that it uncovers.
    private const int MaximumRounds = 6;

    private readonly IDatasetSource _source;
    private readonly string _destination;
    private readonly RepairOptions _options;
    private readonly IProgress<WorkProgress>? _progress;
    private readonly CancellationToken _cancellation;
    private readonly ValidationOptions _validation;
    private readonly string _newName;
    private readonly List<(RepairNote Note, string? Origin, int? Line)> _notes = [];

    /// <summary>Initializes a new instance of the <see cref="RepairPlanner"/> class.</summary>
    public RepairPlanner(
        IDatasetSource source, string destination, RepairOptions options, IProgress<WorkProgress>? progress, CancellationToken cancellation)
    {
        _source = source;
        _destination = destination;
        _options = options;
        _progress = progress;
        _cancellation = cancellation;
        _validation = ValidationOptions.Default with { ThrottleLimit = options.ThrottleLimit, Platform = options.Platform };
        string name = Path.GetFileName(Path.TrimEndingDirectorySeparator(destination));
        _newName = DatasetRepairer.IsZip(destination) ? name[..^4] : name;
    }

    /// <summary>Creates the plan.</summary>
    public RepairPlan Plan()
    {
        ValidationContext context = DatasetValidator.Examine(_source, _validation, probeAll: null, _progress, _cancellation).Chosen;
        RefuseUnrepairable(context);
        DqIssue[] notCarriedOver = IssuesOf(context, RuleCatalog.UnsafePath).Concat(IssuesOf(context, RuleCatalog.LinkEntry)).ToArray();
        DqIssue[] nested = DatasetRepairer.IsZip(_destination) ? IssuesOf(context, RuleCatalog.NestedArchive).ToArray() : [];
        PlannedSource? mended = null;
        for (int count = 0; count < MaximumRounds; count++)
        {
            RepairRound round = Mend(context);
            bool isDone = round.Notes.Count == 0 && mended is not null;
            if (isDone)
            {
                break;
            }

            Remember(round);
            mended = new PlannedSource(
                DatasetRepairer.IsZip(_destination) ? SourceKind.Zip : SourceKind.Folder, _destination, _newName, round.Apply());
            PlannedSource source = mended;
            context = DatasetValidator
                .Examine(
                    source,
                    _validation,
                    images => source.ProbeAll(images, _options.ThrottleLimit, _cancellation),
                    progress: null,
                    _cancellation)
                .Chosen;
        }

        return ToPlan(mended!, context, nested, notCarriedOver);
    }

    private RepairRound Mend(ValidationContext context)
    {
        RepairRound round = new(context, _options);
        if (LayoutRepair.MisplacedLabelFile(round) is SourceEntry labels)
        {
            // Its names are known only when it is in the right place, so everything else waits for that.
            string target = EntryPath.Combine(round.Inventory.EnclosingFolder, FixedNames.LabelFile);
            round.Move(labels, target);
            round.Note(RuleCatalog.StrayFile, labels.Path, target, $"Moved to '{target}', where the platform looks for it.");
        }
        else
        {
            FolderTargets folders = LayoutRepair.Plan(round);
            IReadOnlyDictionary<int, int> copies = DuplicateInstances.Plan(round);
            ImageRepair.Plan(round, folders);
            LabelRepair.Plan(round, copies);
            LabelMeRepair.Plan(round);
        }

        ArchiveRepair.Plan(round, _newName);
        return round;
    }

    private static void RefuseUnrepairable(ValidationContext context)
    {
        if (context.Inventory.Layout == DqLayout.Unknown)
        {
            string reason = IssuesOf(context, RuleCatalog.NoKnownLayout).FirstOrDefault()?.Message
                ?? "None of it can be a part of a dataset.";
            throw new DatasetException(
                "NoKnownLayout", DatasetErrorKind.InvalidData, $"'{context.Source.FullPath}' cannot be repaired. {reason}",
                context.Source.FullPath);
        }

        if (context.Labels?.NotRead is string notRead)
        {
            throw new DatasetException("LabelsNotRead", DatasetErrorKind.InvalidData, notRead, context.Source.FullPath);
        }
    }

    /// <summary>Records the changes of the round with their places in the source.</summary>
    private void Remember(RepairRound round)
    {
        if (round.Notes.Count == 0)
        {
            return;
        }

        Dictionary<string, SourceEntry> files = new(StringComparer.Ordinal);
        foreach (SourceEntry entry in round.Context.Source.Entries)
        {
            if (!entry.IsFolder)
            {
                files.Add(entry.Path, entry);
            }
        }

        foreach (RepairNote note in round.Notes)
        {
            SourceEntry? entry = note.Path is null ? null : files.GetValueOrDefault(note.Path);
            PlannedFile? file = entry as PlannedFile;
            string? origin = file?.Origin ?? entry?.Path;
            int? line = note.Line is int number && file?.Lines is int[] lines ? lines[number - 1] : note.Line;
            _notes.Add((note, origin, line));
        }
    }

    private RepairPlan ToPlan(PlannedSource mended, ValidationContext context, DqIssue[] nested, DqIssue[] notCarriedOver)
    {
        Dictionary<string, string> targets = new(mended.Files.Length, StringComparer.Ordinal);
        foreach (PlannedFile file in mended.Files)
        {
            targets.Add(file.Origin, file.Path);
        }

        HashSet<SourceEntry> images = new(
            context.Inventory.Images.Where(static image => image.Embedded is null).Select(static image => image.Entry),
            ReferenceEqualityComparer.Instance);
        IEnumerable<DqIssue> carried = nested.Where(issue => targets.ContainsKey(issue.Path!));
        ArchivePlan archive = new(mended.Files.Select(file => new PlannedEntry(file.Path, file.Content, images.Contains(file))), [_source])
        {
            SourceFolders = _source.Folders,
            SourceFiles = new HashSet<string>(StringComparer.Ordinal) { _source.FullPath },
        };
        return new RepairPlan(archive, MapOf(targets))
        {
            Source = _source.FullPath,
            Destination = _destination,
            Repairs = _notes.OrderBy(note => note.Note.Rule.Id, StringComparer.Ordinal).Select(note => ToRepair(note, targets)).ToArray(),
            Remaining = new DqIssueCollection(context.Issues.Issues.Concat(carried).Concat(NameIssue())),
            NotCarriedOver = new DqIssueCollection(notCarriedOver),
        };
    }

    private DqRepair ToRepair((RepairNote Note, string? Origin, int? Line) note, Dictionary<string, string> targets) => new()
    {
        RuleId = note.Note.Rule.Id,
        RuleName = note.Note.Rule.Name,
        Dataset = _source.Name,
        Path = note.Origin ?? note.Note.Path,
        NewPath = note.Origin is not null ? targets.GetValueOrDefault(note.Origin) : note.Note.NewPath,
        Line = note.Line,
        Message = note.Note.Message,
        Destination = _destination,
    };

    private List<(string Path, string? NewPath)> MapOf(Dictionary<string, string> targets)
    {
        List<(string Path, string? NewPath)> map = [];
        foreach (SourceEntry entry in _source.Entries)
        {
            string? target = targets.GetValueOrDefault(entry.Path);
            if (!entry.IsFolder && !string.Equals(entry.Path, target, StringComparison.Ordinal))
            {
                map.Add((entry.Path, target));
            }
        }

        foreach (string name in _source.UnusableNames)
        {
            map.Add((name, null));
        }

        return map;
    }

    private IEnumerable<DqIssue> NameIssue()
    {
        IssueSink issues = new(_newName, _validation);
        if (DatasetRepairer.IsZip(_destination) && ArchiveRules.ProblemOfName(_newName) is string problem)
        {
            issues.Report(RuleCatalog.DatasetName, null, $"The zip's name makes the dataset {NameText.Quote(_newName)}, which {problem}.");
        }

        return issues.Issues;
    }

    private static IEnumerable<DqIssue> IssuesOf(ValidationContext context, DqRule rule) =>
        context.Issues.Issues.Where(issue => string.Equals(issue.RuleId, rule.Id, StringComparison.Ordinal));
}
