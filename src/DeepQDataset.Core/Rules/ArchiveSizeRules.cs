using System.Globalization;
using DeepQDataset.Sources;
using DeepQDataset.Sources.Zip;
using DeepQDataset.Validation;

namespace DeepQDataset.Rules;

/// <summary>What a zip would unpack to (DQ709). One zip has one such issue: the first cause in the order below is the cause of the others.</summary>
internal sealed class ArchiveSizeRules : IRuleFamily
{
    private const int LocalHeaderSize = 30;
    private const long MaximumRatio = 1000;
    private const long RatioCountsFrom = 64L << 20;

    /// <inheritdoc/>
    public void Check(ValidationContext context)
    {
        if (context.Source is not ZipSource zip)
        {
            return;
        }

        IReadOnlyList<ZipEntry> entries = zip.Directory.Entries;
        if (!ReportOverlap(zip.Directory, context.Issues) && !ReportRatio(entries, context.Issues))
        {
            ReportTotal(entries, context.Options.MaximumTotalBytes, context.Issues);
        }
    }

    /// <summary>
    /// No two entries can share bytes of the file; zips that unpack to a multiple of themselves do it that way. An entry that claims more
    /// than the file holds shares nothing: it cannot be unpacked, and that is DQ714.
    /// </summary>
    private static bool ReportOverlap(ZipDirectory directory, IssueSink issues)
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
            return false;
        }

        string message = FormattableString.Invariant($"{overlapping} of the entries, {NameText.Quote(first.Path)} the first of them, share their data with others.");
        issues.Report(RuleCatalog.ZipBomb, null, message, count: overlapping);
        return true;
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

    private static bool ReportRatio(IReadOnlyList<ZipEntry> entries, IssueSink issues)
    {
        Int128 packed = 0;
        Int128 unpacked = 0;
        int beyond = 0;
        ZipEntry? first = null;
        foreach (ZipEntry entry in entries)
        {
            packed += entry.Record.PackedLength;
            unpacked += entry.Record.Length;
            if (IsBeyond(entry.Record.PackedLength, entry.Record.Length))
            {
                beyond++;
                first ??= entry;
            }
        }

        if (first is not null)
        {
            string message = FormattableString.Invariant(
                $"{NameText.Quote(first.Path)} unpacks from {first.Record.PackedLength} to {first.Record.Length} bytes, over {MaximumRatio} times as many (such entries: {beyond}).");
            issues.Report(RuleCatalog.ZipBomb, null, message, count: beyond);
            return true;
        }

        if (IsBeyond(packed, unpacked))
        {
            string message = string.Create(CultureInfo.InvariantCulture, $"The zip's {packed} packed bytes unpack to {unpacked}, over {MaximumRatio} times as many.");
            issues.Report(RuleCatalog.ZipBomb, null, message, count: entries.Count);
            return true;
        }

        return false;
    }

    private static void ReportTotal(IReadOnlyList<ZipEntry> entries, long? maximum, IssueSink issues)
    {
        Int128 total = 0;
        foreach (ZipEntry entry in entries)
        {
            total += entry.Record.Length;
        }

        if (total > maximum)
        {
            string message = string.Create(CultureInfo.InvariantCulture, $"The zip unpacks to {total} bytes; {maximum} are allowed.");
            issues.Report(RuleCatalog.ZipBomb, null, message, count: entries.Count);
        }
    }

    private static bool IsBeyond(Int128 packed, Int128 unpacked) => unpacked > RatioCountsFrom && unpacked > packed * MaximumRatio;
}
