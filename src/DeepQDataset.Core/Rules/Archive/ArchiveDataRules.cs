using DeepQDataset.Catalog;
using DeepQDataset.Sources;
using DeepQDataset.Sources.Zip;

namespace DeepQDataset.Rules.Archive;

/// <summary>
/// Whether each entry unpacks to what the directory says (DQ708). Where the local header says otherwise than the directory (DQ714), the
/// directory itself may be what is wrong, and that rule speaks alone.
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
