using DeepQDataset.Catalog;
using DeepQDataset.Labels;
using DeepQDataset.Rules.Classes;
using DeepQDataset.Text;

namespace DeepQDataset.Rules.Labels;

/// <summary>
/// Checks that the rows of each image are consistent: DQ516 to DQ519, and DQ528. Invalid rows count as anything they may have stated.
/// </summary>
internal sealed class OneHotRules : IRuleFamily
{
    /// <inheritdoc/>
    public void Check(ValidationContext context)
    {
        if (context.References is not { } references)
        {
            return;
        }

        if (references.Table.HasBoxes)
        {
            RepeatedBoxes.Check(context, references);
            ContradictedNegatives.Check(context, references);
            return;
        }

        LabelForm form = context.Labels?.Form ?? LabelForm.Unknown;
        ClassStates states = new(references.Table);
        ClassSets sets = new(context, references);
        for (int subject = 0; subject < references.Rows.Count; subject++)
        {
            ReadOnlySpan<LabelEntry> rows = references.Rows[subject];
            if (rows.IsEmpty)
            {
                continue;
            }

            states.Start();
            foreach (ref readonly LabelEntry row in rows)
            {
                CheckRow(context, references.Table, states, row, form);
            }

            if (form == LabelForm.TwoColumns)
            {
                CheckSingleLabel(context, references, rows, references.Negatives[subject]);
            }
            else
            {
                CheckImage(context, references, states, sets, rows[0], references.Invalid[subject]);
            }
        }

        sets.Report();
    }

    private static void CheckRow(ValidationContext context, LabelTable table, ClassStates states, in LabelEntry row, LabelForm form)
    {
        int value = table.HasMasks ? 1 : row.Detail;
        (int zero, int one) = states.Add(row, value);
        int same = value == 0 ? zero : one;
        int other = value == 0 ? one : zero;
        if (other != 0 && same == 0)
        {
            context.Issues.Report(
                RuleCatalog.ConflictingRows,
                context.Inventory.LabelFile?.Path,
                $"The line says {value} of {FieldText.Quote(table.ImageNames[row.Image])} and "
                + $"{FieldText.Quote(table.ClassNames[row.Class])}, line {other} the contrary.",
                row.Line,
                subject: table.ClassNames[row.Class]);
        }
        else if (same != 0 && other == 0)
        {
            // Two columns in edition 3.0 are checked by DQ528; other editions have no masks.
            context.Issues.Report(
                RuleCatalog.DuplicateRow,
                context.Inventory.LabelFile?.Path,
                form == LabelForm.Segmentation
                    ? $"The line has a mask of what line {same} has one of."
                    : $"The line repeats line {same}.",
                row.Line,
                subject: table.ImageNames[row.Image],
                only: form switch
                {
                    LabelForm.TwoColumns => EditionSet.Before30,
                    LabelForm.Segmentation => EditionSet.Edition30,
                    _ => EditionSet.All,
                });
        }
    }

    /// <summary>Checks two columns in edition 3.0, which drops an image that is on several lines, even equal ones.</summary>
    private static void CheckSingleLabel(
        ValidationContext context, LabelReferences references, ReadOnlySpan<LabelEntry> rows, ReadOnlySpan<LabelEntry> negatives)
    {
        int lines = rows.Length + negatives.Length;
        if (lines < 2 || references.MatchOf(rows[0].Image).Kind == ImageMatchKind.Ambiguous)
        {
            return;
        }

        int classNumber = rows[0].Class;
        bool agrees = negatives.IsEmpty;
        foreach (ref readonly LabelEntry row in rows)
        {
            agrees &= row.Class == classNumber;
        }

        string image = references.Table.ImageNames[rows[0].Image];
        context.Issues.Report(
            RuleCatalog.RepeatedSingleLabel,
            context.Inventory.LabelFile?.Path,
            $"The image {FieldText.Quote(image)} stands on {lines} lines, which {(agrees ? "all say the same" : "do not say the same")}.",
            rows[0].Line,
            subject: image,
            count: lines);
    }

    private static void CheckImage(
        ValidationContext context,
        LabelReferences references,
        ClassStates states,
        ClassSets sets,
        LabelEntry first,
        ReadOnlySpan<LabelEntry> invalid)
    {
        bool mayBeAny = false;
        foreach (ref readonly LabelEntry row in invalid)
        {
            mayBeAny |= row.Class < 0;
            states.AddInvalid(row.Class);
        }

        // An ambiguous name may combine the rows of two images.
        if (mayBeAny || references.MatchOf(first.Image).Kind == ImageMatchKind.Ambiguous)
        {
            return;
        }

        sets.Add(states, first);
        if (!states.MayBePositive && !references.Table.HasMasks)
        {
            string image = references.Table.ImageNames[first.Image];
            context.Issues.Report(
                RuleCatalog.NoPositiveClass,
                context.Inventory.LabelFile?.Path,
                $"All lines of the image {FieldText.Quote(image)} say 0.",
                first.Line,
                subject: image);
        }
    }
}
