using System.IO.Compression;
using System.Management.Automation;
using DeepQDataset.Building.Planning;
using DeepQDataset.Building.Zip;
using DeepQDataset.Commands.Bases;
using DeepQDataset.Commands.Output;
using DeepQDataset.Work;

namespace DeepQDataset.Commands;

/// <summary>Packs a dataset folder, or labels and their images, as a zip that the DeepQ platform accepts.</summary>
/// <remarks>
/// For labels, writes the images to image/ with valid, unique names, and label.csv with a row for every class of each image. A dataset with
/// errors is refused unless -AllowErrors is given. The zip gets its name when it is complete; otherwise nothing is left behind.
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
/// <para>Packs the images in a table with the labels of the table.</para>
/// </example>
[Cmdlet(VerbsCommon.New, "DqDatasetArchive", SupportsShouldProcess = true, DefaultParameterSetName = DqPathCommand.PathSet)]
[OutputType(typeof(DqArchive))]
public sealed class NewDqDatasetArchiveCommand : DqDatasetCommand
{
    private const string Sha256 = "SHA256";

    /// <summary>Specifies the zip to write; for an existing folder, the zip gets the name of the dataset.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    public string DestinationPath { get; set; } = "";

    /// <summary>Replaces an existing zip.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Waits until the zip is on the disk, and not only passed to the system.</summary>
    [Parameter]
    public SwitchParameter Flush { get; set; }

    /// <summary>
    /// Specifies the compression level for compressible files, such as uncompressed DICOM; PNG and JPEG are always stored. Fastest takes
    /// about half the time of Optimal, the default; SmallestSize saves little more; NoCompression stores everything.
    /// </summary>
    [Parameter]
    public CompressionLevel CompressionLevel { get; set; } = CompressionLevel.Optimal;

    /// <summary>
    /// Writes the same bytes for the same names and contents on any machine, without file times and with a slower compression that is the
    /// same everywhere.
    /// </summary>
    [Parameter]
    public SwitchParameter Reproducible { get; set; }

    /// <summary>Reads the whole zip before it gets its name, and compares names, sizes and checksums with the sources.</summary>
    [Parameter]
    public SwitchParameter Verify { get; set; }

    /// <summary>
    /// Specifies the hash algorithm: SHA256 (the default) sets Sha256 of the result; None leaves it empty, which is up to twice as fast if
    /// little is compressed and there are few processors.
    /// </summary>
    [Parameter]
    [ValidateSet(Sha256, "None")]
    public string HashAlgorithm { get; set; } = Sha256;

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

    private protected override string Destination => DestinationPath;

    /// <remarks>
    /// The figure of guide 3.0 has images beside label.csv; the vendor's program for local use reads what Export-DqDataset writes.
    /// </remarks>
    private protected override LabelPlanOptions LabelOptions => base.LabelOptions with { ImagesAtRoot = Edition == DqPlatform.Edition30 };

    private protected override string DestinationOf(string destination, string fullPath) =>
        Directory.Exists(destination) ? System.IO.Path.Combine(destination, Name(fullPath) + ".zip") : destination;

    private protected override bool IsTaken(string destination)
    {
        if (!File.Exists(destination) || Force)
        {
            return false;
        }

        WriteError(ErrorRecords.DestinationExists(destination));
        return true;
    }

    private protected override void Write(
        string source, string destination, Func<IProgress<WorkProgress>, CancellationToken, ArchivePlan> plan) => TryWork(
        source,
        (progress, cancellation) =>
        {
            using ArchivePlan made = plan(progress, cancellation);
            return (Archive: ArchiveWriter.Write(made, destination, Options, progress, cancellation), made.NegativesLeftOut);
        },
        written =>
        {
            WarnOfNegatives(written.NegativesLeftOut);
            WriteObject(written.Archive);
        });

    private static string Name(string fullPath)
    {
        string name = System.IO.Path.GetFileName(System.IO.Path.TrimEndingDirectorySeparator(fullPath));
        return File.Exists(fullPath) ? System.IO.Path.GetFileNameWithoutExtension(name) : name;
    }
}
