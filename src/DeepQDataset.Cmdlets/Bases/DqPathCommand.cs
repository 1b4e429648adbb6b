using System.Management.Automation;
using DeepQDataset.Commands.Binding;

namespace DeepQDataset.Commands.Bases;

/// <summary>Represents a command that processes datasets by path. An error of one does not prevent the next.</summary>
public abstract class DqPathCommand : DqCommand
{
    /// <summary>The parameter set with wildcards.</summary>
    internal const string PathSet = "Path";

    /// <summary>The parameter set without wildcards.</summary>
    internal const string LiteralPathSet = "LiteralPath";

    /// <summary>Specifies folders or zips. Wildcards are resolved.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = PathSet)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [PathText]
    public string[] Path { get; set; } = [];

    /// <summary>Specifies folders or zips as they are written: <c>[</c> and <c>*</c> are not wildcards.</summary>
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

    /// <summary>Processes one dataset.</summary>
    /// <param name="fullPath">The rooted path of an existing file or folder.</param>
    private protected abstract void ProcessPath(string fullPath);
}
