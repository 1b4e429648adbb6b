using System.Globalization;

namespace DeepQDataset;

/// <summary>Represents the findings of a result; prints as a tally such as <c>DQ204×3 DQ513×1</c>.</summary>
/// <param name="issues">The issues, in the order in which they are kept.</param>
public sealed class DqIssueCollection(IEnumerable<DqIssue> issues) : DqCollection<DqIssue>(issues)
{
    /// <summary>No issue.</summary>
    public static DqIssueCollection Empty { get; } = new([]);

    /// <summary>Each rule id with the number of its issues, in the ids' order.</summary>
    public override string ToString() => string.Join(' ', this
        .GroupBy(issue => issue.RuleId, StringComparer.Ordinal)
        .OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Key}×{group.Count()}")));
}
