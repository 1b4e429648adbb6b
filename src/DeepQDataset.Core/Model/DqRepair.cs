namespace DeepQDataset;

/// <summary>One change that mends a dataset.</summary>
public sealed class DqRepair
{
    internal DqRepair()
    {
    }

    /// <summary>Gets the rule that was broken, such as <c>DQ204</c>.</summary>
    public string RuleId { get; internal init; } = "";

    /// <summary>Gets the rule's name, such as <c>SpaceInName</c>.</summary>
    public string RuleName { get; internal init; } = "";

    /// <summary>Gets the name of the dataset that is mended.</summary>
    public string Dataset { get; internal init; } = "";

    /// <summary>
    /// Gets the entry before, with <c>/</c> as separator, relative to the folder or the zip's root; null for the dataset as a whole.
    /// </summary>
    public string? Path { get; internal init; }

    /// <summary>Gets the entry after; null if it is left out, and for the dataset as a whole.</summary>
    public string? NewPath { get; internal init; }

    /// <summary>Gets the 1-based line of label.csv, or of the JSON, as it was; null elsewhere.</summary>
    public int? Line { get; internal init; }

    /// <summary>What was done, in one sentence.</summary>
    public string Message { get; internal init; } = "";

    /// <summary>Gets the full path of the folder or zip that is the mended copy.</summary>
    public string Destination { get; internal init; } = "";

    /// <summary>Returns the change in one line: id, place and what was done.</summary>
    public override string ToString()
    {
        string place = Line is int line ? FormattableString.Invariant($"{Path}:{line}") : Path ?? Dataset;
        return $"{RuleId} {place}: {Message}";
    }
}
