using System.Globalization;

namespace DeepQDataset;

/// <summary>Represents the issues of a result. Its text is a tally such as <c>DQ204×3 DQ513×1</c>.</summary>
/// <param name="issues">The issues in order.</param>
public sealed class DqIssueCollection(IEnumerable<DqIssue> issues) : DqCollection<DqIssue>(issues)
{
    /// <summary>Gets an empty collection.</summary>
    public static DqIssueCollection Empty { get; } = new([]);

    /// <summary>Returns each rule id with the number of its issues, ordered by id.</summary>
    public override string ToString() => string.Join(' ', this
        .GroupBy(issue => issue.RuleId, StringComparer.Ordinal)
        .OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Key}×{group.Count()}")));
}
