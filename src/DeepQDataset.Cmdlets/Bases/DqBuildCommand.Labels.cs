using System.Management.Automation;
using DeepQDataset.Building.Planning;
using DeepQDataset.Commands.Binding;
using DeepQDataset.Commands.Output;

namespace DeepQDataset.Commands.Bases;

/// <content>
/// Building of labels from the pipeline: of <see cref="DqLabel"/>s as they are, or of the rows of a user's own table, whose columns bind
/// to the parameters that are named for the properties of a label. A table's values come as text, so all are taken as text; a label gets a
/// further property by a parameter of its name here (<see cref="LabelColumns"/>).
/// </content>
public abstract partial class DqBuildCommand
{
    private static readonly LabelColumns Columns = new(typeof(DqBuildCommand), TableSetName);

    private readonly LabelSet _labels = new();
    private long _received;
    private long _refused;

    /// <summary>Labels of Get-DqLabel or a converter.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = LabelSetName)]
    [LabelObject(typeof(DqBuildCommand))]
    public DqLabel[] InputObject { get; set; } = [];

    /// <summary>Specifies the image as label.csv names it: a file name, or Study/Series1/file.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = TableSetName)]
    [AllowEmptyString]
    [AllowNull]
    public string? Image { get; set; }

    /// <summary>Specifies the class or object; empty for an image without a label.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = TableSetName)]
    [AllowEmptyString]
    [AllowNull]
    public string? Class { get; set; }

    /// <summary>1 when the image is of the class, 0 if it is not; empty for a box.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = TableSetName)]
    [AllowEmptyString]
    [AllowNull]
    public string? Value { get; set; }

    /// <summary>Specifies the box's left edge in pixels from the image's left.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = TableSetName)]
    [AllowEmptyString]
    [AllowNull]
    public string? X { get; set; }

    /// <summary>Specifies the box's top edge in pixels from the image's top.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = TableSetName)]
    [AllowEmptyString]
    [AllowNull]
    public string? Y { get; set; }

    /// <summary>Specifies the box's width in pixels.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = TableSetName)]
    [AllowEmptyString]
    [AllowNull]
    public string? Width { get; set; }

    /// <summary>Specifies the box's height in pixels.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = TableSetName)]
    [AllowEmptyString]
    [AllowNull]
    public string? Height { get; set; }

    /// <summary>Specifies the mask of the class in the image: its bits as a zlib stream in base64.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = TableSetName)]
    [AllowEmptyString]
    [AllowNull]
    public string? Mask { get; set; }

    /// <summary>Specifies the mask's width in pixels, which is the image's.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = TableSetName)]
    [AllowEmptyString]
    [AllowNull]
    public string? MaskWidth { get; set; }

    /// <summary>Specifies the mask's height in pixels, which is the image's.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = TableSetName)]
    [AllowEmptyString]
    [AllowNull]
    public string? MaskHeight { get; set; }

    /// <summary>How sure a prediction is; it is not written.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = TableSetName)]
    [AllowEmptyString]
    [AllowNull]
    public string? Confidence { get; set; }

    /// <summary>Specifies the image's file, or the zip that holds it; empty if -ImageFolder has it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = TableSetName)]
    [AllowEmptyString]
    [AllowNull]
    public string? SourcePath { get; set; }

    /// <summary>Specifies the image's entry in the zip at SourcePath.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = TableSetName)]
    [AllowEmptyString]
    [AllowNull]
    public string? SourceEntry { get; set; }

    /// <summary>
    /// Specifies the folder that holds the images of labels without a SourcePath. Only images that a label names enter the dataset.
    /// </summary>
    [Parameter(ParameterSetName = LabelSetName)]
    [Parameter(ParameterSetName = TableSetName)]
    [ValidateNotNullOrEmpty]
    public string? ImageFolder { get; set; }

    private void AddLabels(PathResolver resolver)
    {
        foreach (DqLabel label in InputObject)
        {
            AddLabel(label.Image, () => label, resolver);
        }
    }

    private void AddRow(PathResolver resolver) => AddLabel(Image ?? "", () => Columns.Read(this, Image ?? "", _received), resolver);

    private void AddLabel(string image, Func<DqLabel> read, PathResolver resolver)
    {
        _received++;
        if (_excluded.Fit(image))
        {
            WriteVerbose($"'{image}' is excluded.");
            return;
        }

        try
        {
            if (WithFullSource(read(), resolver) is DqLabel label)
            {
                _labels.Add(label);
            }
            else
            {
                _refused++;
            }
        }
        catch (DatasetException exception)
        {
            _refused++;
            WriteError(ErrorRecords.From(exception, image));
        }
    }

    /// <summary>Returns a label with a rooted source; null if that cannot be, which an error says.</summary>
    private static DqLabel? WithFullSource(DqLabel label, PathResolver resolver) =>
        string.IsNullOrEmpty(label.SourcePath) || System.IO.Path.IsPathFullyQualified(label.SourcePath)
            ? label
            : resolver.Destination(label.SourcePath) is string source ? label with { SourcePath = source } : null;

    private void BuildFromLabels(PathResolver resolver)
    {
        if (_refused > 0)
        {
            // A dataset without them would say something that the table does not.
            WriteError(ErrorRecords.LabelsRefused(_refused, Destination));
            return;
        }

        string? folder = ImageFolder is null ? null : resolver.Literal([ImageFolder]).FirstOrDefault();
        if ((ImageFolder is not null && folder is null) || resolver.Destination(Destination) is not string destination
            || !MayWrite(destination))
        {
            return;
        }

        if (ShouldProcess(destination, $"Write {_labels.Labels.Count} labels and their images"))
        {
            WriteVerbose($"Writing {_labels.Labels.Count} labels as '{destination}'.");
            Write(destination, destination, (progress, cancellation) => PlanLabels(_labels, folder, progress, cancellation));
        }
    }
}
