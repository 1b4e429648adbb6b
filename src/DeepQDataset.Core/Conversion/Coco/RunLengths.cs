using DeepQDataset.Labels;

namespace DeepQDataset.Conversion.Coco;

/// <summary>
/// A mask in COCO's run lengths: pixels down the columns, from left to right, outside and inside in turn, outside first. The box around it
/// is taken from the runs; no mask is ever made.
/// </summary>
internal static class RunLengths
{
    /// <summary>The most runs of a mask that are read; the largest image the platform takes has at most four pixels for each.</summary>
    public const int Most = 4 * 1024 * 1024;

    /// <summary>The box around a mask, whole pixels: a mask of one pixel has a box of 1 × 1.</summary>
    /// <param name="runs">The lengths of the runs, in pixels.</param>
    /// <param name="height">The mask's height, above 0.</param>
    /// <param name="width">The mask's width, above 0.</param>
    /// <param name="box">The box; of no size when nothing is inside.</param>
    /// <returns>False when the runs do not fit the size.</returns>
    public static bool TryGetBox(IReadOnlyList<long> runs, long height, long width, out BoundingBox box)
    {
        box = default;
        if (height is <= 0 or > int.MaxValue || width is <= 0 or > int.MaxValue)
        {
            return false;
        }

        long area = height * width;
        long position = 0;
        (long left, long top, long right, long bottom) = (width, height, -1, -1);
        for (int index = 0; index < runs.Count; index++)
        {
            long length = runs[index];
            if (length < 0 || length > area - position)
            {
                return false;
            }

            if (index % 2 == 1 && length > 0)
            {
                long last = position + length - 1;
                bool isOneColumn = position / height == last / height;
                left = Math.Min(left, position / height);
                right = Math.Max(right, last / height);
                top = Math.Min(top, isOneColumn ? position % height : 0);
                bottom = Math.Max(bottom, isOneColumn ? last % height : height - 1);
            }

            position += length;
        }

        box = right < 0 ? default : new BoundingBox(left, top, right - left + 1, bottom - top + 1);
        return true;
    }

    /// <summary>
    /// Reads the compressed form: each number in groups of five bits from the lowest on, a group a character above <c>0</c> (48); 32 says
    /// that more groups follow, 16 in the last group that the number is negative. From the fourth number on, each is the difference to the
    /// one two before.
    /// </summary>
    /// <param name="text">The characters.</param>
    /// <param name="runs">Takes the lengths.</param>
    /// <returns>False when the text is none of that form, or says more than <see cref="Most"/>.</returns>
    public static bool TryDecode(ReadOnlySpan<char> text, List<long> runs)
    {
        runs.Clear();
        int index = 0;
        while (index < text.Length)
        {
            long value = 0;
            int shift = 0;
            int group;
            do
            {
                if (index == text.Length || shift > 50)
                {
                    return false;
                }

                group = text[index++] - '0';
                if (group is < 0 or > 63)
                {
                    return false;
                }

                value |= (long)(group & 0x1F) << shift;
                shift += 5;
            }
            while ((group & 0x20) != 0);

            if ((group & 0x10) != 0)
            {
                value |= -1L << shift;
            }

            if (runs.Count == Most)
            {
                return false;
            }

            runs.Add(runs.Count > 2 ? value + runs[^2] : value);
        }

        return true;
    }
}
