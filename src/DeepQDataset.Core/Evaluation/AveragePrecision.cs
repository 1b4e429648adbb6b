namespace DeepQDataset.Evaluation;

/// <summary>
/// Computes the average precision of boxes as COCO does (pycocotools, all areas, at most 100 boxes for each image and class): predictions
/// by descending confidence, each matched with the free box of the largest overlap, with precision interpolated at 101 recalls.
/// </summary>
internal static class AveragePrecision
{
    private const int MaximumDetections = 100;
    private const int RecallPoints = 101;

    /// <summary>Represents a prediction.</summary>
    /// <param name="Image">The index of the image.</param>
    /// <param name="Box">The box.</param>
    /// <param name="Confidence">The confidence.</param>
    internal readonly record struct Detection(int Image, Labels.BoundingBox Box, double Confidence);

    /// <summary>Computes the average precision.</summary>
    /// <param name="truths">The boxes of each image.</param>
    /// <param name="detections">The predictions.</param>
    /// <param name="overlap">The minimum overlap (IoU) of a match.</param>
    /// <returns>The average precision from 0 to 1; null if there is no box.</returns>
    public static double? Of(IReadOnlyList<IReadOnlyList<Labels.BoundingBox>> truths, IReadOnlyList<Detection> detections, double overlap)
    {
        int boxes = truths.Sum(static image => image.Count);
        if (boxes == 0)
        {
            return null;
        }

        (Detection Detection, bool IsRight)[] matched =
        [
            .. Match(truths, detections, overlap).OrderByDescending(static match => match.Detection.Confidence),
        ];
        double[] recalls = new double[matched.Length];
        double[] precisions = new double[matched.Length];
        int right = 0;
        for (int index = 0; index < matched.Length; index++)
        {
            right += matched[index].IsRight ? 1 : 0;
            recalls[index] = (double)right / boxes;
            precisions[index] = right / (index + 1 + double.Epsilon);
        }

        for (int index = matched.Length - 1; index > 0; index--)
        {
            precisions[index - 1] = Math.Max(precisions[index - 1], precisions[index]);
        }

        double sum = 0;
        int at = 0;
        for (int point = 0; point < RecallPoints; point++)
        {
            double recall = point == RecallPoints - 1 ? 1 : point * 0.01; // as COCO spaces them
            while (at < recalls.Length && recalls[at] < recall)
            {
                at++;
            }

            sum += at < recalls.Length ? precisions[at] : 0;
        }

        return sum / RecallPoints;
    }

    /// <summary>Determines for each counted prediction whether it matches a box.</summary>
    public static IEnumerable<(Detection Detection, bool IsRight)> Match(
        IReadOnlyList<IReadOnlyList<Labels.BoundingBox>> truths, IReadOnlyList<Detection> detections, double overlap)
    {
        foreach (
            IGrouping<int, Detection> image in detections.GroupBy(static detection => detection.Image).OrderBy(static group => group.Key))
        {
            IReadOnlyList<Labels.BoundingBox> boxes = truths[image.Key];
            bool[] isTaken = new bool[boxes.Count];
            foreach (Detection detection in image.OrderByDescending(static detection => detection.Confidence).Take(MaximumDetections))
            {
                int best = -1;
                double most = Math.Min(overlap, 1 - 1e-10);
                for (int box = 0; box < boxes.Count; box++)
                {
                    double shared = isTaken[box] ? -1 : Overlap(detection.Box, boxes[box]);
                    if (shared >= most)
                    {
                        (best, most) = (box, shared);
                    }
                }

                if (best >= 0)
                {
                    isTaken[best] = true;
                }

                yield return (detection, best >= 0);
            }
        }
    }

    /// <summary>Returns the intersection over union of two boxes.</summary>
    internal static double Overlap(Labels.BoundingBox left, Labels.BoundingBox right)
    {
        double width = Math.Min(left.X + left.Width, right.X + right.Width) - Math.Max(left.X, right.X);
        double height = Math.Min(left.Y + left.Height, right.Y + right.Height) - Math.Max(left.Y, right.Y);
        double shared = width > 0 && height > 0 ? width * height : 0;
        return shared / ((left.Width * left.Height) + (right.Width * right.Height) - shared);
    }
}
