using System.Management.Automation;
using DeepQDataset.Commands.Bases;
using DeepQDataset.Conversion;
using DeepQDataset.Conversion.Coco;
using DeepQDataset.Work;

namespace DeepQDataset.Commands;

/// <summary>
/// Converts COCO annotations into labels: one with a box for each object, and one with the class 'nothing to label' for each image without
/// any.
/// </summary>
/// <remarks>
/// The input is a JSON file, or a folder or zip with JSON files; if there are instances_*.json, only those are read. If no annotation has a
/// box or an outline, the labels are classes of whole images. A missing box is calculated from the polygons or the mask. An image whose
/// annotations could not be converted has no class, since it is not known to be empty.
/// </remarks>
/// <example>
/// <code>ConvertFrom-DqCoco ./annotations/instances_train.json -ImageFolder ./train | New-DqDatasetArchive -DestinationPath
/// train.zip</code>
/// <para>Packs a COCO dataset for the platform.</para>
/// </example>
/// <example>
/// <code>ConvertFrom-DqCoco ./coco -Task Segmentation | New-DqDatasetArchive -Platform 3.0 -DestinationPath masks.zip</code>
/// <para>Packs polygons and run lengths as masks, which edition 3.0 of the platform reads.</para>
/// </example>
/// <example>
/// <code>ConvertFrom-DqCoco ./coco -Strict -ErrorAction Stop | New-DqDatasetArchive -DestinationPath coco.zip</code>
/// <para>Writes nothing unless everything could be converted.</para>
/// </example>
[Cmdlet(VerbsData.ConvertFrom, "DqCoco", DefaultParameterSetName = PathSet)]
[OutputType(typeof(DqLabel))]
public sealed class ConvertFromDqCocoCommand : DqAnnotationCommand
{
    /// <summary>
    /// Specifies the task: Detection (the default) creates boxes, or classes of whole images if no annotation has a box or an outline;
    /// Segmentation creates a mask for each image and class from polygons and run lengths.
    /// </summary>
    [Parameter]
    [ValidateSet(nameof(DqTask.Detection), nameof(DqTask.Segmentation))]
    public DqTask Task { get; set; } = DqTask.Detection;

    /// <summary>Includes boxes around crowds (iscrowd 1), which are left out by default.</summary>
    [Parameter]
    public SwitchParameter IncludeCrowd { get; set; }

    private protected override IEnumerable<DqLabel> Convert(
        string fullPath, ConversionLog log, IProgress<WorkProgress> progress, CancellationToken cancellation) =>
        CocoConverter.Convert(
            fullPath,
            new CocoOptions { ImageFolder = FullImageFolder, IncludeCrowd = IncludeCrowd, Task = Task },
            log,
            progress,
            cancellation);
}
