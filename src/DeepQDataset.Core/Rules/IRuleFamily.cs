namespace DeepQDataset.Rules;

/// <summary>
/// Checks rules that belong together. Keeps no state; what it needs is in the context, what it finds goes to the context's issues.
/// </summary>
internal interface IRuleFamily
{
    /// <summary>Whether it looks at what was read of the images; if not, it is checked while they are still being read.</summary>
    bool NeedsImages => false;

    /// <summary>Checks the dataset.</summary>
    /// <param name="context">What is known of the dataset, and where issues go.</param>
    void Check(ValidationContext context);
}
