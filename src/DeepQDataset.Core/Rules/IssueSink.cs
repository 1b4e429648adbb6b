using DeepQDataset.Settings;

namespace DeepQDataset.Rules;

/// <summary>
/// Creates issues from findings. Drops those of excluded rules and of rules of a higher level. Not safe for use by several threads.
/// </summary>
/// <param name="dataset">The name of the dataset for each issue.</param>
/// <param name="options">The options, which select the rules.</param>
/// <param name="editions">The editions of the platform that read the dataset in this way.</param>
internal sealed class IssueSink(string dataset, ValidationOptions options, EditionSet editions = EditionSet.All)
{
    private readonly List<DqIssue> _issues = [];
    private readonly Dictionary<DqRule, string> _remedies = [];
    private bool _isSorted = true;

    /// <summary>Gets the issues so far that the chosen edition reports, in order.</summary>
    public IEnumerable<DqIssue> Issues => IssuesIn(options.Platform);

    /// <summary>Reports a finding.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="path">The path of the entry; null for the dataset as a whole.</param>
    /// <param name="message">One sentence with the offending value.</param>
    /// <param name="line">The 1-based line; null except for label.csv and JSON.</param>
    /// <param name="column">The 1-based column; null except for label.csv and JSON.</param>
    /// <param name="subject">The class, UID or name that it concerns; null if there is none.</param>
    /// <param name="count">The number of occurrences, at least 1.</param>
    /// <param name="suggestion">The suggestion, if it is more specific than the rule's remedy.</param>
    /// <param name="severities">The severity in each edition, if it is not that of the rule.</param>
    /// <param name="only">The editions that report it, if not all with the rule do.</param>
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
            Message = VisibleText.Of(message),
            Suggestion = suggestion is null ? RemedyOf(rule) : VisibleText.Of(suggestion.ToString(options.Wording)),
            Repairable = rule.Repairable,
        });
    }

    /// <summary>Returns the remedy of the rule, the same text for all of its issues.</summary>
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
