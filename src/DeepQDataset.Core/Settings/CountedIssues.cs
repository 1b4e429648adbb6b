namespace DeepQDataset.Settings;

/// <summary>Represents the issues of a dataset that count, and the number of those that do not.</summary>
/// <param name="Issues">The issues that count.</param>
/// <param name="Suppressed">The number of issues that the settings exclude.</param>
/// <param name="Known">The number of issues in the baseline.</param>
internal sealed record CountedIssues(DqIssueCollection Issues, int Suppressed, int Known)
{
    /// <summary>Removes the issues that do not count. Issues that the settings exclude are not looked up in the baseline.</summary>
    /// <param name="issues">All issues.</param>
    /// <param name="options">The settings, the baseline and the date.</param>
    public static CountedIssues Of(DqIssueCollection issues, ValidationOptions options)
    {
        RuleExclusion[] exclusions = [.. options.Settings.Exclusions.Where(exclusion => !exclusion.IsExpired(options.Today))];
        if (exclusions.Length == 0 && options.Baseline is null)
        {
            return new CountedIssues(issues, 0, 0);
        }

        List<DqIssue> kept = [];
        foreach (DqIssue issue in issues)
        {
            if (!Array.Exists(exclusions, exclusion => exclusion.Covers(issue)))
            {
                kept.Add(issue);
            }
        }

        int suppressed = issues.Count - kept.Count;
        if (options.Baseline is not IssueBaseline baseline)
        {
            return new CountedIssues(new DqIssueCollection(kept), suppressed, 0);
        }

        bool[] isKnown = baseline.FindKnown(kept);
        DqIssue[] news = [.. kept.Where((_, index) => !isKnown[index])];
        return new CountedIssues(new DqIssueCollection(news), suppressed, kept.Count - news.Length);
    }
}
