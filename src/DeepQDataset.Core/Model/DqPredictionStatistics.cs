namespace DeepQDataset;

/// <summary>Represents how well predictions of one class agree with the labels of a dataset.</summary>
public sealed class DqPredictionStatistics
{
    internal DqPredictionStatistics()
    {
    }

    /// <summary>Gets the class.</summary>
    public string Class { get; internal init; } = "";

    /// <summary>Gets the task of the predictions.</summary>
    public DqTask Task { get; internal init; }

    /// <summary>Gets the number of images that have both labels and predictions.</summary>
    public int Images { get; internal init; }

    /// <summary>Gets the number of images, or boxes, of the class in the dataset.</summary>
    public int Truths { get; internal init; }

    /// <summary>Gets the number of images, or boxes, with predictions of the class at or above the threshold.</summary>
    public int Predictions { get; internal init; }

    /// <summary>
    /// Gets the number of correct predictions at or above the threshold; for boxes, with an overlap (IoU) of at least 0.5.
    /// </summary>
    public int TruePositives { get; internal init; }

    /// <summary>Gets the number of wrong predictions at or above the threshold.</summary>
    public int FalsePositives { get; internal init; }

    /// <summary>Gets the number of images, or boxes, of the class without a prediction at or above the threshold.</summary>
    public int FalseNegatives { get; internal init; }

    /// <summary>Gets TP / (TP + FP); null if there is no prediction.</summary>
    public double? Precision { get; internal init; }

    /// <summary>Gets TP / (TP + FN); null if nothing has the class.</summary>
    public double? Recall { get; internal init; }

    /// <summary>Gets 2 TP / (2 TP + FP + FN); null if there is neither.</summary>
    public double? F1 { get; internal init; }

    /// <summary>
    /// Gets the area under the ROC curve, with ties counted as half (the Mann-Whitney statistic); null if all or no images have the class,
    /// and for other tasks than classification.
    /// </summary>
    public double? Auc { get; internal init; }

    /// <summary>Gets the average precision at an overlap of 0.5, as COCO computes it; null for other tasks than detection.</summary>
    public double? Ap50 { get; internal init; }

    /// <summary>
    /// Gets the mean of the average precisions at overlaps of 0.5 to 0.95 in steps of 0.05; null for other tasks than detection.
    /// </summary>
    public double? Ap { get; internal init; }

    /// <summary>
    /// Gets the mean of 2 |A ∩ B| / (|A| + |B|) over the images with a mask that is not empty; null for other tasks than segmentation.
    /// </summary>
    public double? Dice { get; internal init; }

    /// <inheritdoc/>
    public override string ToString() => Class;
}
