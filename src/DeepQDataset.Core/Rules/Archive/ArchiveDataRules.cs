using DeepQDataset.Catalog;
using DeepQDataset.Sources;
using DeepQDataset.Sources.Zip;

namespace DeepQDataset.Rules.Archive;

/// <summary>
/// Checks that the data of each entry matches the directory (DQ708). If the local header and the directory differ (DQ714), the directory
/// may be wrong, and only DQ714 is reported.
/// </summary>
internal sealed class ArchiveDataRules : ArchiveRuleFamily
{
    /// <inheritdoc/>
    public override bool NeedsImages => true;

    /// <inheritdoc/>
    protected override void Check(ValidationContext context, ZipSource zip)
    {
        foreach (EntryDamage damage in context.DamagedEntries)
        {
            if (zip.FindLocalHeaderDisagreement(damage.Entry) is null)
            {
                context.Issues.Report(RuleCatalog.ChecksumMismatch, damage.Entry.Path, damage.Message);
            }
        }
    }
}
