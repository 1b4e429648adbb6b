using System.IO.Compression;
using System.Management.Automation;
using DeepQDataset.Building;

namespace DeepQDataset.Commands;

/// <summary>Packs a dataset folder, or labels and their images, as a zip that the DeepQ platform accepts.</summary>
/// <remarks>
/// From labels, writes the images into image/ under valid, unique names, and label.csv with a row for every class of each image. A dataset
/// with errors is refused unless -AllowErrors is given. The zip gets its name when all of it is written; nothing stays behind otherwise.
/// </remarks>
/// <example>
/// <code>New-DqDatasetArchive ./chest -DestinationPath chest.zip</code>
/// <para>Packs a dataset folder.</para>
/// </example>
/// <example>
/// <code>ConvertFrom-DqClassFolders ./Classes | New-DqDatasetArchive -DestinationPath chest.zip</code>
/// <para>Packs class folders as a labelled dataset.</para>
/// </example>
/// <example>
/// <code>Import-Csv findings.csv | New-DqDatasetArchive -Image { $_.file } -Class { $_.finding } -ImageFolder ./png -DestinationPath
/// chest.zip</code>
/// <para>Packs the images that a table names, with the labels it gives them.</para>
/// </example>
[Cmdlet(VerbsCommon.New, "DqDatasetArchive", SupportsShouldProcess = true, DefaultParameterSetName = DqPathCommand.PathSet)]
[OutputType(typeof(DqArchive))]
public sealed partial class NewDqDatasetArchiveCommand : DqCommand
{
    private const string LabelSetName = "Label";
    private const string Sha256 = "SHA256";

    private PathPatterns _excluded = new([]);
    private readonly HashSet<string> _written = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The dataset's folder or zip; wildcards are resolved.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = DqPathCommand.PathSet)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [PathText]
    public string[] Path { get; set; } = [];

    /// <summary>The dataset's folder or zip, taken as it is written: <c>[</c> and <c>*</c> mean themselves.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = DqPathCommand.LiteralPathSet)]
    [Alias("PSPath", "FullName")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>The zip to write; in an existing folder, the zip gets the dataset's name.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    public string DestinationPath { get; set; } = "";

    /// <summary>Packs the dataset even if it has errors.</summary>
    [Parameter(ParameterSetName = DqPathCommand.PathSet)]
    [Parameter(ParameterSetName = DqPathCommand.LiteralPathSet)]
    public SwitchParameter AllowErrors { get; set; }

    /// <summary>Replaces an existing zip.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Waits until the zip is on the disk, not just handed to the system.</summary>
    [Parameter]
    public SwitchParameter Flush { get; set; }

    /// <summary>
    /// How hard to compress what compressing helps, such as uncompressed DICOM; PNG and JPEG are stored whatever this says. Fastest takes
    /// about half the time of Optimal, the default; SmallestSize saves little more; NoCompression stores everything.
    /// </summary>
    [Parameter]
    public CompressionLevel CompressionLevel { get; set; } = CompressionLevel.Optimal;

    /// <summary>
    /// Makes the same bytes of the same names and contents, on any machine: no file times, and a slower compression that depends on none.
    /// </summary>
    [Parameter]
    public SwitchParameter Reproducible { get; set; }

    /// <summary>Reads all of the zip back before it gets its name, and compares names, sizes and checksums with what was read.</summary>
    [Parameter]
    public SwitchParameter Verify { get; set; }

    /// <summary>
    /// SHA256, the default, gives the zip's hash in Sha256; None leaves that empty, which is up to twice as fast where next to nothing is
    /// compressed and there are few processors.
    /// </summary>
    [Parameter]
    [ValidateSet(Sha256, "None")]
    public string HashAlgorithm { get; set; } = Sha256;

    /// <summary>
    /// Files that stay out: wildcards that a file's name or its path in the dataset fits, such as <c>*_draft.png</c> or
    /// <c>image/Study3/*</c>; from labels, what an image's name or path fits, together with its labels. Case does not matter.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] Exclude { get; set; } = [];

    /// <summary>How many threads read and compress; as many as there are processors when left out.</summary>
    [Parameter]
    [ValidateRange(1, 1024)]
    public int ThrottleLimit { get; set; } = Environment.ProcessorCount;

    /// <inheritdoc/>
    protected override void BeginProcessing() => _excluded = new PathPatterns(Exclude);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        PathResolver resolver = new(this);
        switch (ParameterSetName)
        {
            case LabelSetName:
                AddLabel(resolver);
                break;
            case DqPathCommand.LiteralPathSet:
                PackDatasets(resolver, resolver.Literal(LiteralPath));
                break;
            default:
                PackDatasets(resolver, resolver.Wildcard(Path));
                break;
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (string.Equals(ParameterSetName, LabelSetName, StringComparison.Ordinal))
        {
            PackLabels(new PathResolver(this));
        }
    }

    private ArchiveOptions Options => new()
    {
        Overwrite = Force,
        Flush = Flush,
        CompressionLevel = CompressionLevel,
        Reproducible = Reproducible,
        Verify = Verify,
        Hash = string.Equals(HashAlgorithm, Sha256, StringComparison.OrdinalIgnoreCase),
        ThrottleLimit = ThrottleLimit,
    };

    /// <summary>Whether a destination may be written: not there yet, or to be replaced, and not of this very command.</summary>
    private bool MayWrite(string destination)
    {
        if (!_written.Add(destination))
        {
            WriteError(ErrorRecords.DestinationTakenTwice(destination));
            return false;
        }

        if (File.Exists(destination) && !Force)
        {
            WriteError(ErrorRecords.DestinationExists(destination));
            return false;
        }

        return true;
    }
}
