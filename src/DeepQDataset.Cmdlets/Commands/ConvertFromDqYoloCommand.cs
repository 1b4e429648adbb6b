using System.Management.Automation;
using DeepQDataset.Commands.Bases;
using DeepQDataset.Conversion;
using DeepQDataset.Conversion.Yolo;
using DeepQDataset.Work;

namespace DeepQDataset.Commands;

/// <summary>
/// Turns YOLO annotations into labels: one with a box for each object; one with the class 'nothing to label' for each image with an empty
/// label file, one without a class for each image without a file.
/// </summary>
/// <remarks>
/// Takes the folder or zip, or its data.yaml or obj.data. Boxes, outlines and oriented boxes become boxes in pixels by the true size of
/// each image; YOLO's class folders become classes. A number of a class without a name is an error, and nothing is emitted.
/// </remarks>
/// <example>
/// <code>ConvertFrom-DqYolo ./polyps | New-DqDatasetArchive -DestinationPath polyps.zip</code>
/// <para>Packs a YOLO dataset for the platform.</para>
/// </example>
/// <example>
/// <code>ConvertFrom-DqYolo ./labels -ImageFolder ./images -ClassName polyp, ulcer</code>
/// <para>Names the classes where no file does.</para>
/// </example>
[Cmdlet(VerbsData.ConvertFrom, "DqYolo", DefaultParameterSetName = PathSet)]
[OutputType(typeof(DqLabel))]
public sealed class ConvertFromDqYoloCommand : DqAnnotationCommand
{
    /// <summary>
    /// Detection (the default) makes boxes, or the classes of class folders; Segmentation makes a mask for each image and class, of
    /// outlines.
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
