using DeepQDataset.Sources.Zip;

namespace DeepQDataset.Rules.Archive;

/// <summary>Checks rules that only a zip can violate.</summary>
internal abstract class ArchiveRuleFamily : IRuleFamily
{
    /// <inheritdoc/>
    public virtual bool NeedsImages => false;

    /// <inheritdoc/>
    public void Check(ValidationContext context)
    {
        if (context.Archive is { } zip)
        {
            Check(context, zip);
        }
    }

    /// <summary>Checks the zip.</summary>
    /// <param name="context">The state of the dataset, which also receives issues.</param>
    /// <param name="zip">The zip.</param>
    protected abstract void Check(ValidationContext context, ZipSource zip);
}
