using DeepQDataset.Catalog;
using DeepQDataset.Sources.Zip;

namespace DeepQDataset.Rules.Archive;

/// <summary>Checks the unpacked size of a zip (DQ709) and its own size (DQ718), with at most one issue each.</summary>
internal sealed class ArchiveSizeRules : ArchiveRuleFamily
{
    /// <inheritdoc/>
    protected override void Check(ValidationContext context, ZipSource zip)
    {
        if (zip.Directory.FileLength > context.Options.MaximumArchiveBytes)
        {
            context.Issues.Report(
                RuleCatalog.ArchiveTooLarge,
                null,
                FormattableString.Invariant(
                    $"The zip has {zip.Directory.FileLength} bytes, and {context.Options.MaximumArchiveBytes} are the most."));
        }

        if (ArchiveExcess.Find(zip.Directory, context.Options.ArchiveBudget) is ArchiveExcess excess)
        {
            context.Issues.Report(RuleCatalog.ZipBomb, null, excess.Message, count: excess.Count);
        }
    }
}
