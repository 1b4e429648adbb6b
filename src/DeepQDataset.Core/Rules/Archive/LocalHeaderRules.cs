using System.Runtime.ExceptionServices;
using DeepQDataset.Catalog;
using DeepQDataset.Sources.Zip;
using DeepQDataset.Text;

namespace DeepQDataset.Rules.Archive;

/// <summary>Whether each entry's local header says what the directory says (DQ714).</summary>
internal sealed class LocalHeaderRules : IRuleFamily
{
    /// <inheritdoc/>
    public void Check(ValidationContext context)
    {
        if (context.Source is not ZipSource zip || context.Options.Level < RuleCatalog.LocalHeaderMismatch.Level
            || !context.Options.Selects(RuleCatalog.LocalHeaderMismatch))
        {
            return;
        }

        IReadOnlyList<ZipEntry> entries = zip.Directory.Entries;
        List<(ZipEntry Entry, string Disagreement)> found = [];
        ParallelOptions options = new() { MaxDegreeOfParallelism = Math.Max(1, context.Options.ThrottleLimit), CancellationToken = context.Cancellation };
        try
        {
            Parallel.For(0, entries.Count, options, index =>
            {
                ZipEntry entry = entries[index];
                if (entry.IsUsable && zip.FindLocalHeaderDisagreement(entry) is string disagreement)
                {
                    lock (found)
                    {
                        found.Add((entry, disagreement));
                    }
                }
            });
        }
        catch (AggregateException exception) when (exception.InnerException is IOException inner)
        {
            ExceptionDispatchInfo.Throw(inner);
        }

        foreach ((ZipEntry entry, string disagreement) in found)
        {
            context.Issues.Report(RuleCatalog.LocalHeaderMismatch, entry.Path, $"The directory lists {NameText.Quote(entry.Name)}, but {disagreement}.");
        }
    }
}
