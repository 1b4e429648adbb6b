namespace DeepQDataset.Labels;

/// <summary>Represents a problem that the reader of label.csv found.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Line">The 1-based physical line; null for the file as a whole.</param>
/// <param name="Column">The 1-based field; null for the line as a whole.</param>
/// <param name="Message">The message, one sentence with the offending value.</param>
/// <param name="Subject">The class or name that it concerns; null if there is none.</param>
/// <param name="Count">The number of occurrences.</param>
/// <param name="Suggestion">The suggestion, if it is more specific than the rule's remedy.</param>
internal sealed record LabelFinding(
    DqRule Rule, int? Line, int? Column, string Message, string? Subject = null, long Count = 1, string? Suggestion = null)
{
    /// <summary>Gets the severity in each edition; null for that of the rule.</summary>
    internal EditionSeverities? Severities { get; init; }

    /// <summary>Gets the editions that report it; by default all editions with the rule.</summary>
    internal EditionSet Only { get; init; } = EditionSet.All;
}
