using System.Collections.Concurrent;
using System.Management.Automation;
using DeepQDataset.Commands.Bases;
using DeepQDataset.Commands.Binding;
using DeepQDataset.Commands.Output;
using DeepQDataset.Comparison;
using DeepQDataset.Settings;

namespace DeepQDataset.Commands;

/// <summary>Compares two deliveries of a dataset and lists the images and labels that were added, removed, renamed or changed.</summary>
/// <remarks>
/// Images are equal if their names below image or Classes and their bytes are equal; equal bytes under another name are a renamed image.
/// Sizes are compared first, and bytes only if the sizes are equal. For two zips, different checksums in their directories make reading
/// unnecessary; equal ones do not. Labels are compared by their meaning, not by the name of the image or the position of the row; boxes by
/// their numbers to a hundredth of a pixel, and a box that moved is a changed one if it overlaps its earlier position. Equal deliveries
/// give no output. Paths are taken as they are written: [ and * are not wildcards.
/// </remarks>
/// <example>
/// <code>Compare-DqDataset ./chest-may.zip ./chest-june.zip</code>
/// <para>Lists what changed from May to June.</para>
/// </example>
/// <example>
/// <code>Compare-DqDataset ./chest ./chest.zip | Group-Object Item, Kind -NoElement</code>
/// <para>Counts the differences between a folder and a zip by kind.</para>
/// </example>
/// <example>
/// <code>Get-ChildItem ./deliveries/*.zip | Compare-DqDataset -ReferencePath ./master | Where-Object Item -eq Label</code>
/// <para>Compares several deliveries with one reference and lists the changed labels.</para>
/// </example>
[Cmdlet(VerbsData.Compare, "DqDataset")]
[OutputType(typeof(DqDifference))]
public sealed class CompareDqDatasetCommand : DqCommand
{
    private string? _reference;

    /// <summary>Specifies the reference folder or zip: the earlier delivery.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string ReferencePath { get; set; } = "";

    /// <summary>Specifies the folder or zip to compare: the later delivery. Several are compared one after the other.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "FullName")]
    [ValidateNotNullOrEmpty]
    [PathText]
    public string[] DifferencePath { get; set; } = [];

    /// <summary>Specifies the number of threads that read images. The default is the number of processors.</summary>
    [Parameter]
    [ValidateRange(1, 1024)]
    public int ThrottleLimit { get; set; } = ValidationOptions.Default.ThrottleLimit;

    /// <inheritdoc/>
    protected override void BeginProcessing() => _reference = new PathResolver(this).Literal([ReferencePath]).FirstOrDefault();

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (_reference is not string reference)
        {
            return;
        }

        foreach (string difference in new PathResolver(this).Literal(DifferencePath))
        {
            Compare(reference, difference);
        }
    }

    private void Compare(string reference, string difference)
    {
        WriteVerbose($"Comparing '{difference}' with '{reference}'.");
        ConcurrentQueue<DatasetException> failures = new();
        TryStream(
            difference,
            (progress, cancellation) => DatasetComparer.Compare(reference, difference, ThrottleLimit, failures, progress, cancellation),
            WriteObject);
        foreach (DatasetException failure in failures.OrderBy(static failure => failure.Message, StringComparer.Ordinal))
        {
            WriteError(ErrorRecords.From(failure, failure.Target));
        }
    }
}
