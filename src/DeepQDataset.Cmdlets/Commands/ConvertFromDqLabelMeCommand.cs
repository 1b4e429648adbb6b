using System.Management.Automation;
using DeepQDataset.Commands.Bases;
using DeepQDataset.Conversion;
using DeepQDataset.Conversion.LabelMe;
using DeepQDataset.Work;

namespace DeepQDataset.Commands;

/// <summary>
/// Turns LabelMe files into labels: one with a box for each shape that covers an area; one with the class 'nothing to label' for each
/// image of a file without shapes and flags.
/// </summary>
/// <remarks>
/// Takes a JSON file, or a folder or zip that holds some, of LabelMe's versions 3 to 7. Rectangles keep their box; polygons, circles, masks
/// and turned rectangles get the upright box around them; points and lines are left out and counted. The image is looked for by
/// imagePath, by the file name in it and by the JSON's own name; where there is no file, the label leads to the image in the JSON,
/// which
/// New-DqDatasetArchive and Export-DqDataset write out as it is.
/// </remarks>
/// <example>
/// <code>ConvertFrom-DqLabelMe ./annotated | New-DqDatasetArchive -DestinationPath lesions.zip</code>
/// <para>Packs LabelMe files and their images as a detection dataset.</para>
/// </example>
/// <example>
/// <code>ConvertFrom-DqLabelMe ./annotated -FlagsAsLabels | New-DqDatasetArchive -DestinationPath flags.zip</code>
/// <para>Packs the images by the flags that are set in LabelMe.</para>
/// </example>
/// <example>
/// <code>ConvertFrom-DqLabelMe ./annotated -Task Classification -ImageFolder ./images -Verbose | Group-Object Class</code>
/// <para>Counts the images of each class, whatever shapes are in them, and names what was left out.</para>
/// </example>
[Cmdlet(VerbsData.ConvertFrom, "DqLabelMe", DefaultParameterSetName = PathSet)]
[OutputType(typeof(DqLabel))]
public sealed class ConvertFromDqLabelMeCommand : DqAnnotationCommand
{
    /// <summary>
    /// Detection (the default) makes boxes, Segmentation a mask for each image and class, Classification the classes of each image's
    /// shapes.
    /// </summary>
    [Parameter]
    [ValidateSet(nameof(DqTask.Detection), nameof(DqTask.Segmentation), nameof(DqTask.Classification))]
    public DqTask Task { get; set; } = DqTask.Detection;

    /// <summary>Makes classes of the image's flags that are set: of these alone, or with -Task Classification of the shapes, too.</summary>
    [Parameter]
    public SwitchParameter FlagsAsLabels { get; set; }

    /// <summary>Specifies the number of threads that read LabelMe files; as many as there are processors when left out.</summary>
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
