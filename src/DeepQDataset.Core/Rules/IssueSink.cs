using DeepQDataset.Settings;

namespace DeepQDataset.Rules;

/// <summary>Makes issues out of findings; drops those of rules that were excluded or belong to a higher level. One thread uses it.</summary>
/// <param name="dataset">The dataset's name, which each issue carries.</param>
/// <param name="options">Which rules count.</param>
public sealed class IssueSink(string dataset, ValidationOptions options)
{
    private readonly List<DqIssue> _issues = [];

    /// <summary>The issues so far.</summary>
    public IReadOnlyList<DqIssue> Issues => _issues;

    /// <summary>Reports a finding.</summary>
    /// <param name="rule">The rule it breaks.</param>
    /// <param name="path">The entry it is about; null for the dataset as a whole.</param>
    /// <param name="message">One sentence with the offending value.</param>
    /// <param name="line">The 1-based line; null outside label.csv and JSON.</param>
    /// <param name="column">The 1-based column; null outside label.csv and JSON.</param>
    /// <param name="subject">The class, UID or name it is about; null if none.</param>
    /// <param name="count">How many things it stands for, at least 1.</param>
    /// <param name="suggestion">What to do, where that is more than the rule's remedy.</param>
    public void Report(
        DqRule rule,
        string? path,
        string message,
        int? line = null,
        int? column = null,
        string? subject = null,
        long count = 1,
        string? suggestion = null)
    {
        ArgumentNullException.ThrowIfNull(rule);
        if (rule.Level > options.Level || !options.Selects(rule))
        {
            return;
        }

        _issues.Add(new DqIssue
        {
            RuleId = rule.Id,
            RuleName = rule.Name,
            Severity = options.Settings.SeverityOf(rule),
            Dataset = dataset,
            Path = path,
            Line = line,
            Column = column,
            Subject = subject,
            Count = count,
            Message = message,
            Suggestion = suggestion ?? rule.Remedy,
            Repairable = rule.Repairable,
        });
    }

    /// <summary>The issues by rule id, path, line, column and subject, all ordinal.</summary>
    public DqIssueCollection ToCollection()
    {
        _issues.Sort(static (left, right) =>
        {
            int order = string.CompareOrdinal(left.RuleId, right.RuleId);
            order = order != 0 ? order : string.CompareOrdinal(left.Path, right.Path);
            order = order != 0 ? order : Nullable.Compare(left.Line, right.Line);
            order = order != 0 ? order : Nullable.Compare(left.Column, right.Column);
            return order != 0 ? order : string.CompareOrdinal(left.Subject, right.Subject);
        });
        return new DqIssueCollection(_issues);
    }
}
