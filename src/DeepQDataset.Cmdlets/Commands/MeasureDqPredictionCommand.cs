using System.Globalization;
using System.Management.Automation;
using DeepQDataset.Commands.Bases;
using DeepQDataset.Commands.Binding;
using DeepQDataset.Evaluation;
using DeepQDataset.Reading;

namespace DeepQDataset.Commands;

/// <summary>Compares predictions with the labels of a dataset, class by class.</summary>
/// <remarks>
/// Calculates precision, recall and F1 at the confidence -Threshold; for classification the area under the ROC curve, for detection the
/// average precision as in COCO, for segmentation Dice. Images are matched by name; those that only one side contains are not counted, and
/// are reported.
/// </remarks>
/// <example>
/// <code>ConvertFrom-DqPrediction ./prediction.csv | Measure-DqPrediction -Reference ./chest</code>
/// <para>Compares predictions of the platform with the dataset that was uploaded.</para>
/// </example>
/// <example>
/// <code>ConvertFrom-DqPrediction ./prediction.csv | Measure-DqPrediction -Reference ./chest -Threshold 0.8 | Export-Csv quality.csv</code>
/// <para>Compares only predictions with a higher confidence, and writes a table.</para>
/// </example>
[Cmdlet(VerbsDiagnostic.Measure, "DqPrediction")]
[OutputType(typeof(DqPredictionStatistics))]
public sealed class MeasureDqPredictionCommand : DqCommand
{
    private readonly List<DqLabel> _predictions = [];

    /// <summary>Specifies the folder or zip with the true labels.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Reference { get; set; } = "";

    /// <summary>Specifies predictions of ConvertFrom-DqPrediction.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [LabelObject(typeof(MeasureDqPredictionCommand))]
    public DqLabel[] InputObject { get; set; } = [];

    /// <summary>Specifies the minimum confidence of a positive prediction, 0 to 1.</summary>
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
                        CultureInfo.InvariantCulture, $"{unknown.Count} images of the predictions are not in '{reference}' and "
                            + $"do not count, such as '{unknown.First()}'."));
                }

                WriteObject(statistics, enumerateCollection: true);
            });
    }
}
