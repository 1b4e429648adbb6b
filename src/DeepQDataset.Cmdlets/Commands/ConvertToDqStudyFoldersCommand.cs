using System.Management.Automation;
using DeepQDataset.Building.Planning;
using DeepQDataset.Commands.Bases;
using DeepQDataset.Commands.Binding;
using DeepQDataset.Conversion;
using DeepQDataset.Conversion.Studies;

namespace DeepQDataset.Commands;

/// <summary>
/// Converts DICOM files in any folders into PNG files in folders of studies and series, image/Study1/Series1/image001.png, as the platform
/// expects them if the hierarchy matters.
/// </summary>
/// <remarks>
/// The hierarchy is determined by the files' tags, wherever they are: studies by date and UID, series by number, images by instance number,
/// or by position if numbers are missing or repeated. Names contain only numbers, so that they contain no patient data. Pixels become 8
/// bits by the window; colours become RGB; each frame of a multi-frame file becomes an image, image001_frame01.png. Overlays are not
/// included. Text in the pixels remains in the PNG. All paths of one command are converted together. A file that cannot be converted (JPEG
/// 2000, video, damage) is an error that names it, and the others are converted. An image with sides of less than 16 or more than 4096
/// pixels is written with a warning, since the platform rejects it. A CSV beside the destination, with its name and .map.csv, lists the
/// study, series, instance, frame and file of each image. It contains identifiers: keep it in the hospital and never upload it. With
/// -LabelPath, a label.csv of three or six columns whose images are SOP instance UIDs, or paths or names of DICOM files, is translated to
/// the new names and written to the destination; labels of a multi-frame file apply to each of its frames. The command emits the labels of
/// each image after it is written, or one without a class, for New-DqDatasetArchive.
/// </remarks>
/// <example>
/// <code>ConvertTo-DqStudyFolders ./dicom -DestinationPath ./ct | New-DqDatasetArchive -DestinationPath ct.zip</code>
/// <para>Converts all DICOM files below a folder and packs the images.</para>
/// </example>
/// <example>
/// <code>ConvertTo-DqStudyFolders ./pacs.zip -DestinationPath ./lung -Window -600,1500 -LabelPath ./findings.csv</code>
/// <para>Converts the files in a zip with a lung window, and translates the labels of findings.csv.</para>
/// </example>
[Cmdlet(VerbsData.ConvertTo, "DqStudyFolders", SupportsShouldProcess = true, DefaultParameterSetName = PathSet)]
[OutputType(typeof(DqLabel))]
public sealed class ConvertToDqStudyFoldersCommand : DqConversionCommand
{
    private readonly List<string> _paths = [];

    /// <summary>Specifies the folder to write, which is created if it does not exist. It must not be in a source.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    public string DestinationPath { get; set; } = "";

    /// <summary>
    /// Specifies the values to show between black and white: FromFile uses the first window of the file, or its first VOI LUT, or else
    /// MinMax; MinMax uses the lowest and the highest value of each frame; a center and a width, such as 40,400, apply to all. Colours have
    /// no window.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [WindowText]
    [ArgumentCompleter(typeof(WindowCompleter))]
    public string Window { get; set; } = StudyOptions.Default.Window;

    /// <summary>Specifies a label.csv whose images are SOP instance UIDs, or paths or names of DICOM files.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? LabelPath { get; set; }

    /// <summary>Specifies the edition of the platform for the labels: 1.1 (the default), 2.3 or 3.0, which keeps two columns.</summary>
    [Parameter]
    [PlatformText]
    [ArgumentCompleter(typeof(PlatformCompleter))]
    public string? Platform { get; set; }

    /// <summary>
    /// Specifies how label.csv names images: FileName with extension, which all editions read, or Stem without extension.
    /// </summary>
    [Parameter]
    public LabelNameForm ImageNameForm { get; set; }

    /// <summary>Replaces existing files.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Specifies the number of threads that decode. The default is the number of processors.</summary>
    [Parameter]
    [ValidateRange(1, 1024)]
    public int ThrottleLimit { get; set; } = StudyOptions.Default.ThrottleLimit;

    private protected override void ProcessPath(string fullPath) => _paths.Add(fullPath);

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        PathResolver resolver = new(this);
        string? destination = _paths.Count == 0 ? null : resolver.Destination(DestinationPath);
        string? labels = LabelPath is null ? null : resolver.Literal([LabelPath]).FirstOrDefault();
        string sources = string.Join("', '", _paths);
        if (destination is null
            || (LabelPath is not null && labels is null)
            || !ShouldProcess(destination, $"Convert the DICOM files of '{sources}'"))
        {
            return;
        }

        StudyOptions options = new()
        {
            Window = Window,
            LabelPath = labels,
            Platform = ValidationInputs.Platform(Platform) ?? default,
            ImageNameForm = ImageNameForm,
            Overwrite = Force,
            ThrottleLimit = ThrottleLimit,
        };
        WriteVerbose($"Converting the DICOM files of '{sources}' into '{destination}'.");
        Convert(destination, (log, progress, cancellation) =>
            StudyConverter.Convert(_paths, destination, options, log, progress, cancellation));
    }

    private protected override void Remark(ConversionRemark remark)
    {
        if (remark.Reason == StudyReasons.SizeRejected)
        {
            WriteWarning(remark.ToString());
        }
        else
        {
            base.Remark(remark);
        }
    }
}
