using DeepQDataset.Sources.Zip;

namespace DeepQDataset.Rules.Archive;

/// <summary>Rules that only a zip can break.</summary>
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
    /// <param name="context">What is known of the dataset, and where findings go.</param>
    /// <param name="zip">The zip.</param>
    protected abstract void Check(ValidationContext context, ZipSource zip);
}
