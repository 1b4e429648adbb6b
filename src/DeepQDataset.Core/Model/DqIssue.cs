namespace DeepQDataset;

/// <summary>One finding of validation.</summary>
public sealed class DqIssue
{
    internal DqIssue()
    {
    }

    /// <summary>Gets the rule's id, such as <c>DQ204</c>. Ids never change meaning.</summary>
    public string RuleId { get; internal init; } = "";

    /// <summary>Gets the rule's name, such as <c>SpaceInName</c>.</summary>
    public string RuleName { get; internal init; } = "";

    /// <summary>How much it matters.</summary>
    public DqSeverity Severity { get; internal init; }

    /// <summary>Gets the dataset's name.</summary>
    public string Dataset { get; internal init; } = "";

    /// <summary>
    /// Gets the entry, with <c>/</c> as separator, relative to the tested folder or the zip's root; null for the dataset as a whole.
    /// </summary>
    public string? Path { get; internal init; }

    /// <summary>1-based line in label.csv or JSON; null elsewhere.</summary>
    public int? Line { get; internal init; }

    /// <summary>1-based column (field in label.csv, character in JSON); null elsewhere.</summary>
    public int? Column { get; internal init; }

    /// <summary>What the issue is about beside the path: a class, a UID, a shared name; null if nothing.</summary>
    public string? Subject { get; internal init; }

    /// <summary>Gets the number of things this issue stands for, at least 1; always exact.</summary>
    public long Count { get; internal init; } = 1;

    /// <summary>One sentence with the offending value.</summary>
    public string Message { get; internal init; } = "";

    /// <summary>What to do about it.</summary>
    public string Suggestion { get; internal init; } = "";

    /// <summary>Gets a value that indicates whether the rule is one that a repair can mend.</summary>
    public bool Repairable { get; internal init; }

    /// <summary>Gets the severity in each edition of the platform.</summary>
    internal EditionSeverities Severities { get; init; }

    /// <summary>Returns the finding in one line: id, place and message.</summary>
    public override string ToString()
    {
        string place = Line is int line ? FormattableString.Invariant($"{Path}:{line}") : Path ?? Dataset;
        return $"{RuleId} {Severity} {place}: {Message}";
    }
}
