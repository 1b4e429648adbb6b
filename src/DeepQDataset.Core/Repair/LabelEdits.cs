using DeepQDataset.Catalog;
using DeepQDataset.Imaging;
using DeepQDataset.Labels;
using DeepQDataset.Rules.Classes;

namespace DeepQDataset.Repair;

/// <summary>What is to change in label.csv beside its form: lines, values and names.</summary>
/// <param name="round">What is known, and what is mended.</param>
/// <param name="names">For each image name of the table the new one; null where it stays.</param>
internal sealed class LabelEdits(RepairRound round, string?[] names)
{
    private const int FirstTurnedOrientation = 5;

    private readonly LabelReferences _references = round.Context.References!;

    // What they say is a guess, so they are written as they stand.
    private readonly HashSet<int> _misquoted = round.Context.Issues.Issues
        .Where(static issue => string.Equals(issue.RuleId, RuleCatalog.MalformedCsv.Id, StringComparison.Ordinal) && issue.Line is not null)
        .Select(static issue => issue.Line!.Value).ToHashSet();

    /// <summary>For each image name of the table the new one; null where it stays.</summary>
    public string?[] Names => names;

    /// <summary>Lines to leave out.</summary>
    public HashSet<int> DroppedLines { get; } = [];

    /// <summary>Boxes that change, by line.</summary>
    public Dictionary<int, BoundingBox> Boxes { get; } = [];

    /// <summary>Classes that an image's lines lack, by its last line: they get lines with 0 behind it.</summary>
    public Dictionary<int, int[]> MissingClasses { get; } = [];

    /// <summary>Whether the header goes.</summary>
    public bool DropsHeader { get; } = round.Mends(RuleCatalog.HeaderRow);

    /// <summary>Whether blank lines go.</summary>
    public bool DropsBlankLines { get; } = round.Mends(RuleCatalog.BlankLine);

    /// <summary>Whether the two columns of the older form become three.</summary>
    public bool AddsValues { get; } = round.Context.Labels!.Form == LabelForm.TwoColumns && round.Mends(RuleCatalog.TwoColumnLabels);

    /// <summary>Whether a line has a quote out of place (DQ523): it is written as it stands.</summary>
    public bool IsMisquoted(int line) => _misquoted.Contains(line);

    /// <summary>Plans them.</summary>
    public void Plan()
    {
        foreach (DqIssue issue in round.IssuesOf(RuleCatalog.DuplicateRow))
        {
            if (!_misquoted.Contains(issue.Line!.Value))
            {
                DroppedLines.Add(issue.Line!.Value);
            }
        }

        if (round.IssuesOf(RuleCatalog.CornerBoxes).Any())
        {
            TurnCornersIntoSizes();
        }
        else
        {
            ClipBoxes();
        }

        if (AddsValues || round.IssuesOf(RuleCatalog.IncompleteOneHot).Any())
        {
            FindMissingClasses();
        }
    }

    private void TurnCornersIntoSizes()
    {
        foreach (LabelEntry entry in _references.Table.Entries)
        {
            BoundingBox box = _references.Table.BoxOf(entry);
            if (box.Width > box.X && box.Height > box.Y && !_misquoted.Contains(entry.Line))
            {
                Boxes[entry.Line] = new BoundingBox(box.X, box.Y, box.Width - box.X, box.Height - box.Y);
            }
        }
    }

    private void ClipBoxes()
    {
        HashSet<int> lines = round.IssuesOf(RuleCatalog.BoxExceedsImage).Select(static issue => issue.Line!.Value).ToHashSet();
        lines.ExceptWith(_misquoted);
        foreach (LabelEntry entry in lines.Count > 0 ? _references.Table.Entries : [])
        {
            if (!lines.Contains(entry.Line) || round.Context.Probes?[_references.MatchOf(entry.Image).Image]?.Header is not ImageHeader header)
            {
                continue;
            }

            // Where EXIF turns the image, nobody knows which of the two frames the box is meant in (DQ310).
            if (header.Orientation < FirstTurnedOrientation)
            {
                Boxes[entry.Line] = Clip(_references.Table.BoxOf(entry), header.Width, header.Height);
            }
        }
    }

    private static BoundingBox Clip(BoundingBox box, int width, int height)
    {
        double left = Math.Max(0, box.X);
        double top = Math.Max(0, box.Y);
        return new BoundingBox(left, top, Math.Min(box.X + box.Width, width) - left, Math.Min(box.Y + box.Height, height) - top);
    }

    private void FindMissingClasses()
    {
        LabelTable table = _references.Table;
        ClassStates states = new(table);
        for (int subject = 0; subject < _references.Rows.Count; subject++)
        {
            ReadOnlySpan<LabelEntry> rows = _references.Rows[subject];
            if (rows.IsEmpty || _references.MatchOf(rows[0].Image).Kind == ImageMatchKind.Ambiguous)
            {
                continue;
            }

            states.Start();
            foreach (ref readonly LabelEntry row in rows)
            {
                states.Add(row, row.Detail);
            }

            bool mayBeAny = false;
            foreach (ref readonly LabelEntry row in _references.Spoilt[subject])
            {
                mayBeAny |= row.Class < 0;
                states.AddSpoilt(row.Class);
            }

            if (!mayBeAny && states.SeenCount < states.ClassCount)
            {
                MissingClasses.Add(rows[^1].Line, states.MissingNumbers().ToArray());
            }
        }
    }
}
