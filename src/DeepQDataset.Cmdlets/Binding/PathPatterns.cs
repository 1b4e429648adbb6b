using System.Management.Automation;

namespace DeepQDataset.Commands.Binding;

/// <summary>
/// Wildcards that paths inside of datasets are held against: all of a path, or the file's name. <c>/</c> is no bound to <c>*</c>.
/// </summary>
/// <param name="patterns">The wildcards; either slash separates folders.</param>
internal sealed class PathPatterns(IEnumerable<string> patterns)
{
    private readonly WildcardPattern[] _patterns = patterns
        .Select(static pattern =>
            new WildcardPattern(pattern.Replace('\\', '/'), WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant))
        .ToArray();

    /// <summary>Determines whether a path fits any of them.</summary>
    /// <param name="path">The path; either slash separates folders.</param>
    public bool Fit(string path)
    {
        if (_patterns.Length == 0)
        {
            return false;
        }

        string normal = path.Replace('\\', '/');
        string name = normal[(normal.LastIndexOf('/') + 1)..];
        return Array.Exists(_patterns, pattern => pattern.IsMatch(normal) || pattern.IsMatch(name));
    }
}
