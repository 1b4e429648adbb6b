using System.Management.Automation;
using DeepQDataset.Building.Planning;
using DeepQDataset.Commands.Bases;
using DeepQDataset.Conversion;
using DeepQDataset.Conversion.Export;
using DeepQDataset.Work;

namespace DeepQDataset.Commands;

/// <summary>Converts a dataset, or labels and their images, into a folder for YOLO.</summary>
/// <remarks>
/// Boxes become images/train, labels/train and data.yaml; classes become train with a folder for each, if each image has exactly one.
/// Datasets have no splits: move images to val before you train. The folder is written completely or not at all; nothing is written to the
/// source.
/// </remarks>
/// <example>
/// <code>ConvertTo-DqYolo ./lesions.zip -DestinationPath ./lesions-yolo</code>
/// <para>Writes a detection dataset for YOLO.</para>
/// </example>
/// <example>
/// <code>ConvertFrom-DqVoc ./voc | ConvertTo-DqYolo -DestinationPath ./yolo -Link Hard</code>
/// <para>Converts one tool's annotations into another's, with links instead of copies of the images.</para>
/// </example>
[Cmdlet(VerbsData.ConvertTo, "DqYolo", SupportsShouldProcess = true, DefaultParameterSetName = DqPathCommand.PathSet)]
[OutputType(typeof(FileInfo))]
public sealed class ConvertToDqYoloCommand : DqExportCommand
{
    /// <summary>Specifies the folder to write, which is created if it does not exist.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    public string DestinationPath { get; set; } = "";

    private protected override string Destination => DestinationPath;

    private protected override IReadOnlyList<string> Parts => YoloExport.Parts;

    private protected override ArchivePlan PlanLabels(
        LabelSet labels, string? imageFolder, ConversionLog log, IProgress<WorkProgress> progress, CancellationToken cancellation) =>
        YoloExport.FromLabels(labels, imageFolder, Options, log, progress, cancellation);

    private protected override ArchivePlan PlanDataset(
        string fullPath, ConversionLog log, IProgress<WorkProgress> progress, CancellationToken cancellation) =>
        YoloExport.FromDataset(fullPath, Options, log, progress, cancellation);

    private protected override string Carry(
        ArchivePlan plan, string destination, IProgress<WorkProgress> progress, CancellationToken cancellation) =>
        System.IO.Path.Combine(base.Carry(plan, destination, progress, cancellation), YoloExport.DescriptionPath);
}
