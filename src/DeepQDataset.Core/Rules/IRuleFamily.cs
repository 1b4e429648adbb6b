namespace DeepQDataset.Rules;

/// <summary>Checks a family of rules. Implementations are stateless: all input is in the context, which also receives the issues.</summary>
internal interface IRuleFamily
{
    /// <summary>
    /// Gets a value that indicates whether the rules use what was read from the images. If not, they are checked while images are still
    /// being read.
    /// </summary>
    bool NeedsImages => false;

    /// <summary>Checks the dataset.</summary>
    /// <param name="context">The state of the dataset, which also receives issues.</param>
    void Check(ValidationContext context);
}
