using System.Globalization;
using System.Management.Automation;
using DeepQDataset.Building.Planning;
using DeepQDataset.Commands.Binding;

namespace DeepQDataset.Commands.Bases;

/// <summary>Represents what the commands share that build a dataset for the platform.</summary>
public abstract class DqDatasetCommand : DqBuildCommand
{
    /// <summary>
    /// Specifies the platform's edition that is to read it: 1.1 when left out, 2.3 or 3.0. A dataset is tested by it; labels are written in
    /// its form, in 3.0 with two columns where every image has exactly one class.
    /// </summary>
    [Parameter]
    [PlatformText]
    [ArgumentCompleter(typeof(PlatformCompleter))]
    public string? Platform { get; set; }

    /// <summary>
    /// Specifies the form in which labels are written, where it is not to follow from them: SingleLabel and Segmentation are edition 3.0's.
    /// </summary>
    [Parameter(ParameterSetName = LabelSetName)]
    [Parameter(ParameterSetName = TableSetName)]
    public LabelTask Task { get; set; }

    /// <summary>How label.csv names images: FileName with the extension, which all editions read, or Stem without it.</summary>
    [Parameter(ParameterSetName = LabelSetName)]
    [Parameter(ParameterSetName = TableSetName)]
    public LabelNameForm ImageNameForm { get; set; }

    /// <summary>Says how many images have no line though their labels say that they hold nothing.</summary>
    /// <param name="count">How many.</param>
    private protected void WarnOfNegatives(long count)
    {
        if (count > 0)
        {
            WriteWarning(string.Create(
                CultureInfo.InvariantCulture,
                $"{count} images that hold nothing have no line in label.csv: two columns have no place for them. -Task MultiLabel gives them 0 for every class."));
        }
    }

    private protected override DqPlatform Edition => ValidationInputs.Platform(Platform) ?? base.Edition;

    private protected override LabelPlanOptions LabelOptions =>
        base.LabelOptions with { Platform = Edition, Task = Task, NameForm = ImageNameForm };
}
