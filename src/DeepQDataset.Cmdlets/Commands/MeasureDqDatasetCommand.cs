using System.Management.Automation;
using DeepQDataset.Commands.Bases;
using DeepQDataset.Commands.Binding;
using DeepQDataset.Commands.Output;
using DeepQDataset.Settings;
using DeepQDataset.Statistics;

namespace DeepQDataset.Commands;

/// <summary>Counts the images and boxes of each class of datasets and their sizes, or the patients that they come from.</summary>
/// <remarks>
/// The input is label.csv, class folders or LabelMe files. The class with the most images comes first; unlabelled images are a separate row
/// without a class at the end. The shares are parts of all images, so that those of a dataset with several labels for an image add up to
/// more than 1. Labels from the pipeline are counted without reading their images, so that the sizes of images are unknown.
/// </remarks>
/// <example>
/// <code>Measure-DqDataset ./chest.zip</code>
/// <para>Shows the number of images of each class, and their sizes.</para>
/// </example>
/// <example>
/// <code>Measure-DqDataset ./ct -By Patient | Where-Object LargestPatientShare -gt 0.2</code>
/// <para>Finds the classes in which one patient has more than a fifth of the images. No patient is named.</para>
/// </example>
/// <example>
/// <code>ConvertFrom-DqClassFolders ./Classes | Where-Object Class -ne 'Unsure' | Measure-DqDataset</code>
/// <para>Counts labels before they are packed.</para>
/// </example>
[Cmdlet(VerbsDiagnostic.Measure, "DqDataset", DefaultParameterSetName = PathSet)]
[OutputType(typeof(DqClassStatistics), typeof(DqPatientStatistics))]
public sealed class MeasureDqDatasetCommand : DqPathCommand
{
    private const string LabelSet = "Label";

    private readonly LabelMeasurer _labels = new();

    /// <summary>Specifies labels of Get-DqLabel or a converter.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = LabelSet)]
    public DqLabel[] InputObject { get; set; } = [];

    /// <summary>
    /// Specifies what to count: Class counts images and boxes and their sizes; Patient counts patients and studies by the DICOM headers (by
    /// study for images without a patient).
    /// </summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralPathSet)]
    public DqStatisticsGroup By { get; set; } = DqStatisticsGroup.Class;

    /// <summary>Does not read the headers of images, which is much faster but leaves the sizes of images empty.</summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralPathSet)]
    public SwitchParameter LabelsOnly { get; set; }

    /// <summary>Specifies the number of threads that read images. The default is the number of processors.</summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralPathSet)]
    [ValidateRange(1, 1024)]
    public int ThrottleLimit { get; set; } = ValidationOptions.Default.ThrottleLimit;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (LabelsOnly && By == DqStatisticsGroup.Patient)
        {
            ThrowTerminatingError(ErrorRecords.PatientsNeedHeaders());
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (!string.Equals(ParameterSetName, LabelSet, StringComparison.Ordinal))
        {
            base.ProcessRecord();
            return;
        }

        foreach (DqLabel label in InputObject)
        {
            _labels.Add(label);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (string.Equals(ParameterSetName, LabelSet, StringComparison.Ordinal))
        {
            WriteObject(_labels.ToStatistics(), enumerateCollection: true);
        }
    }

    private protected override void ProcessPath(string fullPath)
    {
        WriteVerbose($"Measuring '{fullPath}'.");
        if (By == DqStatisticsGroup.Patient)
        {
            TryWork(
                fullPath,
                (progress, cancellation) => DatasetMeasurer.MeasurePatients(fullPath, ThrottleLimit, progress, cancellation),
                measured => Emit(fullPath, measured));
        }
        else
        {
            TryWork(
                fullPath,
                (progress, cancellation) => DatasetMeasurer.Measure(fullPath, !LabelsOnly, ThrottleLimit, progress, cancellation),
                measured => Emit(fullPath, measured));
        }
    }

    private void Emit<T>(string fullPath, DatasetMeasurement<T> measured)
    {
        if (measured.UnplacedLabels > 0)
        {
            WriteWarning(
                $"'{fullPath}': labels not counted, as they name no image or several: {measured.UnplacedLabels}. Get-DqIssue says which.");
        }

        if (measured.UnreadImages > 0)
        {
            WriteWarning($"'{fullPath}': the headers of {measured.UnreadImages} images cannot be read. Get-DqIssue says why.");
        }

        WriteObject(measured.Classes, enumerateCollection: true);
    }
}
