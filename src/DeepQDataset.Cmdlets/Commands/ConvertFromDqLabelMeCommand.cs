using System.Management.Automation;
using DeepQDataset.Commands.Bases;
using DeepQDataset.Conversion;
using DeepQDataset.Conversion.LabelMe;
using DeepQDataset.Work;

namespace DeepQDataset.Commands;

/// <summary>
/// Converts LabelMe files into labels: one with a box for each shape with an area, and one with the class 'nothing to label' for each image
/// of a file without shapes and flags.
/// </summary>
/// <remarks>
/// The input is a JSON file, or a folder or zip with JSON files, of LabelMe versions 3 to 7. Rectangles keep their box; polygons, circles,
/// masks and rotated rectangles get their bounding box; points and lines are left out and counted. The image is found by imagePath, by the
/// file name in it, or by the name of the JSON. If there is no file, the label refers to the image in the JSON, which New-DqDatasetArchive
/// and Export-DqDataset write unchanged.
/// </remarks>
/// <example>
/// <code>ConvertFrom-DqLabelMe ./annotated | New-DqDatasetArchive -DestinationPath lesions.zip</code>
/// <para>Packs LabelMe files and their images as a detection dataset.</para>
/// </example>
/// <example>
/// <code>ConvertFrom-DqLabelMe ./annotated -FlagsAsLabels | New-DqDatasetArchive -DestinationPath flags.zip</code>
/// <para>Packs the images with the flags that are set in LabelMe.</para>
/// </example>
/// <example>
/// <code>ConvertFrom-DqLabelMe ./annotated -Task Classification -ImageFolder ./images -Verbose | Group-Object Class</code>
/// <para>Counts the images of each class, whatever their shapes, and lists what was left out.</para>
/// </example>
[Cmdlet(VerbsData.ConvertFrom, "DqLabelMe", DefaultParameterSetName = PathSet)]
[OutputType(typeof(DqLabel))]
public sealed class ConvertFromDqLabelMeCommand : DqAnnotationCommand
{
    /// <summary>
    /// Specifies the task: Detection (the default) creates boxes, Segmentation a mask for each image and class, Classification the classes
    /// of each image's shapes.
    /// </summary>
    [Parameter]
    [ValidateSet(nameof(DqTask.Detection), nameof(DqTask.Segmentation), nameof(DqTask.Classification))]
    public DqTask Task { get; set; } = DqTask.Detection;

    /// <summary>
    /// Converts the flags of an image that are set into classes; with -Task Classification, in addition to those of the shapes.
    /// </summary>
    [Parameter]
    public SwitchParameter FlagsAsLabels { get; set; }

    /// <summary>Specifies the number of threads that read LabelMe files. The default is the number of processors.</summary>
    [Parameter]
    [ValidateRange(1, 1024)]
    public int ThrottleLimit { get; set; } = Environment.ProcessorCount;

    private protected override IEnumerable<DqLabel> Convert(
        string fullPath, ConversionLog log, IProgress<WorkProgress> progress, CancellationToken cancellation)
    {
        bool isTaskGiven = MyInvocation.BoundParameters.ContainsKey(nameof(Task));
        LabelMeOptions options = new()
        {
            ImageFolder = FullImageFolder,
            Task = FlagsAsLabels && !isTaskGiven ? DqTask.None : Task,
            FlagsAsLabels = FlagsAsLabels,
            ThrottleLimit = ThrottleLimit,
        };
        return LabelMeConverter.Convert(fullPath, options, log, progress, cancellation);
    }
}
