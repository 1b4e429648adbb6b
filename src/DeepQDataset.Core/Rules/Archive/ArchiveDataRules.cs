using DeepQDataset.Catalog;
using DeepQDataset.Sources.Zip;

namespace DeepQDataset.Rules.Archive;

/// <summary>
/// Whether each entry unpacks to what the directory says (DQ708). Where the local header says otherwise than the directory (DQ714), the
/// directory itself may be what is wrong, and that rule speaks alone.
/// </summary>
internal sealed class ArchiveDataRules : IRuleFamily
{
    /// <inheritdoc/>
    public bool NeedsImages => true;

    /// <inheritdoc/>
    public void Check(ValidationContext context)
    {
        if (context.Source is not ZipSource zip)
        {
            return;
        }

        foreach (EntryDamage damage in context.DamagedEntries)
        {
            if (zip.FindLocalHeaderDisagreement((ZipEntry)damage.Entry) is null)
            {
                context.Issues.Report(RuleCatalog.ChecksumMismatch, damage.Entry.Path, damage.Message);
            }
        }
    }
}
