using DeepQDataset.Catalog;
using DeepQDataset.Sources.Zip;

namespace DeepQDataset.Rules.Archive;

/// <summary>What a zip would unpack to (DQ709). One zip has one such issue.</summary>
internal sealed class ArchiveSizeRules : IRuleFamily
{
    /// <inheritdoc/>
    public void Check(ValidationContext context)
    {
        if (context.Source is ZipSource zip && ArchiveExcess.Find(zip.Directory, context.Options.ArchiveBudget) is ArchiveExcess excess)
        {
            context.Issues.Report(RuleCatalog.ZipBomb, null, excess.Message, count: excess.Count);
        }
    }
}
