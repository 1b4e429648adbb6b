namespace DeepQDataset.Catalog;

/// <summary>
/// Provides the rules whose severity differs between editions. If a severity depends on more than the edition, the table has the highest
/// one, the check decides, and <see cref="ConditionOf"/> explains it.
/// </summary>
internal static class EditionTable
{
    private const DqSeverity E = DqSeverity.Error;
    private const DqSeverity W = DqSeverity.Warning;
    private const DqSeverity I = DqSeverity.Information;

    private static readonly Dictionary<string, (EditionSeverities Severities, string? Condition)> Rows = new(StringComparer.Ordinal)
    {
        ["DQ101"] = (new(E, E, E), "3.0 reports it only where there is no image at all."),
        ["DQ102"] = (new(E, E, E), "In 3.0 it is an error for Classes, and for image beside label.csv; otherwise information."),
        ["DQ104"] = (new(E, E, E), "3.0 reports it only where label.csv or Classes lies that deep."),
        ["DQ105"] = (new(E, E, E), "3.0 reports it only for Classes with label.csv."),
        ["DQ107"] = (new(E, W, E), "3.0 reports it only in a class folder."),
        ["DQ108"] = (new(E, null, null), null),
        ["DQ110"] = (new(W, W, I), null),
        ["DQ111"] = (new(W, W, W), "In 3.0 an image may lie anywhere."),
        ["DQ113"] = (new(W, E, E), null),
        ["DQ310"] = (new(W, W, W), "In 3.0 boxes and masks are judged in the turned frame."),
        ["DQ402"] = (new(E, E, E), "3.0 reports it only where ViewPosition, rows and columns are equal, too."),
        ["DQ506"] = (new(E, E, null), null),
        ["DQ509"] = (new(E, E, null), null),
        ["DQ515"] = (new(W, W, E), "1.1 and 2.3 report it beyond half a pixel, 3.0 by any excess."),
        ["DQ516"] = (new(E, E, E), "Of a negative that is contradicted it is a warning in 1.1 and 2.3."),
        ["DQ517"] = (
            new(W, W, E), "In 3.0 it is an error with three or five columns and a warning in detection; with two columns DQ528 speaks."),
        ["DQ518"] = (
            new(W, W, E), "1.1 and 2.3 compare with the classes of all images, 3.0 with the set of classes that most images name."),
        ["DQ520"] = (new(I, I, W), null),
        ["DQ522"] = (new(W, W, E),
            "In 3.0 it is an error where the image's name is padded, or the class with three or five columns; otherwise a warning."),
        ["DQ527"] = (new(W, W, W), "A formula around an image's name is an error."),
        ["DQ528"] = (new(null, null, E), null),
        ["DQ529"] = (new(W, W, E), "Of 'negative' with a box it is a warning in 3.0 alone."),
        ["DQ530"] = (new(null, null, E), null),
        ["DQ531"] = (new(E, E, E), "In 3.0 it is an error on the first line and with two or five columns; otherwise a warning."),
        ["DQ532"] = (new(null, null, E), null),
        ["DQ533"] = (new(null, null, E), null),
        ["DQ534"] = (new(E, E, I), null),
        ["DQ601"] = (new(E, E, W), null),
        ["DQ602"] = (new(W, W, E), "In 3.0 it is an error with two columns; otherwise a warning."),
        ["DQ717"] = (new(null, null, W), null),
        ["DQ718"] = (new(null, null, E), null),
    };

    /// <summary>Returns the severity of a rule in each edition.</summary>
    /// <param name="id">The rule's id.</param>
    /// <param name="severity">The severity in editions that do not differ.</param>
    public static EditionSeverities SeveritiesOf(string id, DqSeverity severity) =>
        Rows.TryGetValue(id, out (EditionSeverities Severities, string? Condition) row) ? row.Severities : EditionSeverities.All(severity);

    /// <summary>
    /// Returns the condition, beside the edition, that a rule's severity depends on, as a sentence; null if there is none.
    /// </summary>
    public static string? ConditionOf(string id) =>
        Rows.TryGetValue(id, out (EditionSeverities Severities, string? Condition) row) ? row.Condition : null;
}
