using System.Management.Automation;
using DeepQDataset.Commands.Bases;
using DeepQDataset.Evaluation;

namespace DeepQDataset.Commands;

/// <summary>Turns predictions that came back from the platform into labels with a confidence.</summary>
/// <remarks>
/// prediction.csv has a header: file_name, label_name and confidence; with x, y, width and height for boxes; with width, height and mask
/// for
/// segmentation. Names come back after one round of URL decoding: a name with % or + is not the one that was uploaded.
/// </remarks>
/// <example>
/// <code>ConvertFrom-DqPrediction ./prediction.csv | Where-Object Confidence -ge 0.5</code>
/// <para>Lists the predictions that are sure enough.</para>
/// </example>
/// <example>
/// <code>ConvertFrom-DqPrediction ./prediction.csv | Measure-DqPrediction -Reference ./chest</code>
/// <para>Says how well they agree with the labels of a dataset.</para>
/// </example>
[Cmdlet(VerbsData.ConvertFrom, "DqPrediction", DefaultParameterSetName = PathSet)]
[OutputType(typeof(DqLabel))]
public sealed class ConvertFromDqPredictionCommand : DqPathCommand
{
    private protected override void ProcessPath(string fullPath)
    {
        WriteVerbose($"Reading '{fullPath}'.");
        TryWork(
            fullPath,
            (_, cancellation) => PredictionReader.Read(fullPath, cancellation),
            labels => WriteObject(labels, enumerateCollection: true));
    }
}
