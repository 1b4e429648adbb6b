using DeepQDataset.Catalog;
using DeepQDataset.Labels;
using DeepQDataset.Rules.Classes;
using DeepQDataset.Text;

namespace DeepQDataset.Rules.Labels;

/// <summary>Whether the rows of each image go together: DQ516 to DQ519. Rows that an error spoils count as what they may have said.</summary>
internal sealed class OneHotRules : IRuleFamily
{
    private const int MostClassesShown = 5;

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
            return;
        }

        bool isOneHot = context.Labels?.Form == LabelForm.Classification;
        ClassStates states = new(references.Table);
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
                CheckRow(context, references.Table, states, row);
            }

            if (isOneHot)
            {
                CheckImage(context, references, states, rows[0], references.Spoilt[subject]);
            }
        }
    }

    private static void CheckRow(ValidationContext context, LabelTable table, ClassStates states, in LabelEntry row)
    {
        (int zero, int one) = states.Add(row);
        int same = row.Detail == 0 ? zero : one;
        int other = row.Detail == 0 ? one : zero;
        if (other != 0 && same == 0)
        {
            context.Issues.Report(
                RuleCatalog.ConflictingRows,
                context.Inventory.LabelFile?.Path,
                $"The line says {row.Detail} of {FieldText.Quote(table.ImageNames[row.Image])} and {FieldText.Quote(table.ClassNames[row.Class])}, line {other} the contrary.",
                row.Line,
                subject: table.ClassNames[row.Class]);
        }
        else if (same != 0 && other == 0)
        {
            context.Issues.Report(
                RuleCatalog.DuplicateRow, context.Inventory.LabelFile?.Path, $"The line says what line {same} said.", row.Line, subject: table.ImageNames[row.Image]);
        }
    }

    private static void CheckImage(
        ValidationContext context, LabelReferences references, ClassStates states, LabelEntry first, ReadOnlySpan<LabelEntry> spoilt)
    {
        bool mayBeAny = false;
        foreach (ref readonly LabelEntry row in spoilt)
        {
            mayBeAny |= row.Class < 0;
            states.AddSpoilt(row.Class);
        }

        // An ambiguous name may take the rows of two images for one's.
        if (mayBeAny || references.MatchOf(first.Image).Kind == ImageMatchKind.Ambiguous)
        {
            return;
        }

        string image = references.Table.ImageNames[first.Image];
        int missing = states.ClassCount - states.SeenCount;
        if (missing > 0)
        {
            string names = string.Join(", ", states.Missing().Take(MostClassesShown).Select(FieldText.Quote));
            context.Issues.Report(
                RuleCatalog.IncompleteOneHot,
                context.Inventory.LabelFile?.Path,
                $"The image {FieldText.Quote(image)} has no line for {names}{(missing > MostClassesShown ? $" and {missing - MostClassesShown} more classes" : "")}.",
                first.Line,
                subject: image);
        }

        if (!states.MayBePositive)
        {
            context.Issues.Report(
                RuleCatalog.NoPositiveClass,
                context.Inventory.LabelFile?.Path,
                $"All lines of the image {FieldText.Quote(image)} say 0.",
                first.Line,
                subject: image);
        }
    }
}
