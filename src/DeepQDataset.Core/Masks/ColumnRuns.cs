using System.Text;

namespace DeepQDataset.Masks;

/// <summary>
/// Reads and writes masks in COCO's run lengths (maskApi of the COCO API): pixels column by column from left to right, alternately outside
/// and inside, starting outside.
/// </summary>
internal static class ColumnRuns
{
    /// <summary>Adds the pixels of runs to a mask of their size.</summary>
    /// <param name="mask">The mask.</param>
    /// <param name="runs">The lengths of the runs, in pixels.</param>
    /// <returns>The number of pixels inside; -1 if the runs are longer than the mask, which is then filled as far as they fit.</returns>
    public static long Fill(MaskBuilder mask, IReadOnlyList<long> runs)
    {
        long area = (long)mask.Width * mask.Height;
        long position = 0;
        long inside = 0;
        for (int index = 0; index < runs.Count; index++)
        {
            long length = runs[index];
            if (length < 0 || length > area - position)
            {
                return -1;
            }

            if (index % 2 == 1)
            {
                FillRun(mask, position, length);
                inside += length;
            }

            position += length;
        }

        return inside;
    }

    /// <summary>Returns the runs of a mask. Their sum is its area, and only the first may be 0.</summary>
    public static List<long> Of(MaskBuilder mask)
    {
        List<long> runs = [];
        bool isInside = false;
        long length = 0;
        for (int x = 0; x < mask.Width; x++)
        {
            for (int y = 0; y < mask.Height; y++)
            {
                if (mask[x, y] != isInside)
                {
                    runs.Add(length);
                    (length, isInside) = (0, !isInside);
                }

                length++;
            }
        }

        runs.Add(length);
        return runs;
    }

    /// <summary>
    /// Returns the compressed form. Each number is a sequence of five-bit groups from the lowest on, one for each character above <c>0</c>
    /// (48). Bit 32 means that more groups follow; bit 16 in the last group means that the number is negative. From the fourth number on,
    /// each is the difference from the number two positions before.
    /// </summary>
    public static string Compress(IReadOnlyList<long> runs)
    {
        StringBuilder text = new();
        for (int index = 0; index < runs.Count; index++)
        {
            long value = index > 2 ? runs[index] - runs[index - 2] : runs[index];
            bool isMore;
            do
            {
                long group = value & 0x1F;
                value >>= 5;
                isMore = (group & 0x10) != 0 ? value != -1 : value != 0;
                text.Append((char)('0' + group + (isMore ? 0x20 : 0)));
            }
            while (isMore);
        }

        return text.ToString();
    }

    private static void FillRun(MaskBuilder mask, long position, long length)
    {
        int x = (int)(position / mask.Height);
        int y = (int)(position % mask.Height);
        for (long left = length; left > 0; left--)
        {
            mask.Set(x, y);
            if (++y == mask.Height)
            {
                (x, y) = (x + 1, 0);
            }
        }
    }
}
