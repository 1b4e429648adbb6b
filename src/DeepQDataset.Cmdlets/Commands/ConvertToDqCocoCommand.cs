using System.Management.Automation;
using DeepQDataset.Building.Planning;
using DeepQDataset.Commands.Bases;
using DeepQDataset.Commands.Output;
using DeepQDataset.Conversion;
using DeepQDataset.Conversion.Export;
using DeepQDataset.Work;

namespace DeepQDataset.Commands;

/// <summary>Converts a dataset, or labels and their images, into COCO: one JSON, or a folder with the images.</summary>
/// <remarks>
/// A destination that ends in .json is that file alone, which names images by their paths below their common folder; any other is a folder
/// with annotations/instances.json and images. Classes of whole images become annotations without a box, and absent classes of an image
/// become its neg_category_ids; ConvertFrom-DqCoco reads both. The output is written completely or not at all; nothing is written to the
/// source.
/// </remarks>
/// <example>
/// <code>ConvertTo-DqCoco ./lesions.zip -DestinationPath ./lesions-coco</code>
/// <para>Writes a dataset as COCO with its images.</para>
/// </example>
/// <example>
/// <code>Get-DqLabel ./lesions | Where-Object Class -ne 'Unsure' | ConvertTo-DqCoco -DestinationPath ./lesions.json</code>
/// <para>Writes some of the labels as one JSON that refers to the existing images.</para>
/// </example>
[Cmdlet(VerbsData.ConvertTo, "DqCoco", SupportsShouldProcess = true, DefaultParameterSetName = DqPathCommand.PathSet)]
[OutputType(typeof(FileInfo))]
public sealed class ConvertToDqCocoCommand : DqExportCommand
{
    /// <summary>Specifies the JSON to write, or the folder for the JSON and the images.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    public string DestinationPath { get; set; } = "";

    private protected override string Destination => DestinationPath;

    private protected override IReadOnlyList<string> Parts => CocoExport.Parts;

    private protected override ExportOptions Options => base.Options with { IncludesImages = !IsFile };

    private bool IsFile => DestinationPath.EndsWith(".json", StringComparison.OrdinalIgnoreCase);

    private protected override bool IsTaken(string destination)
    {
        if (!IsFile)
        {
            return base.IsTaken(destination);
        }

        if (File.Exists(destination) && !Force)
        {
            WriteError(ErrorRecords.DestinationExists(destination));
            return true;
        }

        return false;
    }

    private protected override ArchivePlan PlanLabels(
        LabelSet labels, string? imageFolder, ConversionLog log, IProgress<WorkProgress> progress, CancellationToken cancellation) =>
        CocoExport.FromLabels(labels, imageFolder, Options, log, progress, cancellation);

    private protected override ArchivePlan PlanDataset(
        string fullPath, ConversionLog log, IProgress<WorkProgress> progress, CancellationToken cancellation) =>
        CocoExport.FromDataset(fullPath, Options, log, progress, cancellation);

    private protected override string Carry(
        ArchivePlan plan, string destination, IProgress<WorkProgress> progress, CancellationToken cancellation)
    {
        if (IsFile)
        {
            CocoExport.WriteFile(plan, destination, Force, cancellation);
            return destination;
        }

        return System.IO.Path.Combine(base.Carry(plan, destination, progress, cancellation),
            CocoExport.AnnotationPath.Replace('/', System.IO.Path.DirectorySeparatorChar));
    }
}
