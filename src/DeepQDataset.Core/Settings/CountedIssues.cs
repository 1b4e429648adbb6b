namespace DeepQDataset.Settings;

/// <summary>Represents the issues of a dataset that count, and how many do not.</summary>
/// <param name="Issues">Those that count.</param>
/// <param name="Suppressed">How many the settings exclude.</param>
/// <param name="Known">How many the baseline knows.</param>
internal sealed record CountedIssues(DqIssueCollection Issues, int Suppressed, int Known)
{
    /// <summary>Leaves out what does not count. What the settings exclude is not looked up in the baseline.</summary>
    /// <param name="issues">All that was found.</param>
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
