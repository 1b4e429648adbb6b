using DeepQDataset.Catalog;
using DeepQDataset.Sources.Zip;
using DeepQDataset.Text;
using DeepQDataset.Work;

namespace DeepQDataset.Rules.Archive;

/// <summary>Checks that the local header of each entry matches the directory (DQ714).</summary>
internal sealed class LocalHeaderRules : ArchiveRuleFamily
{
    /// <inheritdoc/>
    protected override void Check(ValidationContext context, ZipSource zip)
    {
        if (context.Options.Level < RuleCatalog.LocalHeaderMismatch.Level || !context.Options.Selects(RuleCatalog.LocalHeaderMismatch))
        {
            return;
        }

        IReadOnlyList<ZipEntry> entries = zip.Directory.Entries;
        string?[] disagreements = new string?[entries.Count];
        ParallelWork.Run(
            entries.Count,
            context.Options.ThrottleLimit,
            index => disagreements[index] = entries[index].IsUsable ? zip.FindLocalHeaderDisagreement(entries[index]) : null,
            context.Cancellation);
        for (int index = 0; index < disagreements.Length; index++)
        {
            if (disagreements[index] is string disagreement)
            {
                ZipEntry entry = entries[index];
                context.Issues.Report(
                    RuleCatalog.LocalHeaderMismatch, entry.Path, $"The directory lists {NameText.Quote(entry.Name)}, but {disagreement}.");
            }
        }
    }
}
