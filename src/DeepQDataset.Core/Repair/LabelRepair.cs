using DeepQDataset.Catalog;
using DeepQDataset.Labels;
using DeepQDataset.Labels.Parsing;
using DeepQDataset.Sources;
using DeepQDataset.Streams;
using DeepQDataset.Text;

namespace DeepQDataset.Repair;

/// <summary>
/// Repairs label.csv and updates the names of renamed images: DQ501 to DQ504, DQ506, DQ509, DQ513, DQ515, DQ517, DQ518, DQ522, DQ524, DQ526
/// and DQ528 to DQ531. A label.csv that changes at all is rewritten, so that its form is correct whatever rules are to be repaired;
/// otherwise it is copied byte for byte.
/// </summary>
internal static class LabelRepair
{
    // Rules that rewriting repairs in any case.
    private static readonly (DqRule Rule, string Message)[] Form =
    [
        (RuleCatalog.LabelEncoding, "Written in UTF-8."),
        (RuleCatalog.ByteOrderMark, "Written without the byte order mark."),
        (RuleCatalog.WrongDelimiter, "Written with commas between the fields and points in numbers."),
        (RuleCatalog.UnquotedNumericClass, "Put the class in double quotes on each of its lines."),
        (RuleCatalog.SurroundingSpace, "Deleted the white space around the field."),
    ];

    private static readonly (DqRule Rule, string Message)[] Content =
    [
        (RuleCatalog.HeaderRow, "Deleted the header."),
        (RuleCatalog.TwoColumnLabels, "Added the third column: 1, and a line with 0 for each other class."),
        (RuleCatalog.DuplicateRow, "Deleted the line, which repeats an earlier one."),
        (RuleCatalog.IncompleteOneHot, "Added a line with 0 for each class that {0} had no line for."),
        (RuleCatalog.BlankLine, "Deleted the blank line."),
        (RuleCatalog.BoxExceedsImage, "Cut the box at the image's edges."),
        (RuleCatalog.RepeatedSingleLabel, "Kept one of the lines of {0}, which all say the same."),
        (RuleCatalog.BareImageLine, "Wrote that {0} is empty in the form that every edition reads."),
        (RuleCatalog.NameWithoutExtension, "Wrote each name with its extension."),
        (RuleCatalog.CornerBoxes, "Turned the bottom-right corner of each box into its width and height."),
    ];

    /// <summary>Plans the changes.</summary>
    /// <param name="round">The current round, with the new locations of images.</param>
    /// <param name="copies">For each image that is left out as a copy, the one that replaces it.</param>
    public static void Plan(RepairRound round, IReadOnlyDictionary<int, int> copies)
    {
        if (round.Inventory.LabelFile is not SourceEntry file || round.Context.Labels is not { NotRead: null }
            || round.Context.References is null)
        {
            return;
        }

        LabelEdits edits = new(round, LabelNames.Plan(round, copies));
        edits.Plan();
        bool isChanged = edits.DropsValues || edits.Classes.Count > 0 || Array.Exists(edits.Names, static name => name is not null)
            || Form.Concat(Content).Any(kind => round.IssuesOf(kind.Rule).Any(issue => IsMended(issue, kind.Rule, edits)));
        if (!isChanged)
        {
            return;
        }

        LabelNames.Complete(round, copies, edits.Names);
        round.Labels = Write(round, file, edits);
        if (edits.DropsValues)
        {
            round.Note(
                RuleCatalog.TwoColumnLabels,
                file.Path,
                round.TargetOf(file),
                "Turned the three columns into two: every image has one class.");
        }

        foreach ((DqRule rule, string message) in Form)
        {
            Note(round, rule, message, round.AllIssuesOf(rule).Where(issue => IsMended(issue, rule, edits)));
        }

        foreach ((DqRule rule, string message) in Content)
        {
            Note(round, rule, message, round.IssuesOf(rule).Where(issue => IsMended(issue, rule, edits)));
        }
    }

    private static bool IsMended(DqIssue issue, DqRule rule, LabelEdits edits) =>
        rule == RuleCatalog.BoxExceedsImage ? edits.Boxes.ContainsKey(issue.Line!.Value)
        : rule == RuleCatalog.IncompleteOneHot ? !edits.DropsValues && !(issue.Line is int line && edits.LeavesIncomplete(line))
        : rule == RuleCatalog.RepeatedSingleLabel ? issue.Line is int first && edits.KeepsOneOf(first)
        : rule == RuleCatalog.BareImageLine ? edits.BareLines.ContainsKey(issue.Line!.Value)
        : rule == RuleCatalog.NameWithoutExtension ? Array.Exists(edits.Names, static name => name is not null)
        : rule == RuleCatalog.DuplicateRow ? edits.DroppedLines.Contains(issue.Line!.Value)
        : rule != RuleCatalog.SurroundingSpace || !edits.IsMisquoted(issue.Line!.Value);

    private static void Note(RepairRound round, DqRule rule, string message, IEnumerable<DqIssue> issues)
    {
        foreach (DqIssue issue in issues.ToArray())
        {
            string said = issue.Subject is string subject
                ? message.Replace("{0}", FieldText.Quote(subject), StringComparison.Ordinal)
                : message;
            round.Note(rule, issue.Path, round.TargetOf(round.Inventory.LabelFile!), said, issue.Line);
        }
    }

    private static MendedLabels Write(RepairRound round, SourceEntry file, LabelEdits edits)
    {
        using Stream stream = round.Context.Source.Open(file);
        if (BoundedBytes.Read(stream, LabelFileReader.MaximumBytes, round.Context.Cancellation) is not ReadOnlyMemory<byte> content
            || LabelEncoding.ToUtf8(content, static _ => { }, round.Context.Cancellation) is not ReadOnlyMemory<byte> utf8)
        {
            throw new DatasetException(
                "LabelsNotRead",
                DatasetErrorKind.InvalidData,
                $"'{file.Path}' is too large to be repaired.",
                round.Context.Source.FullPath);
        }

        if (!LabelEncoding.ReadsAll(content))
        {
            throw new DatasetException(
                "LabelEncodingUnknown", DatasetErrorKind.InvalidData,
                $"'{file.Path}' is not UTF-8, and no known encoding reads all of it. Save it again as UTF-8, then repair the dataset.",
                round.Context.Source.FullPath);
        }

        ImageNameIndex index = round.Context.References!.Index;
        using LabelFileMender mender = new(utf8, round.Context.References.Table, edits, index.Contains);
        return mender.Write(round.Context.Cancellation);
    }
}
