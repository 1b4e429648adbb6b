using DeepQDataset.Rules;
using DeepQDataset.Settings;

namespace DeepQDataset.Validation;

/// <summary>Represents the state of a dataset, once for each way in which editions of the platform read it.</summary>
/// <param name="contexts">The state for each way.</param>
/// <param name="platform">The chosen edition.</param>
internal sealed class DatasetExamination(IReadOnlyList<ValidationContext> contexts, DqPlatform platform)
{
    /// <summary>Gets the state for the chosen edition.</summary>
    public ValidationContext Chosen => In(platform);

    /// <summary>Returns the names of the editions in which no counted issue is an error, in order.</summary>
    /// <param name="chosen">The counted issues of the chosen edition.</param>
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
