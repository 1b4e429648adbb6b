using System.IO.Enumeration;

namespace DeepQDataset.Settings;

/// <summary>Findings that do not count, and why.</summary>
/// <param name="Rules">The ids of the rules.</param>
/// <param name="Path">
/// Where: a wildcard (<c>*</c> and <c>?</c>) that a file's name or its path in the dataset fits, whatever the case; null for everywhere.
/// </param>
/// <param name="Reason">Why.</param>
/// <param name="Expires">The last day on which it counts; null if it does not end.</param>
public sealed record RuleExclusion(IReadOnlyList<string> Rules, string? Path, string Reason, DateOnly? Expires)
{
    private const int Shown = 3;

    /// <summary>Determines whether it no longer counts.</summary>
    /// <param name="today">The date.</param>
    public bool IsExpired(DateOnly today) => Expires < today;

    /// <summary>
    /// Determines whether it is about an issue. One about several files goes by the path that it shows; one about the dataset as a whole
    /// has none.
    /// </summary>
    public bool Covers(DqIssue issue)
    {
        ArgumentNullException.ThrowIfNull(issue);
        return Rules.Contains(issue.RuleId, StringComparer.Ordinal) && (Path is null || (issue.Path is string path && Fits(path)));
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        string more = Rules.Count > Shown ? FormattableString.Invariant($" and {Rules.Count - Shown} more") : "";
        return $"{string.Join(", ", Rules.Take(Shown))}{more} in {Path ?? "all of the dataset"}";
    }

    private bool Fits(string path) =>
        FileSystemName.MatchesSimpleExpression(Path, path)
        || FileSystemName.MatchesSimpleExpression(Path, path.AsSpan(path.LastIndexOf('/') + 1));
}
