using System.Numerics;
using System.Text;
using DeepQDataset.Labels;
using DeepQDataset.Masks;

namespace DeepQDataset.Evaluation;

/// <summary>Compares predictions with the labels of a dataset, class by class.</summary>
public static class PredictionEvaluator
{
    private const double MatchOverlap = 0.5;
    private const int OverlapSteps = 10;

    /// <summary>Compares predictions with labels.</summary>
    /// <param name="truths">The labels of the dataset, including those of empty images.</param>
    /// <param name="predictions">The predictions with their confidence; a prediction without one is certain.</param>
    /// <param name="threshold">The minimum confidence of a positive prediction, 0 to 1.</param>
    /// <param name="unknown">Receives the names of images in predictions that the dataset does not have.</param>
    /// <returns>The statistics of each class, by name.</returns>
    /// <exception cref="DatasetException">Labels and predictions are for different tasks, or have no image in common.</exception>
    public static IReadOnlyList<DqPredictionStatistics> Evaluate(
        IEnumerable<DqLabel> truths, IEnumerable<DqLabel> predictions, double threshold, Action<string>? unknown = null)
    {
        ArgumentNullException.ThrowIfNull(truths);
        ArgumentNullException.ThrowIfNull(predictions);
        DqLabel[] said = [.. truths.Where(static label => label.Class is not null)];
        DqLabel[] guessed = [.. predictions.Where(static label => label.Class is not null)];
        DqTask task = TaskOf(said) is DqTask.None ? TaskOf(guessed) : TaskOf(said);
        if (TaskOf(guessed) is DqTask other && other != DqTask.None && other != task)
        {
            throw new DatasetException(
                "DifferentTasks",
                DatasetErrorKind.InvalidData,
                $"The dataset is for {task.ToString().ToLowerInvariant()}, the predictions for {other.ToString().ToLowerInvariant()}.");
        }

        Dictionary<string, int> images = Number(said, guessed, unknown);
        string[] classes =
        [
            .. said.Concat(guessed)
                .Where(static label => !IsNegative(label))
                .Select(static label => PredictionNames.Decoded(label.Class!))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
        return
        [
            .. classes.Select(name =>
                task switch
                {
                    DqTask.Detection => OfBoxes(name, Of(said, name, images), Of(guessed, name, images), images.Count, threshold),
                    DqTask.Segmentation => OfMasks(name, Of(said, name, images), Of(guessed, name, images), images.Count, threshold),
                    _ => OfClasses(name, Of(said, name, images), Of(guessed, name, images), images.Count, threshold),
                }),
        ];
    }

    private static bool IsNegative(DqLabel label) => string.Equals(label.Class, DqLabel.NegativeClass, StringComparison.Ordinal);

    private static DqTask TaskOf(DqLabel[] labels) => labels.FirstOrDefault(static label => !IsNegative(label)) switch
    {
        null => DqTask.None,
        { Mask: not null } => DqTask.Segmentation,
        { X: not null } => DqTask.Detection,
        _ => DqTask.Classification,
    };

    /// <summary>Numbers the images that both labels and predictions have.</summary>
    private static Dictionary<string, int> Number(DqLabel[] truths, DqLabel[] predictions, Action<string>? unknown)
    {
        HashSet<string> known = new(truths.Select(static label => PredictionNames.Decoded(label.Image)), StringComparer.Ordinal);
        Dictionary<string, int> images = new(StringComparer.Ordinal);
        HashSet<string> told = new(StringComparer.Ordinal);
        foreach (string name in predictions.Select(static label => PredictionNames.Decoded(label.Image)))
        {
            if (known.Contains(name))
            {
                images.TryAdd(name, images.Count);
            }
            else if (told.Add(name))
            {
                unknown?.Invoke(name);
            }
        }

        return images.Count > 0 ? images : throw new DatasetException(
            "NoCommonImage", DatasetErrorKind.InvalidData,
            "No image is named by both the dataset and the predictions; names must agree, with their extension.");
    }

    private static (int Image, DqLabel Label)[] Of(DqLabel[] labels, string name, Dictionary<string, int> images) =>
    [
        .. labels.Where(label => string.Equals(PredictionNames.Decoded(label.Class!), name, StringComparison.Ordinal))
            .Select(label => (images.GetValueOrDefault(PredictionNames.Decoded(label.Image), -1), label))
            .Where(static pair => pair.Item1 >= 0),
    ];

    private static DqPredictionStatistics OfClasses(
        string name, (int Image, DqLabel Label)[] truths, (int Image, DqLabel Label)[] predictions, int images, double threshold)
    {
        bool[] isTrue = new bool[images];
        double[] confidence = new double[images];
        foreach ((int image, DqLabel label) in truths)
        {
            isTrue[image] |= (label.Value ?? 1) == 1;
        }

        foreach ((int image, DqLabel label) in predictions)
        {
            confidence[image] = Math.Max(confidence[image], label.Confidence ?? 1);
        }

        int right = 0;
        int wrong = 0;
        int missed = 0;
        for (int image = 0; image < images; image++)
        {
            bool isSaid = confidence[image] >= threshold && confidence[image] > 0;
            right += isSaid && isTrue[image] ? 1 : 0;
            wrong += isSaid && !isTrue[image] ? 1 : 0;
            missed += !isSaid && isTrue[image] ? 1 : 0;
        }

        return Counted(name, DqTask.Classification, images, right, wrong, missed, auc: Auc(isTrue, confidence));
    }

    /// <summary>
    /// Returns the area under the ROC curve: the probability that an image of the class has a higher confidence than one that is not, with
    /// ties counted as half.
    /// </summary>
    private static double? Auc(bool[] isTrue, double[] confidence)
    {
        int[] order = [.. Enumerable.Range(0, confidence.Length).OrderBy(image => confidence[image])];
        double ranks = 0;
        for (int start = 0; start < order.Length;)
        {
            int end = start;
            while (end < order.Length && confidence[order[end]].Equals(confidence[order[start]]))
            {
                end++;
            }

            for (int index = start; index < end; index++)
            {
                ranks += isTrue[order[index]] ? (start + end + 1) / 2.0 : 0;
            }

            start = end;
        }

        double positives = isTrue.Count(static value => value);
        double negatives = isTrue.Length - positives;
        return positives == 0 || negatives == 0 ? null : (ranks - (positives * (positives + 1) / 2)) / (positives * negatives);
    }

    private static DqPredictionStatistics OfBoxes(
        string name, (int Image, DqLabel Label)[] truths, (int Image, DqLabel Label)[] predictions, int images, double threshold)
    {
        List<BoundingBox>[] boxes = [.. Enumerable.Range(0, images).Select(static _ => new List<BoundingBox>())];
        foreach ((int image, DqLabel label) in truths)
        {
            boxes[image].Add(BoxOf(label));
        }

        AveragePrecision.Detection[] detections = [.. predictions.Select(
            static pair => new AveragePrecision.Detection(pair.Image, BoxOf(pair.Label), pair.Label.Confidence ?? 1))];
        AveragePrecision.Detection[] made = [.. detections.Where(detection => detection.Confidence >= threshold)];
        int right = AveragePrecision.Match(boxes, made, MatchOverlap).Count(static match => match.IsRight);
        double?[] precisions =
        [
            .. Enumerable.Range(0, OverlapSteps).Select(step => AveragePrecision.Of(boxes, detections, 0.5 + (step * 0.05))),
        ];
        return Counted(
            name,
            DqTask.Detection,
            images,
            right,
            made.Length - right,
            truths.Length - right,
            ap50: precisions[0],
            ap: precisions.Average());
    }

    private static DqPredictionStatistics OfMasks(
        string name, (int Image, DqLabel Label)[] truths, (int Image, DqLabel Label)[] predictions, int images, double threshold)
    {
        byte[]?[] said = Packed(truths, images, static _ => true);
        byte[]?[] guessed = Packed(predictions, images, label => (label.Confidence ?? 1) >= threshold);
        int right = 0;
        int wrong = 0;
        int missed = 0;
        List<double> dice = [];
        for (int image = 0; image < images; image++)
        {
            long first = Bits(said[image]);
            long second = Bits(guessed[image]);
            right += first > 0 && second > 0 ? 1 : 0;
            wrong += first == 0 && second > 0 ? 1 : 0;
            missed += first > 0 && second == 0 ? 1 : 0;
            if (first + second > 0)
            {
                dice.Add(2.0 * Shared(said[image], guessed[image]) / (first + second));
            }
        }

        return Counted(name, DqTask.Segmentation, images, right, wrong, missed, dice: dice.Count == 0 ? null : dice.Average());
    }

    private static byte[]?[] Packed((int Image, DqLabel Label)[] labels, int images, Func<DqLabel, bool> counts)
    {
        byte[]?[] masks = new byte[]?[images];
        foreach ((int image, DqLabel label) in labels)
        {
            if (label is { Mask: string text, MaskWidth: int width, MaskHeight: int height } && counts(label)
                && MaskText.TryDecode(Encoding.UTF8.GetBytes(text), width, height, out byte[]? packed) is string fault)
            {
                throw new DatasetException(
                    "MaskUnreadable",
                    DatasetErrorKind.InvalidData,
                    $"The mask of '{label.Image}' and '{label.Class}' cannot be read: {fault}.");
            }
            else if (label is { Mask: string readable, MaskWidth: int columns, MaskHeight: int rows } && counts(label))
            {
                MaskText.TryDecode(Encoding.UTF8.GetBytes(readable), columns, rows, out masks[image]);
            }
        }

        return masks;
    }

    private static long Bits(byte[]? mask) => (mask ?? []).Sum(static pixels => (long)BitOperations.PopCount(pixels));

    private static long Shared(byte[]? left, byte[]? right)
    {
        long shared = 0;
        for (int index = 0; left is not null && right is not null && index < Math.Min(left.Length, right.Length); index++)
        {
            shared += BitOperations.PopCount((uint)(left[index] & right[index]));
        }

        return shared;
    }

    private static BoundingBox BoxOf(DqLabel label) => new(label.X ?? 0, label.Y ?? 0, label.Width ?? 0, label.Height ?? 0);

    private static DqPredictionStatistics Counted(
        string name, DqTask task, int images, int right, int wrong, int missed,
        double? auc = null, double? ap50 = null, double? ap = null, double? dice = null) => new()
        {
            Class = name,
            Task = task,
            Images = images,
            Truths = right + missed,
            Predictions = right + wrong,
            TruePositives = right,
            FalsePositives = wrong,
            FalseNegatives = missed,
            Precision = right + wrong == 0 ? null : (double)right / (right + wrong),
            Recall = right + missed == 0 ? null : (double)right / (right + missed),
            F1 = right + wrong + missed == 0 ? null : 2.0 * right / ((2 * right) + wrong + missed),
            Auc = auc,
            Ap50 = ap50,
            Ap = ap,
            Dice = dice,
        };
}
