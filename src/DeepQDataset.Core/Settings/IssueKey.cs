namespace DeepQDataset.Settings;

/// <summary>Represents the identity of an issue across reports.</summary>
/// <param name="Dataset">The name of the dataset.</param>
/// <param name="RuleId">The id of the rule.</param>
/// <param name="Path">The path of the entry; empty for the dataset as a whole.</param>
/// <param name="Subject">The subject beside the path; empty if there is none.</param>
internal readonly record struct IssueKey(string Dataset, string RuleId, string Path, string Subject)
{
    /// <summary>Returns the key of an issue.</summary>
    public static IssueKey Of(DqIssue issue) => new(issue.Dataset, issue.RuleId, issue.Path ?? "", issue.Subject ?? "");
}
