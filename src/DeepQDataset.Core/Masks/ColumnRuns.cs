using System.Text;

namespace DeepQDataset.Masks;

/// <summary>
/// A mask in COCO's run lengths (maskApi of the COCO API): pixels down the columns, from left to right, outside and inside in turn,
/// outside first.
/// </summary>
internal static class ColumnRuns
{
    /// <summary>Puts the pixels of runs inside a mask of their size.</summary>
    /// <param name="mask">The mask.</param>
    /// <param name="runs">The lengths of the runs, in pixels.</param>
    /// <returns>
    /// The number of pixels that are inside; -1 where the runs are longer than the mask, which is then filled up to where they fit.
    /// </returns>
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

    /// <summary>Returns the runs of a mask; their sum is its area, and only the first may be 0.</summary>
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
    /// Returns the compressed form: each number in groups of five bits from the lowest on, a group a character above <c>0</c> (48); 32 says
    /// that more groups follow, 16 in the last group that the number is negative. From the fourth number on, each is the difference to the
    /// one two before.
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
