namespace DeepQDataset;

/// <summary>Represents one change of a repair.</summary>
public sealed class DqRepair
{
    internal DqRepair()
    {
    }

    /// <summary>Gets the id of the violated rule, such as <c>DQ204</c>.</summary>
    public string RuleId { get; internal init; } = "";

    /// <summary>Gets the name of the rule, such as <c>SpaceInName</c>.</summary>
    public string RuleName { get; internal init; } = "";

    /// <summary>Gets the name of the repaired dataset.</summary>
    public string Dataset { get; internal init; } = "";

    /// <summary>
    /// Gets the original path of the entry, with <c>/</c> as separator, relative to the folder or the root of the zip; null for the dataset
    /// as a whole.
    /// </summary>
    public string? Path { get; internal init; }

    /// <summary>Gets the new path of the entry; null if it is left out, and for the dataset as a whole.</summary>
    public string? NewPath { get; internal init; }

    /// <summary>Gets the original 1-based line of label.csv or the JSON; null for other files.</summary>
    public int? Line { get; internal init; }

    /// <summary>Gets the change, in one sentence.</summary>
    public string Message { get; internal init; } = "";

    /// <summary>Gets the full path of the repaired folder or zip.</summary>
    public string Destination { get; internal init; } = "";

    /// <summary>Returns the change on one line: id, place and message.</summary>
    public override string ToString()
    {
        string place = Line is int line ? FormattableString.Invariant($"{Path}:{line}") : Path ?? Dataset;
        return VisibleText.Of($"{RuleId} {place}: {Message}");
    }
}
