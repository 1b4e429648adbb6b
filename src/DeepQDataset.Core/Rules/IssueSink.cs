using DeepQDataset.Settings;

namespace DeepQDataset.Rules;

/// <summary>
/// Makes issues out of findings; drops those of rules that were excluded or belong to a higher level. Not safe for use by several threads.
/// </summary>
/// <param name="dataset">The dataset's name, which each issue carries.</param>
/// <param name="options">Which rules count.</param>
/// <param name="editions">The editions of the platform that read the dataset as it was read.</param>
internal sealed class IssueSink(string dataset, ValidationOptions options, EditionSet editions = EditionSet.All)
{
    private readonly List<DqIssue> _issues = [];
    private readonly Dictionary<DqRule, string> _remedies = [];
    private bool _isSorted = true;

    /// <summary>Gets the issues so far that the chosen edition reports, in order.</summary>
    public IEnumerable<DqIssue> Issues => IssuesIn(options.Platform);

    /// <summary>Reports a finding.</summary>
    /// <param name="rule">The rule it breaks.</param>
    /// <param name="path">The entry it is about; null for the dataset as a whole.</param>
    /// <param name="message">One sentence with the offending value.</param>
    /// <param name="line">The 1-based line; null outside label.csv and JSON.</param>
    /// <param name="column">The 1-based column; null outside label.csv and JSON.</param>
    /// <param name="subject">The class, UID or name it is about; null if none.</param>
    /// <param name="count">The number of things it stands for, at least 1.</param>
    /// <param name="suggestion">What to do, where that is more than the rule's remedy.</param>
    /// <param name="severities">The severity in each edition, where it is not the rule's.</param>
    /// <param name="only">The editions that report it, where not all do that have the rule.</param>
    public void Report(
        DqRule rule,
        string? path,
        string message,
        int? line = null,
        int? column = null,
        string? subject = null,
        long count = 1,
        RemedyText? suggestion = null,
        EditionSeverities? severities = null,
        EditionSet only = EditionSet.All)
    {
        ArgumentNullException.ThrowIfNull(rule);
        EditionSeverities own = (severities ?? rule.Severities).Only(editions & only);
        if (rule.Level > options.Level || !options.Selects(rule) || own.IsEmpty)
        {
            return;
        }

        _isSorted = false;
        own = options.Settings.SeveritiesOf(rule, own);
        _issues.Add(new DqIssue
        {
            RuleId = rule.Id,
            RuleName = rule.Name,
            Severity = own[options.Platform] ?? rule.Severity,
            Severities = own,
            Dataset = dataset,
            Path = path,
            Line = line,
            Column = column,
            Subject = subject,
            Count = count,
            Message = message,
            Suggestion = suggestion?.ToString(options.Wording) ?? RemedyOf(rule),
            Repairable = rule.Repairable,
        });
    }

    /// <summary>Returns the rule's remedy: one text for all of its issues.</summary>
    private string RemedyOf(DqRule rule)
    {
        if (!_remedies.TryGetValue(rule, out string? remedy))
        {
            _remedies.Add(rule, remedy = rule.RemedyText.ToString(options.Wording));
        }

        return remedy;
    }

    /// <summary>Returns the issues that an edition reports, by rule id, path, line, column and subject, all ordinal.</summary>
    /// <param name="platform">The edition.</param>
    public DqIssueCollection ToCollection(DqPlatform platform) => new(IssuesIn(platform));

    private IEnumerable<DqIssue> IssuesIn(DqPlatform platform)
    {
        if (!_isSorted)
        {
            _issues.Sort(Compare);
            _isSorted = true;
        }

        return _issues.Where(issue => issue.Severities[platform] is not null);
    }

    private static int Compare(DqIssue left, DqIssue right)
    {
        int order = string.CompareOrdinal(left.RuleId, right.RuleId);
        order = order != 0 ? order : string.CompareOrdinal(left.Path, right.Path);
        order = order != 0 ? order : Nullable.Compare(left.Line, right.Line);
        order = order != 0 ? order : Nullable.Compare(left.Column, right.Column);
        return order != 0 ? order : string.CompareOrdinal(left.Subject, right.Subject);
    }
}
