using System.Management.Automation;
using DeepQDataset.Commands.Binding;

namespace DeepQDataset.Commands.Bases;

/// <summary>
/// Represents a command that takes datasets by their paths and works on one after the other; what is wrong with one never keeps it from the
/// next.
/// </summary>
public abstract class DqPathCommand : DqCommand
{
    /// <summary>The parameter set with wildcards.</summary>
    internal const string PathSet = "Path";

    /// <summary>The parameter set without.</summary>
    internal const string LiteralPathSet = "LiteralPath";

    /// <summary>Folders or zips; wildcards are resolved.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = PathSet)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [PathText]
    public string[] Path { get; set; } = [];

    /// <summary>Folders or zips, taken as they are written: <c>[</c> and <c>*</c> mean themselves.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = LiteralPathSet)]
    [Alias("PSPath", "FullName")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        PathResolver resolver = new(this);
        foreach (string path in string.Equals(ParameterSetName, LiteralPathSet, StringComparison.Ordinal)
                ? resolver.Literal(LiteralPath)
                : resolver.Wildcard(Path))
        {
            ProcessPath(path);
        }
    }

    /// <summary>Works on one dataset.</summary>
    /// <param name="fullPath">The rooted path of something that exists in the file system.</param>
    private protected abstract void ProcessPath(string fullPath);
}
