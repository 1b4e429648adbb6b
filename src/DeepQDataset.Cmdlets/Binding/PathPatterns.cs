using System.Management.Automation;

namespace DeepQDataset.Commands.Binding;

/// <summary>Represents wildcard patterns for paths in datasets: the whole path, or the file name. <c>*</c> also matches <c>/</c>.</summary>
/// <param name="patterns">The patterns; both slashes separate folders.</param>
internal sealed class PathPatterns(IEnumerable<string> patterns)
{
    private readonly WildcardPattern[] _patterns = patterns
        .Select(static pattern =>
            new WildcardPattern(pattern.Replace('\\', '/'), WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant))
        .ToArray();

    /// <summary>Determines whether a path matches any of the patterns.</summary>
    /// <param name="path">The path; both slashes separate folders.</param>
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
