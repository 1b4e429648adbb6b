using DeepQDataset.Catalog;
using DeepQDataset.Labels;
using DeepQDataset.Labels.Parsing;
using DeepQDataset.Text;

namespace DeepQDataset.Rules.Labels;

/// <summary>Checks for images that one line states to be empty and others give boxes (DQ516).</summary>
internal static class ContradictedNegatives
{
    /// <summary>Checks all images.</summary>
    public static void Check(ValidationContext context, LabelReferences references)
    {
        foreach (LabelEntry negative in references.Table.Negatives)
        {
            int subject = references.SubjectOf(negative.Image);
            ReadOnlySpan<LabelEntry> boxes = references.Rows[subject];
            if (!boxes.IsEmpty && references.MatchOf(negative.Image).Kind != ImageMatchKind.Ambiguous)
            {
                string image = references.Table.ImageNames[negative.Image];
                context.Issues.Report(
                    RuleCatalog.ConflictingRows,
                    context.Inventory.LabelFile?.Path,
                    $"The line says that {FieldText.Quote(image)} is empty, but line {boxes[0].Line} has a box in it.",
                    negative.Line,
                    subject: image,
                    severities: LabelParser.ContradictedNegative);
            }
        }
    }
}
