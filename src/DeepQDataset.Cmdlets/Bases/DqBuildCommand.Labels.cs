using System.Management.Automation;
using DeepQDataset.Building.Planning;
using DeepQDataset.Commands.Binding;
using DeepQDataset.Commands.Output;

namespace DeepQDataset.Commands.Bases;

/// <content>
/// Building from labels in the pipeline: <see cref="DqLabel"/>s, or rows of a user's own table, whose columns bind to the parameters with
/// the
/// names of a label's properties. The values of a table are text, so all parameters are text; a parameter with the name of a further
/// property
/// of a label adds that property (<see cref="LabelColumns"/>).
/// </content>
public abstract partial class DqBuildCommand
{
    private static readonly LabelColumns Columns = new(typeof(DqBuildCommand), TableSetName);

    private readonly LabelSet _labels = new();
    private long _received;
    private long _refused;

    /// <summary>Specifies labels of Get-DqLabel or a converter.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = LabelSetName)]
    [LabelObject(typeof(DqBuildCommand))]
    public DqLabel[] InputObject { get; set; } = [];

    /// <summary>Specifies the image as named in label.csv: a file name, or Study/Series1/file.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = TableSetName)]
    [AllowEmptyString]
    [AllowNull]
    public string? Image { get; set; }

    /// <summary>Specifies the class or object; empty for an image without a label.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = TableSetName)]
    [AllowEmptyString]
    [AllowNull]
    public string? Class { get; set; }

    /// <summary>Specifies 1 if the image has the class, 0 if it does not; empty for a box.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = TableSetName)]
    [AllowEmptyString]
    [AllowNull]
    public string? Value { get; set; }

    /// <summary>Specifies the left edge of the box in pixels from the left of the image.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = TableSetName)]
    [AllowEmptyString]
    [AllowNull]
    public string? X { get; set; }

    /// <summary>Specifies the top edge of the box in pixels from the top of the image.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = TableSetName)]
    [AllowEmptyString]
    [AllowNull]
    public string? Y { get; set; }

    /// <summary>Specifies the width of the box in pixels.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = TableSetName)]
    [AllowEmptyString]
    [AllowNull]
    public string? Width { get; set; }

    /// <summary>Specifies the height of the box in pixels.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = TableSetName)]
    [AllowEmptyString]
    [AllowNull]
    public string? Height { get; set; }

    /// <summary>Specifies the mask of the class in the image as bits in a zlib stream in base64.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = TableSetName)]
    [AllowEmptyString]
    [AllowNull]
    public string? Mask { get; set; }

    /// <summary>Specifies the width of the mask in pixels, which is that of the image.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = TableSetName)]
    [AllowEmptyString]
    [AllowNull]
    public string? MaskWidth { get; set; }

    /// <summary>Specifies the height of the mask in pixels, which is that of the image.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = TableSetName)]
    [AllowEmptyString]
    [AllowNull]
    public string? MaskHeight { get; set; }

    /// <summary>Specifies the confidence of a prediction, which is not written.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = TableSetName)]
    [AllowEmptyString]
    [AllowNull]
    public string? Confidence { get; set; }

    /// <summary>Specifies the file of the image, or the zip that contains it; empty if -ImageFolder contains it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = TableSetName)]
    [AllowEmptyString]
    [AllowNull]
    public string? SourcePath { get; set; }

    /// <summary>Specifies the entry of the image in the zip at SourcePath.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = TableSetName)]
    [AllowEmptyString]
    [AllowNull]
    public string? SourceEntry { get; set; }

    /// <summary>
    /// Specifies the folder that contains the images of labels without a SourcePath. Only images of labels are included in the dataset.
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

    /// <summary>Returns a label with a rooted source; null if that is not possible, which is reported as an error.</summary>
    private static DqLabel? WithFullSource(DqLabel label, PathResolver resolver) =>
        string.IsNullOrEmpty(label.SourcePath) || System.IO.Path.IsPathFullyQualified(label.SourcePath)
            ? label
            : resolver.Destination(label.SourcePath) is string source ? label with { SourcePath = source } : null;

    private void BuildFromLabels(PathResolver resolver)
    {
        if (_refused > 0)
        {
            // A dataset without them would differ from the table.
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
