using System.Management.Automation;
using DeepQDataset.Commands.Bases;
using DeepQDataset.Reading;
using DeepQDataset.Settings;

namespace DeepQDataset.Commands;

/// <summary>Lists the images of datasets with the values of their headers: size, bit depth, study, series and labels.</summary>
/// <example>
/// <code>Get-DqImage ./chest.zip | Where-Object Width -lt 512</code>
/// <para>Lists the images of a zip that are narrower than 512 pixels.</para>
/// </example>
/// <example>
/// <code>Get-DqImage ./ct | Group-Object Modality, TransferSyntaxName -NoElement</code>
/// <para>Shows the transfer syntaxes of the DICOM images of a folder.</para>
/// </example>
[Cmdlet(VerbsCommon.Get, "DqImage", DefaultParameterSetName = PathSet)]
[OutputType(typeof(DqImage))]
public sealed class GetDqImageCommand : DqPathCommand
{
    /// <summary>Specifies the number of threads that read images. The default is the number of processors.</summary>
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
