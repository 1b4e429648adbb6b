namespace DeepQDataset.Imaging.Dicom.Pixels;

/// <summary>
/// Expands a segmented palette (PS3.3 section C.7.9.2): discrete values, lines between two values, and repetitions of segments.
/// </summary>
internal static class SegmentedPalette
{
    private const int MaximumEntries = 65536;
    private const int Discrete = 0;
    private const int Linear = 1;
    private const int Indirect = 2;

    /// <summary>Expands a palette.</summary>
    /// <param name="data">The segments as words.</param>
    /// <returns>The entries; null if a segment is invalid.</returns>
    public static ushort[]? Expand(ReadOnlySpan<ushort> data)
    {
        List<ushort> entries = [];
        int at = 0;
        while (at < data.Length)
        {
            if (!(at + 1 < data.Length && data[at] == Indirect ? Repeat(data, ref at, entries) : Take(data, ref at, entries)))
            {
                return null;
            }
        }

        return entries.ToArray();
    }

    private static bool Take(ReadOnlySpan<ushort> data, ref int at, List<ushort> entries)
    {
        if (at + 2 >= data.Length)
        {
            // A padding word at the end is not a segment.
            at = data.Length;
            return true;
        }

        int kind = data[at];
        int count = data[at + 1];
        at += 2;
        if (entries.Count + count > MaximumEntries
            || (kind == Discrete && at + count > data.Length)
            || (kind == Linear && entries.Count == 0))
        {
            return false;
        }

        if (kind == Discrete)
        {
            entries.AddRange(data.Slice(at, count));
            at += count;
            return true;
        }

        if (kind != Linear)
        {
            return false;
        }

        int from = entries[^1];
        int to = data[at++];
        for (int i = 1; i <= count; i++)
        {
            entries.Add((ushort)Math.Round(from + ((double)(to - from) * i / count), MidpointRounding.AwayFromZero));
        }

        return true;
    }

    /// <summary>Repeats earlier segments from a byte offset (low word first). They must not be repetitions themselves.</summary>
    private static bool Repeat(ReadOnlySpan<ushort> data, ref int at, List<ushort> entries)
    {
        if (at + 3 >= data.Length)
        {
            return false;
        }

        int segments = data[at + 1];
        long start = (data[at + 2] | ((long)data[at + 3] << 16)) / sizeof(ushort);
        int end = at;
        at += 4;
        if (start >= end)
        {
            return false;
        }

        int again = (int)start;
        for (int i = 0; i < segments; i++)
        {
            if (again >= end || data[again] == Indirect || !Take(data, ref again, entries))
            {
                return false;
            }
        }

        return true;
    }
}
