using System.Management.Automation;
using DeepQDataset.Commands.Bases;
using DeepQDataset.Evaluation;

namespace DeepQDataset.Commands;

/// <summary>Converts predictions of the platform into labels with a confidence.</summary>
/// <remarks>
/// prediction.csv has a header: file_name, label_name and confidence; with x, y, width and height for boxes; with width, height and mask
/// for segmentation. Names are returned after one round of URL decoding, so that a name with % or + differs from the uploaded one.
/// </remarks>
/// <example>
/// <code>ConvertFrom-DqPrediction ./prediction.csv | Where-Object Confidence -ge 0.5</code>
/// <para>Lists the predictions with a confidence of at least 0.5.</para>
/// </example>
/// <example>
/// <code>ConvertFrom-DqPrediction ./prediction.csv | Measure-DqPrediction -Reference ./chest</code>
/// <para>Compares them with the labels of a dataset.</para>
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
