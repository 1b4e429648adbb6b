using DeepQDataset.Labels;

namespace DeepQDataset.Comparison;

/// <summary>Compares the boxes of one image and class: which are equal, changed, added or removed.</summary>
internal static class BoxMatcher
{
    /// <summary>The maximum number of pairs to compare by overlap. Beyond it, no box counts as changed.</summary>
    private const long MaximumPairs = 1 << 18;

    /// <summary>The tolerance of each number of a box, in pixels, since tools that store relative sizes round.</summary>
    private const double Rounding = 0.01;

    /// <summary>
    /// Pairs boxes. Equal boxes, within rounding, are left out; the others are paired by largest overlap. A box without an overlapping
    /// partner is paired with null.
    /// </summary>
    /// <param name="before">The boxes of the reference; the method removes those it pairs.</param>
    /// <param name="after">The boxes of the compared dataset; the method removes those it pairs.</param>
    /// <returns>Changed, removed and added boxes, sorted by left edge, top edge, width and height.</returns>
    public static List<(BoundingBox? Before, BoundingBox? After)> Match(List<BoundingBox> before, List<BoundingBox> after)
    {
        before.Sort(Order);
        after.Sort(Order);
        RemoveEqual(before, after);
        List<(BoundingBox? Before, BoundingBox? After)> differences = PairOverlapping(before, after);
        differences.AddRange(before.Select(box => ((BoundingBox?)box, (BoundingBox?)null)));
        differences.AddRange(after.Select(box => ((BoundingBox?)null, (BoundingBox?)box)));
        differences.Sort(static (left, right) =>
        {
            int order = Order((left.Before ?? left.After)!.Value, (right.Before ?? right.After)!.Value);
            return order != 0 ? order : (left.Before is null).CompareTo(right.Before is null);
        });
        return differences;
    }

    private static int Order(BoundingBox left, BoundingBox right)
    {
        int order = left.X.CompareTo(right.X);
        order = order != 0 ? order : left.Y.CompareTo(right.Y);
        order = order != 0 ? order : left.Width.CompareTo(right.Width);
        return order != 0 ? order : left.Height.CompareTo(right.Height);
    }

    private static void RemoveEqual(List<BoundingBox> before, List<BoundingBox> after)
    {
        int left = 0;
        int right = 0;
        int keptLeft = 0;
        int keptRight = 0;
        while (left < before.Count || right < after.Count)
        {
            int order = left == before.Count ? 1 : right == after.Count ? -1 : Order(before[left], after[right]);
            if (order == 0)
            {
                left++;
                right++;
            }
            else if (order < 0)
            {
                before[keptLeft++] = before[left++];
            }
            else
            {
                after[keptRight++] = after[right++];
            }
        }

        before.RemoveRange(keptLeft, before.Count - keptLeft);
        after.RemoveRange(keptRight, after.Count - keptRight);
    }

    private static List<(BoundingBox? Before, BoundingBox? After)> PairOverlapping(List<BoundingBox> before, List<BoundingBox> after)
    {
        List<(BoundingBox? Before, BoundingBox? After)> pairs = [];
        if ((long)before.Count * after.Count > MaximumPairs)
        {
            return pairs;
        }

        List<(double Overlap, int Before, int After)> candidates = [];
        for (int left = 0; left < before.Count; left++)
        {
            for (int right = 0; right < after.Count; right++)
            {
                if (Overlap(before[left], after[right]) is double overlap and > 0)
                {
                    candidates.Add((overlap, left, right));
                }
            }
        }

        candidates.Sort(static (left, right) =>
        {
            int order = right.Overlap.CompareTo(left.Overlap);
            order = order != 0 ? order : left.Before.CompareTo(right.Before);
            return order != 0 ? order : left.After.CompareTo(right.After);
        });
        bool[] isTakenBefore = new bool[before.Count];
        bool[] isTakenAfter = new bool[after.Count];
        foreach ((_, int left, int right) in candidates)
        {
            if (!isTakenBefore[left] && !isTakenAfter[right])
            {
                (isTakenBefore[left], isTakenAfter[right]) = (true, true);
                if (!IsRounded(before[left], after[right]))
                {
                    pairs.Add((before[left], after[right]));
                }
            }
        }

        RemoveTaken(before, isTakenBefore);
        RemoveTaken(after, isTakenAfter);
        return pairs;
    }

    private static bool IsRounded(BoundingBox left, BoundingBox right) =>
        Math.Abs(left.X - right.X) <= Rounding && Math.Abs(left.Y - right.Y) <= Rounding
        && Math.Abs(left.Width - right.Width) <= Rounding && Math.Abs(left.Height - right.Height) <= Rounding;

    private static void RemoveTaken(List<BoundingBox> boxes, bool[] isTaken)
    {
        int kept = 0;
        for (int index = 0; index < isTaken.Length; index++)
        {
            if (!isTaken[index])
            {
                boxes[kept++] = boxes[index];
            }
        }

        boxes.RemoveRange(kept, boxes.Count - kept);
    }

    /// <summary>Returns the intersection over union of two boxes.</summary>
    private static double Overlap(BoundingBox left, BoundingBox right)
    {
        double width = Math.Min(left.X + left.Width, right.X + right.Width) - Math.Max(left.X, right.X);
        double height = Math.Min(left.Y + left.Height, right.Y + right.Height) - Math.Max(left.Y, right.Y);
        if (width <= 0 || height <= 0)
        {
            return 0;
        }

        double common = width * height;
        return common / ((left.Width * left.Height) + (right.Width * right.Height) - common);
    }
}
