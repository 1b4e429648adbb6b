using DeepQDataset.Building.Content;
using DeepQDataset.Imaging;
using DeepQDataset.Inventory;
using DeepQDataset.Layout;
using DeepQDataset.Rules;
using DeepQDataset.Sources;

namespace DeepQDataset.Repair;

/// <summary>
/// Represents the decisions about the files of a dataset, to which the parts of a repair contribute. Files without a decision are
/// unchanged.
/// </summary>
/// <param name="context">The state of the dataset.</param>
/// <param name="options">The options.</param>
internal sealed class RepairRound(ValidationContext context, RepairOptions options)
{
    private readonly Dictionary<SourceEntry, string?> _targets = new(ReferenceEqualityComparer.Instance);

    /// <summary>Gets the state of the dataset.</summary>
    public ValidationContext Context => context;

    /// <summary>Gets the inventory.</summary>
    public DatasetInventory Inventory => context.Inventory;

    /// <summary>Gets the changes so far.</summary>
    public List<RepairNote> Notes { get; } = [];

    /// <summary>Gets or sets the rewritten label.csv; null if it is unchanged.</summary>
    public MendedLabels? Labels { get; set; }

    /// <summary>Gets the files whose content changes, except label.csv.</summary>
    public Dictionary<SourceEntry, StoredContent> Contents { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>Returns the current content of a file.</summary>
    public StoredContent ContentOf(SourceEntry entry) => (entry as PlannedFile)?.Content ?? new SourceContent(context.Source, entry);

    /// <summary>Gets a value that indicates whether the copy is for edition 3.0 of the platform.</summary>
    public bool IsForEdition30 => options.Platform == DqPlatform.Edition30;

    /// <summary>Determines whether a rule is to be repaired.</summary>
    public bool Mends(DqRule rule) => options.Mends(rule);

    /// <summary>Returns the issues of a rule if it is to be repaired; otherwise none.</summary>
    public IEnumerable<DqIssue> IssuesOf(DqRule rule) => Mends(rule) ? AllIssuesOf(rule) : [];

    /// <summary>Returns the issues of a rule, whether it is to be repaired or not.</summary>
    public IEnumerable<DqIssue> AllIssuesOf(DqRule rule) =>
        context.Issues.Issues.Where(issue => string.Equals(issue.RuleId, rule.Id, StringComparison.Ordinal));

    /// <summary>Returns the new path of a file; null if it is left out.</summary>
    public string? TargetOf(SourceEntry entry) => _targets.TryGetValue(entry, out string? target) ? target : entry.Path;

    /// <summary>Determines whether a file is left out.</summary>
    public bool IsDropped(SourceEntry entry) => _targets.TryGetValue(entry, out string? target) && target is null;

    /// <summary>Moves a file to another path.</summary>
    public void Move(SourceEntry entry, string target)
    {
        if (!string.Equals(entry.Path, target, StringComparison.Ordinal))
        {
            _targets[entry] = target;
        }
        else
        {
            _targets.Remove(entry);
        }
    }

    /// <summary>Leaves a file out.</summary>
    public void Drop(SourceEntry entry) => _targets[entry] = null;

    /// <summary>Records a change.</summary>
    public void Note(DqRule rule, string? path, string? newPath, string message, int? line = null) =>
        Notes.Add(new RepairNote(rule, path, newPath, message, line));

    /// <summary>Returns the dataset after this round.</summary>
    public PlannedFile[] Apply()
    {
        Dictionary<SourceEntry, ImageProbeResult?> probes = new(ReferenceEqualityComparer.Instance);
        for (int index = 0; index < Inventory.Images.Count; index++)
        {
            probes[Inventory.Images[index].Entry] = context.Probes?[index];
        }

        List<PlannedFile> files = new(context.Source.Entries.Count);
        foreach (SourceEntry entry in context.Source.Entries)
        {
            if (!entry.IsFolder && TargetOf(entry) is string target)
            {
                files.Add(ToFile(entry, target, probes));
            }
        }

        return files.ToArray();
    }

    private PlannedFile ToFile(SourceEntry entry, string target, Dictionary<SourceEntry, ImageProbeResult?> probes)
    {
        bool isProbed = probes.TryGetValue(entry, out ImageProbeResult? probe) && context.Probes is not null;
        PlannedFile? before = entry as PlannedFile;
        string origin = before?.Origin ?? entry.Path;
        if (ReferenceEquals(entry, Inventory.LabelFile) && Labels is not null)
        {
            int[] lines = before?.Lines is int[] older ? Array.ConvertAll(Labels.Lines, line => older[line - 1]) : Labels.Lines;
            MemoryContent afresh = new(FixedNames.LabelFile, Labels.Bytes, entry.LastWriteTimeUtc);
            return new PlannedFile(target, afresh, origin, probe: null, isProbed: false, lines);
        }

        StoredContent content = Contents.GetValueOrDefault(entry) ?? ContentOf(entry);
        return new PlannedFile(target, content, origin, probe, isProbed, before?.Lines);
    }
}
