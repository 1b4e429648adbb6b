using System.Globalization;
using System.Management.Automation;
using DeepQDataset.Commands.Bases;
using DeepQDataset.Commands.Binding;
using DeepQDataset.Evaluation;
using DeepQDataset.Reading;

namespace DeepQDataset.Commands;

/// <summary>Says how well predictions agree with the labels of a dataset, class by class.</summary>
/// <remarks>
/// Precision, recall and F1 at a confidence of -Threshold; for classification the area under the ROC curve, for detection the average
/// precision
/// as COCO computes it, for segmentation Dice. Images are paired by their names; those that only one side names do not count, and are said.
/// </remarks>
/// <example>
/// <code>ConvertFrom-DqPrediction ./prediction.csv | Measure-DqPrediction -Reference ./chest</code>
/// <para>Compares predictions that came back from the platform with the dataset that was uploaded.</para>
/// </example>
/// <example>
/// <code>ConvertFrom-DqPrediction ./prediction.csv | Measure-DqPrediction -Reference ./chest -Threshold 0.8 | Export-Csv quality.csv</code>
/// <para>The same with surer predictions alone, as a table.</para>
/// </example>
[Cmdlet(VerbsDiagnostic.Measure, "DqPrediction")]
[OutputType(typeof(DqPredictionStatistics))]
public sealed class MeasureDqPredictionCommand : DqCommand
{
    private readonly List<DqLabel> _predictions = [];

    /// <summary>Specifies the folder or zip that says what is true.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Reference { get; set; } = "";

    /// <summary>Predictions of ConvertFrom-DqPrediction.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [LabelObject(typeof(MeasureDqPredictionCommand))]
    public DqLabel[] InputObject { get; set; } = [];

    /// <summary>Specifies the confidence from which on a prediction counts as made, 0 to 1.</summary>
    [Parameter]
    [ValidateRange(0.0, 1.0)]
    public double Threshold { get; set; } = 0.5;

    /// <inheritdoc/>
    protected override void ProcessRecord() => _predictions.AddRange(InputObject);

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (new PathResolver(this).Literal([Reference]).FirstOrDefault() is not string reference)
        {
            return;
        }

        HashSet<string> unknown = new(StringComparer.Ordinal);
        TryWork(
            reference,
            (_, cancellation) => PredictionEvaluator.Evaluate(
                DatasetReader.ReadLabels(reference, cancellation), _predictions, Threshold, name => unknown.Add(name)),
            statistics =>
            {
                if (unknown.Count > 0)
                {
                    WriteWarning(string.Create(
                        CultureInfo.InvariantCulture, $"{unknown.Count} images of the predictions are not in '{reference}' and do not count, such as '{unknown.First()}'."));
                }

                WriteObject(statistics, enumerateCollection: true);
            });
    }
}
