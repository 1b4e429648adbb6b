using System.Management.Automation;
using DeepQDataset.Building.Planning;
using DeepQDataset.Commands.Binding;
using DeepQDataset.Commands.Output;
using DeepQDataset.Work;

namespace DeepQDataset.Commands.Bases;

/// <summary>Represents what the commands share that build a dataset, of one that is there already or of labels and their images.</summary>
public abstract partial class DqBuildCommand : DqCommand
{
    /// <summary>The parameter set of labels.</summary>
    internal const string LabelSetName = "Label";

    /// <summary>The parameter set of the rows of a user's own table.</summary>
    internal const string TableSetName = "Table";

    private PathPatterns _excluded = new([]);
    private readonly HashSet<string> _written = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Specifies the dataset's folder or zip; wildcards are resolved.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = DqPathCommand.PathSet)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [PathText]
    public string[] Path { get; set; } = [];

    /// <summary>Specifies the dataset's folder or zip, taken as it is written: <c>[</c> and <c>*</c> mean themselves.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = DqPathCommand.LiteralPathSet)]
    [Alias("PSPath", "FullName")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>Builds the dataset even if the one it is made of has errors.</summary>
    [Parameter(ParameterSetName = DqPathCommand.PathSet)]
    [Parameter(ParameterSetName = DqPathCommand.LiteralPathSet)]
    public SwitchParameter AllowErrors { get; set; }

    /// <summary>
    /// Files that stay out: wildcards that a file's name or its path in the dataset fits, such as <c>*_draft.png</c> or
    /// <c>image/Study3/*</c>;
    /// from labels, what an image's name or path fits, together with its labels. Case does not matter.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] Exclude { get; set; } = [];

    /// <summary>Specifies the number of threads that read and write; as many as there are processors when left out.</summary>
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
        // The set is unknown where the parameters are for labels, and no label came in.
        if (_received > 0 || ParameterSetName is not (DqPathCommand.PathSet or DqPathCommand.LiteralPathSet))
        {
            BuildFromLabels(new PathResolver(this));
        }
    }

    /// <summary>Where to build, as the user wrote it.</summary>
    private protected abstract string Destination { get; }

    /// <summary>How labels become a dataset.</summary>
    private protected virtual LabelPlanOptions LabelOptions => new() { ThrottleLimit = ThrottleLimit };

    /// <summary>Gets the edition that is to read the dataset.</summary>
    private protected virtual DqPlatform Edition => _settings.Platform ?? default;

    /// <summary>Returns the destination of a dataset, where that depends on it.</summary>
    /// <param name="destination">The rooted path that was given.</param>
    /// <param name="fullPath">The dataset's.</param>
    private protected virtual string DestinationOf(string destination, string fullPath) => destination;

    /// <summary>Determines whether something is at a destination that only -Force replaces; says so by an error then.</summary>
    private protected abstract bool IsTaken(string destination);

    /// <summary>Starts the work of carrying a plan out.</summary>
    /// <param name="source">The path that errors are about.</param>
    /// <param name="destination">The rooted path to write.</param>
    /// <param name="plan">Makes the plan, on another thread.</param>
    private protected abstract void Write(
        string source, string destination, Func<IProgress<WorkProgress>, CancellationToken, ArchivePlan> plan);

    /// <summary>Plans what is to be written of labels; called on another thread.</summary>
    /// <param name="labels">The labels.</param>
    /// <param name="imageFolder">Where images without a source lie; null if that was not said.</param>
    /// <param name="progress">Receives the progress.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    private protected virtual ArchivePlan PlanLabels(
        LabelSet labels, string? imageFolder, IProgress<WorkProgress> progress, CancellationToken cancellation) =>
        ArchivePlan.FromLabels(labels, imageFolder, LabelOptions, cancellation);

    /// <summary>Determines whether a path of the dataset or an image's name is excluded.</summary>
    private protected bool IsExcluded(string path) => _excluded.Fit(path);

    /// <summary>Determines whether a destination may be written: not there yet, or to be replaced, and not of this very command.</summary>
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
