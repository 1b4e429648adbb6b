using DeepQDataset.Catalog;
using DeepQDataset.Labels;

namespace DeepQDataset.Rules.Labels;

/// <summary>Checks for duplicate boxes of one image and class (DQ517).</summary>
internal static class RepeatedBoxes
{
    /// <summary>Checks all images.</summary>
    public static void Check(ValidationContext context, LabelReferences references)
    {
        LabelTable table = references.Table;
        Dictionary<(int Class, BoundingBox Box), int> seen = [];
        for (int subject = 0; subject < references.Rows.Count; subject++)
        {
            ReadOnlySpan<LabelEntry> rows = references.Rows[subject];
            if (rows.Length < 2)
            {
                continue;
            }

            if (seen.Count > 0)
            {
                seen = seen.Count > 1000 ? [] : seen;
                seen.Clear();
            }

            foreach (ref readonly LabelEntry row in rows)
            {
                if (!seen.TryAdd((row.Class, table.BoxOf(row)), row.Line))
                {
                    int first = seen[(row.Class, table.BoxOf(row))];
                    context.Issues.Report(
                        RuleCatalog.DuplicateRow,
                        context.Inventory.LabelFile?.Path,
                        $"The line repeats line {first}.",
                        row.Line,
                        subject: table.ImageNames[row.Image],
                        severities: RuleCatalog.DuplicateRow.Severities with { Edition30 = DqSeverity.Warning });
                }
            }
        }
    }
}
