using System.Globalization;
using System.Management.Automation;
using DeepQDataset.Building.Planning;
using DeepQDataset.Commands.Binding;

namespace DeepQDataset.Commands.Bases;

/// <summary>Represents a command that builds a dataset for the platform.</summary>
public abstract class DqDatasetCommand : DqBuildCommand
{
    /// <summary>
    /// Specifies the edition of the platform to write for: 1.1 (the default), 2.3 or 3.0. A dataset is tested for it. Labels are written in
    /// its form, which in 3.0 has two columns if every image has exactly one class.
    /// </summary>
    [Parameter]
    [PlatformText]
    [ArgumentCompleter(typeof(PlatformCompleter))]
    public string? Platform { get; set; }

    /// <summary>
    /// Specifies the form of label.csv, if it is not to be determined by the labels. SingleLabel and Segmentation require edition 3.0.
    /// </summary>
    [Parameter(ParameterSetName = LabelSetName)]
    [Parameter(ParameterSetName = TableSetName)]
    public LabelTask Task { get; set; }

    /// <summary>
    /// Specifies how label.csv names images: FileName with extension, which all editions read, or Stem without extension.
    /// </summary>
    [Parameter(ParameterSetName = LabelSetName)]
    [Parameter(ParameterSetName = TableSetName)]
    public LabelNameForm ImageNameForm { get; set; }

    /// <summary>Warns about images that have no line although their labels state that they are empty.</summary>
    /// <param name="count">The number of images.</param>
    private protected void WarnOfNegatives(long count)
    {
        if (count > 0)
        {
            WriteWarning(string.Create(
                CultureInfo.InvariantCulture,
                $"{count} empty images have no line in label.csv: two columns cannot express them. -Task MultiLabel gives them 0 "
                + $"for every class."));
        }
    }

    private protected override DqPlatform Edition => ValidationInputs.Platform(Platform) ?? base.Edition;

    private protected override LabelPlanOptions LabelOptions =>
        base.LabelOptions with { Platform = Edition, Task = Task, NameForm = ImageNameForm };
}
