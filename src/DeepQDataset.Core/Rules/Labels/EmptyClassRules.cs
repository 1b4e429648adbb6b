using DeepQDataset.Catalog;
using DeepQDataset.Labels;
using DeepQDataset.Text;

namespace DeepQDataset.Rules.Labels;

/// <summary>Checks DQ529: classes whose names the platform's reader reads as missing values.</summary>
internal sealed class EmptyClassRules : IRuleFamily
{
    /// <inheritdoc/>
    public void Check(ValidationContext context)
    {
        if (context.References is not { } references)
        {
            return;
        }

        LabelTable table = references.Table;
        Dictionary<int, (int FirstLine, int Lines)> found = [];
        bool[] isEmpty = [.. table.ClassNames.Select(EmptyClassNames.Contains)];
        if (!isEmpty.Contains(true))
        {
            return;
        }

        foreach (List<LabelEntry> entries in new[] { table.Entries, table.Invalid })
        {
            foreach (LabelEntry entry in entries)
            {
                if (entry.Class >= 0 && isEmpty[entry.Class])
                {
                    (int first, int lines) = found.GetValueOrDefault(entry.Class, (entry.Line, 0));
                    found[entry.Class] = (Math.Min(first, entry.Line), lines + 1);
                }
            }
        }

        foreach ((int number, (int first, int lines)) in found)
        {
            string name = table.ClassNames[number];
            context.Issues.Report(
                RuleCatalog.ClassReadAsEmpty,
                context.Inventory.LabelFile?.Path,
                $"The class {FieldText.Quote(name)} is read as a missing value, quoted or not, so that the file fails or loses the image.",
                first,
                2,
                name,
                lines);
        }
    }
}
