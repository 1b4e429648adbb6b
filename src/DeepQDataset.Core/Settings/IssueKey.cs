namespace DeepQDataset.Settings;

/// <summary>Represents what makes two findings speak of one thing, whenever they were found.</summary>
/// <param name="Dataset">The dataset's name.</param>
/// <param name="RuleId">The rule.</param>
/// <param name="Path">The entry; empty for the dataset as a whole.</param>
/// <param name="Subject">What it is about beside the path; empty if nothing.</param>
internal readonly record struct IssueKey(string Dataset, string RuleId, string Path, string Subject)
{
    /// <summary>Returns the key of an issue.</summary>
    public static IssueKey Of(DqIssue issue) => new(issue.Dataset, issue.RuleId, issue.Path ?? "", issue.Subject ?? "");
}
