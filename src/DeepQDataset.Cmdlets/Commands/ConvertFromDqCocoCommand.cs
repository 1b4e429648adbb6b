using System.Management.Automation;
using DeepQDataset.Commands.Bases;
using DeepQDataset.Conversion;
using DeepQDataset.Conversion.Coco;
using DeepQDataset.Work;

namespace DeepQDataset.Commands;

/// <summary>
/// Turns COCO annotations into labels: one with a box for each object; one with the class 'nothing to label' for each image without any.
/// </summary>
/// <remarks>
/// Takes a JSON file, or a folder or zip that holds some; of a folder with instances_*.json, just those. Where no annotation has a box or
/// an outline, the labels are classes of whole images. A missing box is taken from the polygons or the mask. An image of
/// whose annotations none came over has no class, since it is not said to be empty.
/// </remarks>
/// <example>
/// <code>ConvertFrom-DqCoco ./annotations/instances_train.json -ImageFolder ./train | New-DqDatasetArchive -DestinationPath train.zip</code>
/// <para>Packs a COCO dataset for the platform.</para>
/// </example>
/// <example>
/// <code>ConvertFrom-DqCoco ./coco -Task Segmentation | New-DqDatasetArchive -Platform 3.0 -DestinationPath masks.zip</code>
/// <para>Packs polygons and run lengths as masks, which edition 3.0 of the platform reads.</para>
/// </example>
/// <example>
/// <code>ConvertFrom-DqCoco ./coco -Strict -ErrorAction Stop | New-DqDatasetArchive -DestinationPath coco.zip</code>
/// <para>Writes nothing unless all could be carried over.</para>
/// </example>
[Cmdlet(VerbsData.ConvertFrom, "DqCoco", DefaultParameterSetName = PathSet)]
[OutputType(typeof(DqLabel))]
public sealed class ConvertFromDqCocoCommand : DqAnnotationCommand
{
    /// <summary>
    /// Detection (the default) makes boxes, or classes of whole images where no annotation has a box or an outline; Segmentation makes a
    /// mask for each image and class, of polygons and run lengths.
    /// </summary>
    [Parameter]
    [ValidateSet(nameof(DqTask.Detection), nameof(DqTask.Segmentation))]
    public DqTask Task { get; set; } = DqTask.Detection;

    /// <summary>Takes boxes around crowds (iscrowd 1), too, which are left out otherwise.</summary>
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
