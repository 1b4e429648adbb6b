using DeepQDataset.Labels;

namespace DeepQDataset.Conversion.Coco;

/// <summary>
/// Reads masks in COCO's run lengths: pixels column by column from left to right, alternately outside and inside, starting outside. The
/// bounding box is computed from the runs without creating a mask.
/// </summary>
internal static class RunLengths
{
    /// <summary>
    /// The maximum number of runs of a mask. The largest image that the platform accepts has at most four pixels for each.
    /// </summary>
    public const int Most = 4 * 1024 * 1024;

    /// <summary>Returns the bounding box of a mask in whole pixels: a mask of one pixel has a box of 1 × 1.</summary>
    /// <param name="runs">The lengths of the runs, in pixels.</param>
    /// <param name="height">The height of the mask, above 0.</param>
    /// <param name="width">The width of the mask, above 0.</param>
    /// <param name="box">The box, with size 0 if the mask is empty.</param>
    /// <returns>False if the runs do not fit the size.</returns>
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
    /// Decodes the compressed form. Each number is a sequence of five-bit groups from the lowest on, one for each character above <c>0</c>
    /// (48). Bit 32 means that more groups follow; bit 16 in the last group means that the number is negative. From the fourth number on,
    /// each is the difference from the number two positions before.
    /// </summary>
    /// <param name="text">The characters.</param>
    /// <param name="runs">Receives the lengths.</param>
    /// <returns>False if the text is invalid, or has more than <see cref="Most"/> runs.</returns>
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
