namespace DeepQDataset;

/// <summary>How well predictions of one class agree with what a dataset says.</summary>
public sealed class DqPredictionStatistics
{
    internal DqPredictionStatistics()
    {
    }

    /// <summary>Gets the class.</summary>
    public string Class { get; internal init; } = "";

    /// <summary>What the predictions are for.</summary>
    public DqTask Task { get; internal init; }

    /// <summary>Gets the number of images that count: those of which both the dataset and the predictions say something.</summary>
    public int Images { get; internal init; }

    /// <summary>Gets the number of images, or boxes, are of the class by the dataset.</summary>
    public int Truths { get; internal init; }

    /// <summary>Gets the number of images, or boxes, are of the class by predictions of at least the threshold.</summary>
    public int Predictions { get; internal init; }

    /// <summary>Predictions of at least the threshold that are right; a box at an overlap (IoU) of at least 0.5.</summary>
    public int TruePositives { get; internal init; }

    /// <summary>Predictions of at least the threshold that are wrong.</summary>
    public int FalsePositives { get; internal init; }

    /// <summary>What no prediction of at least the threshold found.</summary>
    public int FalseNegatives { get; internal init; }

    /// <summary>TP / (TP + FP); null without a prediction.</summary>
    public double? Precision { get; internal init; }

    /// <summary>TP / (TP + FN); null if nothing is of the class.</summary>
    public double? Recall { get; internal init; }

    /// <summary>2 TP / (2 TP + FP + FN); null if there is neither.</summary>
    public double? F1 { get; internal init; }

    /// <summary>
    /// Gets the area under the ROC curve, ties counted half (the Mann-Whitney statistic); null if all images agree, and outside
    /// classification.
    /// </summary>
    public double? Auc { get; internal init; }

    /// <summary>Gets the average precision at an overlap of 0.5, as COCO computes it; null outside detection.</summary>
    public double? Ap50 { get; internal init; }

    /// <summary>Gets the mean of the average precisions at overlaps of 0.5 to 0.95 in steps of 0.05; null outside detection.</summary>
    public double? Ap { get; internal init; }

    /// <summary>Gets the mean of 2 |A ∩ B| / (|A| + |B|) over the images where a mask has a pixel; null outside segmentation.</summary>
    public double? Dice { get; internal init; }

    /// <inheritdoc/>
    public override string ToString() => Class;
}
