using System.Globalization;
using DeepQDataset.Text;

namespace DeepQDataset.Sources.Zip;

/// <summary>Represents the reason why a zip must not be unpacked (DQ709).</summary>
/// <param name="Message">The reason, in one sentence.</param>
/// <param name="Count">The number of entries that it concerns.</param>
internal sealed record ArchiveExcess(string Message, int Count)
{
    private const int LocalHeaderSize = 30;

    /// <summary>Finds the reason from the directory alone; the first one in the order below causes the others.</summary>
    /// <returns>The reason; null if the zip is within the budget.</returns>
    public static ArchiveExcess? Find(ZipDirectory directory, ZipBudget budget) =>
        FindOverlap(directory) ?? FindRatio(directory.Entries, budget.MaximumRatio) ?? FindSize(directory.Entries, budget);

    /// <summary>Finds the reason if a source is a zip.</summary>
    /// <returns>The reason; null if the source is within the budget.</returns>
    public static ArchiveExcess? Find(IDatasetSource source, ZipBudget budget) =>
        source is ZipSource zip ? Find(zip.Directory, budget) : null;

    /// <summary>
    /// Finds entries that share bytes of the file, by which zips unpack to a multiple of themselves. An entry that claims more bytes than
    /// the file has shares none: it cannot be unpacked, which is DQ714.
    /// </summary>
    private static ArchiveExcess? FindOverlap(ZipDirectory directory)
    {
        int overlapping = 0;
        ZipEntry? first = null;
        long reached = 0;
        foreach (ZipEntry entry in InOrderOfOffset(directory.Entries))
        {
            long start = entry.Record.LocalHeaderOffset;
            long room = directory.Start - LocalHeaderSize;
            if (start > room || entry.Record.PackedLength > room - start)
            {
                continue;
            }

            if (start < reached)
            {
                overlapping++;
                first ??= entry;
            }

            reached = Math.Max(reached, start + LocalHeaderSize + entry.Record.PackedLength);
        }

        if (first is null)
        {
            return null;
        }

        string message = FormattableString.Invariant(
            $"{overlapping} of the entries, {NameText.Quote(first.Path)} the first of them, share their data with others.");
        return new ArchiveExcess(message, overlapping);
    }

    private static ZipEntry[] InOrderOfOffset(IReadOnlyList<ZipEntry> entries)
    {
        ZipEntry[] ordered = entries.ToArray();
        for (int index = 1; index < ordered.Length; index++)
        {
            if (ordered[index].Record.LocalHeaderOffset < ordered[index - 1].Record.LocalHeaderOffset)
            {
                long[] offsets = Array.ConvertAll(ordered, entry => entry.Record.LocalHeaderOffset);
                Array.Sort(offsets, ordered);
                break;
            }
        }

        return ordered;
    }

    private static ArchiveExcess? FindRatio(IReadOnlyList<ZipEntry> entries, long maximum)
    {
        Int128 packed = 0;
        Int128 unpacked = 0;
        int beyond = 0;
        ZipEntry? first = null;
        foreach (ZipEntry entry in entries)
        {
            packed += entry.Record.PackedLength;
            unpacked += entry.Record.Length;
            if (IsBeyond(entry.Record.PackedLength, entry.Record.Length, maximum))
            {
                beyond++;
                first ??= entry;
            }
        }

        if (first is not null)
        {
            (long from, long to) = (first.Record.PackedLength, first.Record.Length);
            string message = FormattableString.Invariant(
                $"{NameText.Quote(first.Path)} unpacks from {from} to {to} bytes, over {maximum} times as many (such entries: {beyond}).");
            return new ArchiveExcess(message, beyond);
        }

        if (!IsBeyond(packed, unpacked, maximum))
        {
            return null;
        }

        string ratio = string.Create(
            CultureInfo.InvariantCulture, $"The zip's {packed} packed bytes unpack to {unpacked}, over {maximum} times as many.");
        return new ArchiveExcess(ratio, entries.Count);
    }

    private static ArchiveExcess? FindSize(IReadOnlyList<ZipEntry> entries, ZipBudget budget)
    {
        Int128 total = 0;
        int beyond = 0;
        ZipEntry? first = null;
        foreach (ZipEntry entry in entries)
        {
            total += entry.Record.Length;
            if (entry.Record.Length > budget.MaximumEntryBytes)
            {
                beyond++;
                first ??= entry;
            }
        }

        if (first is not null)
        {
            string allowed = FormattableString.Invariant($"{budget.MaximumEntryBytes} are allowed for one entry (such entries: {beyond})");
            string message = FormattableString.Invariant(
                $"{NameText.Quote(first.Path)} unpacks to {first.Record.Length} bytes; {allowed}.");
            return new ArchiveExcess(message, beyond);
        }

        if (!(total > budget.MaximumTotalBytes))
        {
            return null;
        }

        string size = string.Create(
            CultureInfo.InvariantCulture, $"The zip unpacks to {total} bytes; {budget.MaximumTotalBytes} are allowed.");
        return new ArchiveExcess(size, entries.Count);
    }

    private static bool IsBeyond(Int128 packed, Int128 unpacked, long maximum) =>
        unpacked > ZipBudget.RatioCountsFrom && unpacked > packed * maximum;
}
