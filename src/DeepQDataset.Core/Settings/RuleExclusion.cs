using System.IO.Enumeration;

namespace DeepQDataset.Settings;

/// <summary>Represents issues that do not count, and the reason.</summary>
/// <param name="Rules">The ids of the rules.</param>
/// <param name="Path">
/// A wildcard pattern (<c>*</c> and <c>?</c>) for the file name or the path in the dataset, ignoring case; null for all files.
/// </param>
/// <param name="Reason">The reason.</param>
/// <param name="Expires">The last day on which it applies; null if it does not expire.</param>
public sealed record RuleExclusion(IReadOnlyList<string> Rules, string? Path, string Reason, DateOnly? Expires)
{
    private const int Shown = 3;

    /// <summary>Determines whether it has expired.</summary>
    /// <param name="today">The date.</param>
    public bool IsExpired(DateOnly today) => Expires < today;

    /// <summary>
    /// Determines whether it applies to an issue. An issue about several files has the path that it shows; one about the dataset as a whole
    /// has none.
    /// </summary>
    internal bool Covers(DqIssue issue)
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
