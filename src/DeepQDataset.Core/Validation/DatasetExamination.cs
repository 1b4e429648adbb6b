using DeepQDataset.Rules;
using DeepQDataset.Settings;

namespace DeepQDataset.Validation;

/// <summary>Represents what became known of a dataset, once for each way in which editions of the platform read it.</summary>
/// <param name="contexts">One for each way.</param>
/// <param name="platform">The edition that was chosen.</param>
internal sealed class DatasetExamination(IReadOnlyList<ValidationContext> contexts, DqPlatform platform)
{
    /// <summary>Gets the dataset as the chosen edition reads it.</summary>
    public ValidationContext Chosen => In(platform);

    /// <summary>Returns the names of the editions in which no issue that counts is an error, in their order.</summary>
    /// <param name="chosen">The issues that count in the chosen edition.</param>
    public string[] AcceptingEditions(DqIssueCollection chosen) =>
    [
        .. Enum.GetValues<DqPlatform>()
            .Where(edition => (edition == platform ? chosen : Counted(edition)).All(issue => issue.Severities[edition] != DqSeverity.Error))
            .Select(DqPlatformName.Of),
    ];

    private DqIssueCollection Counted(DqPlatform edition)
    {
        ValidationContext context = In(edition);
        return CountedIssues.Of(context.Issues.ToCollection(edition), context.Options).Issues;
    }

    private ValidationContext In(DqPlatform edition) =>
        contexts.First(context => context.Editions.HasFlag((EditionSet)(1 << (int)edition)));
}
