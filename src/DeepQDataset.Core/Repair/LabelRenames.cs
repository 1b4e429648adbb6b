using DeepQDataset.Catalog;
using DeepQDataset.Labels;
using DeepQDataset.Text;

namespace DeepQDataset.Repair;

/// <summary>Provides new names for classes that the platform's reader reads as missing values (DQ529).</summary>
internal static class LabelRenames
{
    /// <summary>Chooses and records the names.</summary>
    /// <param name="round">The current round.</param>
    /// <param name="table">The rows.</param>
    /// <param name="names">Receives the new name of each renamed class, by index.</param>
    public static void Plan(RepairRound round, LabelTable table, Dictionary<int, string> names)
    {
        HashSet<string> taken = new(table.ClassNames, StringComparer.OrdinalIgnoreCase);
        foreach (DqIssue issue in round.IssuesOf(RuleCatalog.ClassReadAsEmpty).ToArray())
        {
            int number = Enumerable.Range(0, table.ClassNames.Count)
                .First(candidate => string.Equals(table.ClassNames[candidate], issue.Subject, StringComparison.Ordinal));
            string renamed = $"{issue.Subject}_";
            while (!taken.Add(renamed))
            {
                renamed += "_";
            }

            names.Add(number, renamed);
            round.Note(
                RuleCatalog.ClassReadAsEmpty, issue.Path, round.TargetOf(round.Inventory.LabelFile!),
                $"Renamed the class {FieldText.Quote(issue.Subject!)} to {FieldText.Quote(renamed)} on all its lines.", issue.Line);
        }
    }
}
