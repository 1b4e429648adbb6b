namespace DeepQDataset.Labels;

/// <summary>Something wrong in label.csv that the reader came upon.</summary>
/// <param name="Rule">The rule it breaks.</param>
/// <param name="Line">The 1-based physical line; null for the file as a whole.</param>
/// <param name="Column">The 1-based field; null for the line as a whole.</param>
/// <param name="Message">One sentence with the offending value.</param>
/// <param name="Subject">The class or name it is about; null if none.</param>
/// <param name="Count">The number of things it stands for.</param>
/// <param name="Suggestion">What to do, where that is more than the rule's remedy.</param>
internal sealed record LabelFinding(
    DqRule Rule, int? Line, int? Column, string Message, string? Subject = null, long Count = 1, string? Suggestion = null)
{
    /// <summary>Gets the severity in each edition, where it is not the rule's; null if it is.</summary>
    internal EditionSeverities? Severities { get; init; }

    /// <summary>Gets the editions that report it, where not all do that have the rule.</summary>
    internal EditionSet Only { get; init; } = EditionSet.All;
}
