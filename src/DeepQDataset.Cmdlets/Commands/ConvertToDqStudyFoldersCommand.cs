using System.Management.Automation;
using DeepQDataset.Building.Planning;
using DeepQDataset.Commands.Bases;
using DeepQDataset.Commands.Binding;
using DeepQDataset.Conversion;
using DeepQDataset.Conversion.Studies;

namespace DeepQDataset.Commands;

/// <summary>
/// Turns DICOM files in any folders into PNG files in folders of studies and series, image/Study1/Series1/image001.png, as the platform
/// wants them where the hierarchy matters.
/// </summary>
/// <remarks>
/// The hierarchy comes from the files' tags, wherever they lie: studies by date and UID, series by number, images by instance number, or
/// by position where numbers are missing or repeated. Names hold numbers only, so nothing of a patient gets into them. Pixels become 8
/// bits by the window; colours become RGB; each frame of a multi-frame file becomes an image, image001_frame01.png. Overlays are not
/// burnt in. What text the pixels show, they show in the PNG, too. All paths of one command are taken together. A file that cannot be
/// converted (JPEG 2000, video, damage) is an error that names it, and the rest goes on. An image of other than 16 to 4096
/// pixels a side is written and warned of, since the platform rejects it. Beside the destination, a CSV named for it with .map.csv says
/// which study, series, instance, frame and file each image comes from. It holds identifiers: keep it in the hospital and never upload
/// it. With -LabelPath, a label.csv of three or six columns that names SOP instance UIDs, or paths or names of DICOM files, is translated
/// to the new names and written to the destination; labels of a multi-frame file go to each of its frames. The command emits the labels
/// of each image, or one without a class, once it is written: they can go to New-DqDatasetArchive.
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

    /// <summary>Specifies the folder to write, created if it does not exist. It must not lie in a source.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    public string DestinationPath { get; set; } = "";

    /// <summary>
    /// Which values are shown between black and white: FromFile takes the file's first window, else its first VOI LUT, else MinMax;
    /// MinMax takes the lowest and the highest value of each frame; a center and a width, such as 40,400, are taken for all. Colours have
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

    /// <summary>
    /// Specifies the platform's edition that is to read the labels: 1.1 when left out, 2.3 or 3.0, which takes two columns as they are.
    /// </summary>
    [Parameter]
    [PlatformText]
    [ArgumentCompleter(typeof(PlatformCompleter))]
    public string? Platform { get; set; }

    /// <summary>How label.csv names images: FileName with the extension, which all editions read, or Stem without it.</summary>
    [Parameter]
    public LabelNameForm ImageNameForm { get; set; }

    /// <summary>Replaces files that are there.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Specifies the number of threads that decode; as many as there are processors when left out.</summary>
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
