using System.Management.Automation;
using DeepQDataset.Commands.Bases;
using DeepQDataset.Commands.Binding;
using DeepQDataset.Commands.Output;
using DeepQDataset.Extraction;
using DeepQDataset.Sources.Zip;

namespace DeepQDataset.Commands;

/// <summary>Unpacks a zip safely: nothing is written outside of the destination, and each file is complete or does not exist.</summary>
/// <remarks>
/// No links or special files are created, names are corrected for every system, and system files (__MACOSX, .DS_Store, Thumbs.db and the
/// like) are left out. An entry that is encrypted, damaged or unsafe is an error, and the others are written. An existing file with the
/// same content is unchanged, so that a second run continues after an interruption.
/// </remarks>
/// <example>
/// <code>Expand-DqDatasetArchive ./chest.zip</code>
/// <para>Unpacks into the folder chest in the current location.</para>
/// </example>
/// <example>
/// <code>Get-ChildItem ./incoming/*.zip | Expand-DqDatasetArchive -DestinationPath { "./work/$($_.BaseName)" } | Test-DqDataset</code>
/// <para>Unpacks each zip into a folder of its own and tests it there.</para>
/// </example>
[Cmdlet(VerbsData.Expand, "DqDatasetArchive", SupportsShouldProcess = true, DefaultParameterSetName = PathSet)]
[OutputType(typeof(DirectoryInfo))]
public sealed class ExpandDqDatasetArchiveCommand : DqBudgetCommand
{
    private readonly HashSet<string> _used = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Specifies the folder to unpack into, which is created if it does not exist. The default is a folder with the name of the zip in the
    /// current location.
    /// </summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? DestinationPath { get; set; }

    /// <summary>Replaces existing files with other content.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Specifies the number of threads that unpack. The default is the number of processors.</summary>
    [Parameter]
    [ValidateRange(1, 1024)]
    public int ThrottleLimit { get; set; } = ExtractionOptions.Default.ThrottleLimit;

    private protected override void ProcessPath(string fullPath)
    {
        string? destination = DestinationPath is null ? DefaultDestination(fullPath) : new PathResolver(this).Destination(DestinationPath);
        if (destination is null)
        {
            return;
        }

        if (_used.Contains(destination))
        {
            WriteError(ErrorRecords.ArchivesMixed(destination));
            return;
        }

        _used.Add(destination);
        if (ShouldProcess(destination, $"Unpack '{fullPath}'"))
        {
            WriteVerbose($"Unpacking '{fullPath}' into '{destination}'.");
            TryWork(
                fullPath,
                (progress, cancellation) => ArchiveExtractor.Extract(fullPath, destination, Options, progress, cancellation),
                result => Emit(fullPath, result));
        }
    }

    private ExtractionOptions Options => new()
    {
        Overwrite = Force,
        Budget = new ZipBudget
        {
            MaximumRatio = MaximumRatio ?? ZipBudget.Default.MaximumRatio,
            MaximumEntryBytes = MaximumEntryBytes,
            MaximumTotalBytes = MaximumTotalBytes,
        },
        ThrottleLimit = ThrottleLimit,
    };

    private void Emit(string fullPath, ExtractionResult result)
    {
        foreach (DatasetException failure in result.Failures)
        {
            WriteError(ErrorRecords.From(failure, fullPath));
        }

        WriteVerbose($"{result.Written} files written, {result.Kept} there already, {result.LeftOut} of operating systems left out.");
        WriteObject(InvokeProvider.Item.Get([result.Path], force: true, literalPath: true), enumerateCollection: true);
    }

    private string DefaultDestination(string fullPath)
    {
        string name = System.IO.Path.GetFileName(System.IO.Path.TrimEndingDirectorySeparator(fullPath));
        string folder = name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) ? name[..^4] : name;
        return System.IO.Path.Join(SessionState.Path.CurrentFileSystemLocation.ProviderPath, folder);
    }
}
