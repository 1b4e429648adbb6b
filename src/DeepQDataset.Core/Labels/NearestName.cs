using DeepQDataset.Inventory;

namespace DeepQDataset.Labels;

/// <summary>
/// Suggests the image whose name is nearest to a missing one: the fewest letters inserted, deleted, replaced or swapped with their
/// neighbour (Damerau 1964, optimal string alignment). The effort is bounded: only images near the position of the name in order are
/// compared.
/// </summary>
/// <param name="index">The images.</param>
internal sealed class NearestName(ImageNameIndex index)
{
    private const int MaximumQueries = 100;
    private const int Window = 20_000;
    private const int MaximumEdits = 2;
    private const int LongestName = 255;

    private int _queries;

    /// <summary>Returns the nearest image; null if none is near, or if too many names were searched.</summary>
    /// <param name="name">The name without an image.</param>
    public ImageEntry? Find(string name)
    {
        if (_queries++ >= MaximumQueries || name.Length > LongestName)
        {
            return null;
        }

        ReadOnlySpan<char> stem = ImageNameTable.WithoutExtension(name);
        int best = LimitOf(stem) + 1;
        ImageEntry? nearest = null;
        int middle = PlaceOf(stem);
        for (int distance = 0; distance < Window && best > 1; distance++)
        {
            Consider(middle - 1 - distance, stem, ref best, ref nearest);
            Consider(middle + distance, stem, ref best, ref nearest);
            if (middle - 1 - distance < 0 && middle + distance >= index.Images.Count)
            {
                break;
            }
        }

        return nearest;
    }

    /// <summary>Returns the maximum number of edits that make a name near: a third of its letters, at most 2.</summary>
    internal static int LimitOf(ReadOnlySpan<char> stem) => Math.Min(MaximumEdits, stem.Length / 3);

    /// <summary>Returns the number of edits between two texts, up to a limit.</summary>
    internal static int Edits(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int limit)
    {
        int prefix = left.CommonPrefixLength(right);
        left = left[prefix..];
        right = right[prefix..];
        while (left.Length > 0 && right.Length > 0 && left[^1] == right[^1])
        {
            left = left[..^1];
            right = right[..^1];
        }

        if (Math.Abs(left.Length - right.Length) >= limit)
        {
            return limit;
        }

        // The middle between the common ends is short for near names.
        const int LongestMiddle = 24;
        return left.Length > LongestMiddle || right.Length > LongestMiddle ? limit : Math.Min(limit, Alignment(left, right));
    }

    private static int Alignment(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        int width = right.Length + 1;
        Span<int> table = stackalloc int[3 * width];
        for (int column = 0; column < width; column++)
        {
            table[column] = column;
        }

        for (int row = 1; row <= left.Length; row++)
        {
            Span<int> current = table.Slice(row % 3 * width, width);
            Span<int> above = table.Slice((row + 2) % 3 * width, width);
            Span<int> twoAbove = table.Slice((row + 1) % 3 * width, width);
            current[0] = row;
            for (int column = 1; column < width; column++)
            {
                int replaced = above[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1);
                current[column] = Math.Min(replaced, Math.Min(above[column], current[column - 1]) + 1);
                if (row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1])
                {
                    current[column] = Math.Min(current[column], twoAbove[column - 2] + 1);
                }
            }
        }

        return table[(left.Length % 3 * width) + right.Length];
    }

    private void Consider(int image, ReadOnlySpan<char> stem, ref int best, ref ImageEntry? nearest)
    {
        if (image < 0 || image >= index.Images.Count)
        {
            return;
        }

        ReadOnlySpan<char> candidate = ImageNameTable.KeyOf(index.Images[image], ImageNameForm.Stem);
        int edits = Math.Abs(candidate.Length - stem.Length) >= best ? best : Edits(stem, candidate, best);
        if (edits < best)
        {
            best = edits;
            nearest = index.Images[image];
        }
    }

    private int PlaceOf(ReadOnlySpan<char> name)
    {
        int low = 0;
        int high = index.Images.Count;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (index.Images[middle].LabelName.AsSpan().SequenceCompareTo(name) < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
