using System.Management.Automation;
using DeepQDataset.Building.Planning;
using DeepQDataset.Commands.Binding;
using DeepQDataset.Commands.Output;
using DeepQDataset.Work;

namespace DeepQDataset.Commands.Bases;

/// <summary>Represents a command that builds a dataset from an existing one, or from labels and their images.</summary>
public abstract partial class DqBuildCommand : DqCommand
{
    /// <summary>The parameter set of labels.</summary>
    internal const string LabelSetName = "Label";

    /// <summary>The parameter set of the rows of a user's own table.</summary>
    internal const string TableSetName = "Table";

    private PathPatterns _excluded = new([]);
    private readonly HashSet<string> _written = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Specifies the folder or zip of the dataset. Wildcards are resolved.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = DqPathCommand.PathSet)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [PathText]
    public string[] Path { get; set; } = [];

    /// <summary>Specifies the folder or zip of the dataset as it is written: <c>[</c> and <c>*</c> are not wildcards.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = DqPathCommand.LiteralPathSet)]
    [Alias("PSPath", "FullName")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>Builds the dataset even if the source has errors.</summary>
    [Parameter(ParameterSetName = DqPathCommand.PathSet)]
    [Parameter(ParameterSetName = DqPathCommand.LiteralPathSet)]
    public SwitchParameter AllowErrors { get; set; }

    /// <summary>
    /// Specifies files to leave out, as wildcard patterns for the file name or the path in the dataset, such as <c>*_draft.png</c> or
    /// <c>image/Study3/*</c>; for labels, patterns for the name or path of an image, which is left out with its labels. Case is ignored.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] Exclude { get; set; } = [];

    /// <summary>Specifies the number of threads that read and write. The default is the number of processors.</summary>
    [Parameter]
    [ValidateRange(1, 1024)]
    public int ThrottleLimit { get; set; } = Environment.ProcessorCount;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        _excluded = new PathPatterns(Exclude);
        _settings = new ValidationInputs(this).Settings(SettingsPath);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        PathResolver resolver = new(this);
        switch (ParameterSetName)
        {
            case LabelSetName:
                AddLabels(resolver);
                break;
            case TableSetName:
                AddRow(resolver);
                break;
            case DqPathCommand.LiteralPathSet:
                BuildDatasets(resolver, resolver.Literal(LiteralPath));
                break;
            default:
                BuildDatasets(resolver, resolver.Wildcard(Path));
                break;
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        // The parameter set is unknown if the parameters are for labels, and there was no label.
        if (_received > 0 || ParameterSetName is not (DqPathCommand.PathSet or DqPathCommand.LiteralPathSet))
        {
            BuildFromLabels(new PathResolver(this));
        }
    }

    /// <summary>Gets the destination as the user wrote it.</summary>
    private protected abstract string Destination { get; }

    /// <summary>Gets the options for planning labels.</summary>
    private protected virtual LabelPlanOptions LabelOptions => new() { ThrottleLimit = ThrottleLimit };

    /// <summary>Gets the edition of the platform to write for.</summary>
    private protected virtual DqPlatform Edition => _settings.Platform ?? default;

    /// <summary>Returns the destination of a dataset, if it depends on the dataset.</summary>
    /// <param name="destination">The given rooted path.</param>
    /// <param name="fullPath">The rooted path of the dataset.</param>
    private protected virtual string DestinationOf(string destination, string fullPath) => destination;

    /// <summary>Determines whether the destination exists and -Force is required to replace it, which is reported as an error.</summary>
    private protected abstract bool IsTaken(string destination);

    /// <summary>Starts to carry out a plan.</summary>
    /// <param name="source">The path for errors.</param>
    /// <param name="destination">The rooted path to write.</param>
    /// <param name="plan">Creates the plan, on another thread.</param>
    private protected abstract void Write(
        string source, string destination, Func<IProgress<WorkProgress>, CancellationToken, ArchivePlan> plan);

    /// <summary>Plans the output for labels; called on another thread.</summary>
    /// <param name="labels">The labels.</param>
    /// <param name="imageFolder">The folder with the images of labels without a source; null if it was not given.</param>
    /// <param name="progress">Receives the progress.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    private protected virtual ArchivePlan PlanLabels(
        LabelSet labels, string? imageFolder, IProgress<WorkProgress> progress, CancellationToken cancellation) =>
        ArchivePlan.FromLabels(labels, imageFolder, LabelOptions, cancellation);

    /// <summary>Determines whether a path in the dataset or the name of an image is excluded.</summary>
    private protected bool IsExcluded(string path) => _excluded.Fit(path);

    /// <summary>
    /// Determines whether a destination may be written: it does not exist or may be replaced, and was not written by this command.
    /// </summary>
    private bool MayWrite(string destination)
    {
        if (!_written.Add(destination))
        {
            WriteError(ErrorRecords.DestinationTakenTwice(destination));
            return false;
        }

        return !IsTaken(destination);
    }
}
