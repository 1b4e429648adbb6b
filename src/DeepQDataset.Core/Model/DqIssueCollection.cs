using System.Collections;
using System.Globalization;

namespace DeepQDataset;

/// <summary>The findings of a result; prints as a tally such as <c>DQ204×3 DQ513×1</c>, so that it stays useful in a CSV cell.</summary>
/// <param name="issues">The issues, in the order in which they are kept.</param>
public sealed class DqIssueCollection(IEnumerable<DqIssue> issues) : IReadOnlyList<DqIssue>
{
    private readonly DqIssue[] _issues = issues.ToArray();

    /// <summary>No issue.</summary>
    public static DqIssueCollection Empty { get; } = new([]);

    /// <inheritdoc/>
    public int Count => _issues.Length;

    /// <inheritdoc/>
    public DqIssue this[int index] => _issues[index];

    /// <inheritdoc/>
    public IEnumerator<DqIssue> GetEnumerator() => ((IEnumerable<DqIssue>)_issues).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _issues.GetEnumerator();

    /// <summary>Each rule id with the number of its issues, in the ids' order.</summary>
    public override string ToString() => string.Join(' ', _issues
        .GroupBy(issue => issue.RuleId, StringComparer.Ordinal)
        .OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Key}×{group.Count()}")));
}
