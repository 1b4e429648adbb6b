using System.Management.Automation;
using DeepQDataset.Commands.Bases;
using DeepQDataset.Reading;
using DeepQDataset.Settings;

namespace DeepQDataset.Commands;

/// <summary>Lists the images of datasets with what their headers say: size, bit depth, study, series and labels.</summary>
/// <example>
/// <code>Get-DqImage ./chest.zip | Where-Object Width -lt 512</code>
/// <para>Lists the images of a zip that are narrower than 512 pixels.</para>
/// </example>
/// <example>
/// <code>Get-DqImage ./ct | Group-Object Modality, TransferSyntaxName -NoElement</code>
/// <para>Shows in which transfer syntaxes the DICOM images of a folder are written.</para>
/// </example>
[Cmdlet(VerbsCommon.Get, "DqImage", DefaultParameterSetName = PathSet)]
[OutputType(typeof(DqImage))]
public sealed class GetDqImageCommand : DqPathCommand
{
    /// <summary>Specifies the number of threads that read images; as many as there are processors when left out.</summary>
    [Parameter]
    [ValidateRange(1, 1024)]
    public int ThrottleLimit { get; set; } = ValidationOptions.Default.ThrottleLimit;

    private protected override void ProcessPath(string fullPath)
    {
        WriteVerbose($"Reading the image headers of '{fullPath}'.");
        TryStream(
            fullPath, (progress, cancellation) => DatasetReader.ReadImages(fullPath, ThrottleLimit, progress, cancellation), WriteObject);
    }
}
