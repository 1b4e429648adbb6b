using System.Management.Automation;
using DeepQDataset.Commands.Bases;
using DeepQDataset.Reading;
using DeepQDataset.Settings;

namespace DeepQDataset.Commands;

/// <summary>
/// Describes the content of datasets: layout, task, images, labels and classes, and for DICOM patients, studies and series, for which the
/// headers of all DICOM images are read. Nothing is validated, and no PNG or JPEG is opened.
/// </summary>
/// <example>
/// <code>Get-DqDataset ./incoming/*</code>
/// <para>Lists the datasets of a folder.</para>
/// </example>
/// <example>
/// <code>Get-DqDataset ./ct.zip | Format-List Images, Patients, Studies, Series</code>
/// <para>Counts the patients, studies and series in the DICOM headers of a zip. Patients is empty for a dataset without DICOM.</para>
/// </example>
[Cmdlet(VerbsCommon.Get, "DqDataset", DefaultParameterSetName = PathSet)]
[OutputType(typeof(DqDataset))]
public sealed class GetDqDatasetCommand : DqPathCommand
{
    /// <summary>Specifies the number of threads that read DICOM headers. The default is the number of processors.</summary>
    [Parameter]
    [ValidateRange(1, 1024)]
    public int ThrottleLimit { get; set; } = ValidationOptions.Default.ThrottleLimit;

    private protected override void ProcessPath(string fullPath)
    {
        WriteVerbose($"Listing '{fullPath}'.");
        TryWork(fullPath, (progress, cancellation) => DatasetReader.Describe(fullPath, ThrottleLimit, progress, cancellation), WriteObject);
    }
}
