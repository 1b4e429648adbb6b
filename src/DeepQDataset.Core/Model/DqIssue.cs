namespace DeepQDataset;

/// <summary>Represents one finding of validation.</summary>
public sealed class DqIssue
{
    internal DqIssue()
    {
    }

    /// <summary>Gets the id of the rule, such as <c>DQ204</c>. Ids never change meaning.</summary>
    public string RuleId { get; internal init; } = "";

    /// <summary>Gets the name of the rule, such as <c>SpaceInName</c>.</summary>
    public string RuleName { get; internal init; } = "";

    /// <summary>Gets the severity.</summary>
    public DqSeverity Severity { get; internal init; }

    /// <summary>Gets the name of the dataset.</summary>
    public string Dataset { get; internal init; } = "";

    /// <summary>
    /// Gets the path of the entry, with <c>/</c> as separator, relative to the tested folder or the root of the zip; null for the dataset
    /// as a whole.
    /// </summary>
    public string? Path { get; internal init; }

    /// <summary>Gets the 1-based line in label.csv or JSON; null for other files.</summary>
    public int? Line { get; internal init; }

    /// <summary>Gets the 1-based column (the field in label.csv, the character in JSON); null for other files.</summary>
    public int? Column { get; internal init; }

    /// <summary>Gets the subject beside the path: a class, a UID, or a shared name; null if there is none.</summary>
    public string? Subject { get; internal init; }

    /// <summary>Gets the exact number of occurrences that the issue represents, at least 1.</summary>
    public long Count { get; internal init; } = 1;

    /// <summary>Gets the message, one sentence with the offending value.</summary>
    public string Message { get; internal init; } = "";

    /// <summary>Gets the suggested remedy.</summary>
    public string Suggestion { get; internal init; } = "";

    /// <summary>Gets a value that indicates whether a repair can fix violations of the rule.</summary>
    public bool Repairable { get; internal init; }

    /// <summary>Gets the severity in each edition of the platform.</summary>
    internal EditionSeverities Severities { get; init; }

    /// <summary>Returns the issue on one line: id, place and message.</summary>
    public override string ToString()
    {
        string place = Line is int line ? FormattableString.Invariant($"{Path}:{line}") : Path ?? Dataset;
        return VisibleText.Of($"{RuleId} {Severity} {place}: {Message}");
    }
}
