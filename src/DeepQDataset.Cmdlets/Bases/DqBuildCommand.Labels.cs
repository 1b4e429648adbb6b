using System.Management.Automation;
using DeepQDataset.Building.Planning;
using DeepQDataset.Commands.Binding;
using DeepQDataset.Commands.Output;

namespace DeepQDataset.Commands.Bases;

/// <content>Building of labels from the pipeline. They come as text where they come from a table, so all are taken as text.</content>
public abstract partial class DqBuildCommand
{
    private readonly LabelSet _labels = new();
    private long _received;
    private long _refused;

    /// <summary>The image as label.csv names it: a file name, or Study/Series1/file.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = LabelSetName)]
    [AllowEmptyString]
    [AllowNull]
    public string? Image { get; set; }

    /// <summary>The class or object; empty for an image without a label.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = LabelSetName)]
    [AllowEmptyString]
    [AllowNull]
    public string? Class { get; set; }

    /// <summary>1 when the image is of the class, 0 when it is not; empty for a box.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = LabelSetName)]
    [AllowEmptyString]
    [AllowNull]
    public string? Value { get; set; }

    /// <summary>The box's left edge in pixels from the image's left.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = LabelSetName)]
    [AllowEmptyString]
    [AllowNull]
    public string? X { get; set; }

    /// <summary>The box's top edge in pixels from the image's top.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = LabelSetName)]
    [AllowEmptyString]
    [AllowNull]
    public string? Y { get; set; }

    /// <summary>The box's width in pixels.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = LabelSetName)]
    [AllowEmptyString]
    [AllowNull]
    public string? Width { get; set; }

    /// <summary>The box's height in pixels.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = LabelSetName)]
    [AllowEmptyString]
    [AllowNull]
    public string? Height { get; set; }

    /// <summary>The image's file, or the zip that holds it; empty when -ImageFolder has it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = LabelSetName)]
    [AllowEmptyString]
    [AllowNull]
    public string? SourcePath { get; set; }

    /// <summary>The image's entry in the zip at SourcePath.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = LabelSetName)]
    [AllowEmptyString]
    [AllowNull]
    public string? SourceEntry { get; set; }

    /// <summary>
    /// The folder that holds the images of labels without a SourcePath. Only images that a label names enter the dataset.
    /// </summary>
    [Parameter(ParameterSetName = LabelSetName)]
    [ValidateNotNullOrEmpty]
    public string? ImageFolder { get; set; }

    private void AddLabel(PathResolver resolver)
    {
        _received++;
        if (_excluded.Fit(Image ?? ""))
        {
            WriteVerbose($"'{Image}' is excluded.");
            return;
        }

        try
        {
            LabelText text = new(_received, Image ?? "");
            _labels.Add(new DqLabel
            {
                Image = Image ?? "",
                Class = LabelText.Text(Class),
                Value = text.Integer(Value, nameof(Value)),
                X = text.Number(X, nameof(X)),
                Y = text.Number(Y, nameof(Y)),
                Width = text.Number(Width, nameof(Width)),
                Height = text.Number(Height, nameof(Height)),
                SourcePath = FullSource(resolver),
                SourceEntry = LabelText.Text(SourceEntry),
            });
        }
        catch (DatasetException exception)
        {
            _refused++;
            WriteError(ErrorRecords.From(exception, Image));
        }
    }

    private string? FullSource(PathResolver resolver) => LabelText.Text(SourcePath) is not string path
        || System.IO.Path.IsPathFullyQualified(path)
        ? LabelText.Text(SourcePath)
        : resolver.Destination(path);

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
