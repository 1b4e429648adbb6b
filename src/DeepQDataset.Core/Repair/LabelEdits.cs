using DeepQDataset.Catalog;
using DeepQDataset.Imaging;
using DeepQDataset.Labels;
using DeepQDataset.Rules.Classes;

namespace DeepQDataset.Repair;

/// <summary>Represents the changes of label.csv beside its form: lines, values and names.</summary>
/// <param name="round">The current round.</param>
/// <param name="names">The new name for each image name of the table; null if it is unchanged.</param>
internal sealed class LabelEdits(RepairRound round, string?[] names)
{
    private readonly LabelReferences _references = round.Context.References!;

    private readonly HashSet<int> _keptLines = [];
    private readonly HashSet<int> _incomplete = [];

    // Their values are guesses, so they are written unchanged.
    private readonly HashSet<int> _misquoted = round.Context.Issues.Issues
        .Where(static issue => string.Equals(issue.RuleId, RuleCatalog.MalformedCsv.Id, StringComparison.Ordinal) && issue.Line is not null)
        .Select(static issue => issue.Line!.Value).ToHashSet();

    /// <summary>Gets the new name for each image name of the table; null if it is unchanged.</summary>
    public string?[] Names => names;

    /// <summary>Gets the lines to leave out.</summary>
    public HashSet<int> DroppedLines { get; } = [];

    /// <summary>Gets the boxes to change, by line.</summary>
    public Dictionary<int, BoundingBox> Boxes { get; } = [];

    /// <summary>Gets the classes that an image has no line for, by its last line; lines with 0 are inserted after it.</summary>
    public Dictionary<int, int[]> MissingClasses { get; } = [];

    /// <summary>Gets a value that indicates whether the header is removed.</summary>
    public bool DropsHeader { get; } = round.Mends(RuleCatalog.HeaderRow);

    /// <summary>Gets a value that indicates whether blank lines are removed.</summary>
    public bool DropsBlankLines { get; } = round.Mends(RuleCatalog.BlankLine);

    /// <summary>Gets a value that indicates whether the two columns of the older form become three. Edition 3.0 supports two.</summary>
    public bool AddsValues { get; } = round.Context.Labels!.Form == LabelForm.TwoColumns && !round.IsForEdition30
        && round.Mends(RuleCatalog.TwoColumnLabels);

    /// <summary>
    /// Gets a value that indicates whether three columns become two, which edition 3.0 reads as one class for each image.
    /// </summary>
    public bool DropsValues { get; private set; }

    /// <summary>Gets the new names of classes, by index.</summary>
    public Dictionary<int, string> Classes { get; } = [];

    /// <summary>Gets the classes to insert for lines with only an image name; none in detection, which has a class for it.</summary>
    public Dictionary<int, int[]> BareLines { get; } = [];

    /// <summary>Determines whether a line has a misplaced quote (DQ523), so that it is written unchanged.</summary>
    public bool IsMisquoted(int line) => _misquoted.Contains(line);

    /// <summary>
    /// Whether the image of a line keeps too few lines: a name that leads to no image may mean it, and what its lines say is not known to
    /// be false.
    /// </summary>
    public bool LeavesIncomplete(int firstLine) => _incomplete.Contains(firstLine);

    /// <summary>Determines whether a line is the one to keep of several equal ones.</summary>
    public bool KeepsOneOf(int firstLine) => _keptLines.Contains(firstLine);

    /// <summary>Returns the size of a row's image in pixels, after orientation; null if it is unknown.</summary>
    public (int Width, int Height)? SizeOf(LabelEntry entry)
    {
        int image = _references.MatchOf(entry.Image).Image;
        return image < 0 ? null : round.Context.Probes?[image]?.Header?.UprightSize;
    }

    /// <summary>Plans the changes.</summary>
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

        LabelRenames.Plan(round, _references.Table, Classes);
        PlanSingleLabel();
        if (!DropsValues && (AddsValues || round.IssuesOf(RuleCatalog.IncompleteOneHot).Any()))
        {
            FindMissingClasses();
        }

        PlanBareLines();
    }

    /// <summary>Removes repeated lines of a file with two columns (DQ528), or converts three columns to two if nothing is lost.</summary>
    private void PlanSingleLabel()
    {
        LabelForm form = round.Context.Labels!.Form;
        if (form == LabelForm.TwoColumns && round.IssuesOf(RuleCatalog.RepeatedSingleLabel).Any())
        {
            for (int subject = 0; subject < _references.Rows.Count; subject++)
            {
                ReadOnlySpan<LabelEntry> rows = _references.Rows[subject];
                if (rows.Length < 2 || !SingleLabels.Agree(rows))
                {
                    continue;
                }

                _keptLines.Add(rows[0].Line);
                foreach (ref readonly LabelEntry row in rows[1..])
                {
                    DroppedLines.Add(row.Line);
                }
            }
        }

        if (form == LabelForm.Classification && round.IsForEdition30 && round.Mends(RuleCatalog.TwoColumnLabels)
            && SingleLabels.AreAll(_references))
        {
            DropsValues = true;
            foreach (LabelEntry entry in _references.Table.Entries)
            {
                if (entry.Detail == 0)
                {
                    DroppedLines.Add(entry.Line);
                }
            }
        }
    }

    private void PlanBareLines()
    {
        if (!round.IssuesOf(RuleCatalog.BareImageLine).Any())
        {
            return;
        }

        bool[] isClass = _references.Table.ClassesWithRows();
        int[] classes = _references.Table.HasBoxes ? [] : [.. Enumerable.Range(0, isClass.Length).Where(number => isClass[number])];
        HashSet<int> bare = round.IssuesOf(RuleCatalog.BareImageLine).Select(static issue => issue.Line!.Value).ToHashSet();
        foreach (LabelEntry entry in _references.Table.Negatives)
        {
            bool isAlone = _references.Rows[_references.SubjectOf(entry.Image)].IsEmpty;
            bool isSized = !_references.Table.HasMasks || SizeOf(entry) is not null;
            if (bare.Contains(entry.Line) && !_misquoted.Contains(entry.Line) && isSized)
            {
                BareLines[entry.Line] =
                    isAlone && !DropsValues && (AddsValues || round.Context.Labels!.Form != LabelForm.TwoColumns) ? classes : [];
            }
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
            if (!lines.Contains(entry.Line)
                || round.Context.Probes?[_references.MatchOf(entry.Image).Image]?.Header is not ImageHeader header)
            {
                continue;
            }

            // With an EXIF orientation, it is unknown whether the box refers to the image as shown (DQ310), except in edition 3.0.
            (int width, int height) = header.UprightSize;
            if (width == header.Width || round.IsForEdition30)
            {
                Boxes[entry.Line] = Clip(_references.Table.BoxOf(entry), width, height);
            }
        }
    }

    private static BoundingBox Clip(BoundingBox box, int width, int height)
    {
        double left = Math.Max(0, box.X);
        double top = Math.Max(0, box.Y);
        return new BoundingBox(left, top, Length(left, box.X + box.Width, width), Length(top, box.Y + box.Height, height));
    }

    /// <summary>Returns the length between two edges such that their sum in double precision does not exceed the image.</summary>
    private static double Length(double start, double end, int limit)
    {
        double length = Math.Min(end, limit) - start;
        while (start + length > limit)
        {
            length = Math.BitDecrement(length);
        }

        return length;
    }

    private void FindMissingClasses()
    {
        LabelTable table = _references.Table;
        ClassStates states = new(table);
        LostNames lost = new(_references, round.Context.Cancellation);
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
                states.Add(row, table.HasMasks ? 1 : row.Detail);
            }

            bool mayBeAny = false;
            foreach (ref readonly LabelEntry row in _references.Invalid[subject])
            {
                mayBeAny |= row.Class < 0;
                states.AddInvalid(row.Class);
            }

            if (mayBeAny || states.SeenCount == states.ClassCount)
            {
                continue;
            }

            int[] missing = states.MissingNumbers().ToArray();
            if (lost.MayMean(_references.MatchOf(rows[0].Image).Image, missing))
            {
                _incomplete.Add(rows[0].Line);
            }
            else
            {
                MissingClasses.Add(rows[^1].Line, missing);
            }
        }
    }
}
