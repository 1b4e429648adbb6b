using System.Management.Automation;
using DeepQDataset.Commands.Bases;
using DeepQDataset.Conversion;
using DeepQDataset.Conversion.Yolo;
using DeepQDataset.Work;

namespace DeepQDataset.Commands;

/// <summary>
/// Converts YOLO annotations into labels: one with a box for each object, one with the class 'nothing to label' for each image with an
/// empty label file, and one without a class for each image without a file.
/// </summary>
/// <remarks>
/// The input is the folder or zip, or its data.yaml or obj.data. Boxes, outlines and oriented boxes are converted to boxes in pixels by the
/// actual size of each image; YOLO's class folders are converted to classes. A class number without a name is an error, and nothing is
/// emitted.
/// </remarks>
/// <example>
/// <code>ConvertFrom-DqYolo ./polyps | New-DqDatasetArchive -DestinationPath polyps.zip</code>
/// <para>Packs a YOLO dataset for the platform.</para>
/// </example>
/// <example>
/// <code>ConvertFrom-DqYolo ./labels -ImageFolder ./images -ClassName polyp, ulcer</code>
/// <para>Names the classes if no file does.</para>
/// </example>
[Cmdlet(VerbsData.ConvertFrom, "DqYolo", DefaultParameterSetName = PathSet)]
[OutputType(typeof(DqLabel))]
public sealed class ConvertFromDqYoloCommand : DqAnnotationCommand
{
    /// <summary>
    /// Specifies the task: Detection (the default) creates boxes, or the classes of class folders; Segmentation creates a mask for each
    /// image and class from outlines.
    /// </summary>
    [Parameter]
    [ValidateSet(nameof(DqTask.Detection), nameof(DqTask.Segmentation))]
    public DqTask Task { get; set; } = DqTask.Detection;

    /// <summary>Specifies the names of the classes from number 0 on, instead of those in data.yaml, classes.txt or obj.names.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] ClassName { get; set; } = [];

    private protected override IEnumerable<DqLabel> Convert(
        string fullPath, ConversionLog log, IProgress<WorkProgress> progress, CancellationToken cancellation) =>
        YoloConverter.Convert(
            fullPath,
            new YoloOptions { ImageFolder = FullImageFolder, ClassNames = ClassName, Task = Task },
            log,
            progress,
            cancellation);
}
