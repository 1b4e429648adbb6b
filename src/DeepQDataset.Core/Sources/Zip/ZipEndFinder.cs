using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace DeepQDataset.Sources.Zip;

/// <summary>
/// Finds a zip's end record (APPNOTE 4.3.16) and its directory. A comment may contain the signature of the record, and bytes may follow the
/// zip. So each signature at the end of the file is a candidate, and the one whose comment ends the file and whose directory exists wins.
/// Only if there is none within the maximum length of a comment, a longer part is searched for a zip that is followed by other bytes.
/// </summary>
internal static class ZipEndFinder
{
    private const int EndSize = 22;
    private const int LocatorSize = 20;
    private const int Zip64EndSize = 56;

    /// <summary>The number of bytes to search at the end of the file: the record and the longest comment.</summary>
    private const int TailSize = EndSize + ushort.MaxValue;

    /// <summary>The maximum number of bytes after the zip.</summary>
    private const int LongestAppendix = 1 << 20;

    /// <summary>The maximum number of signatures to examine, since a file may consist of nothing else.</summary>
    private const int MaximumCandidates = 16 * 1024;

    /// <summary>Finds the end.</summary>
    /// <param name="handle">The file.</param>
    /// <param name="length">The size of the file in bytes.</param>
    /// <param name="failure">The reason why it was not found.</param>
    /// <returns>The end; null on failure.</returns>
    public static ZipEnd? Find(SafeFileHandle handle, long length, out ZipFailure? failure)
    {
        ZipEnd? end = Find(handle, length, TailSize, out failure);
        if (end is null && length > TailSize)
        {
            end = Find(handle, length, TailSize + LongestAppendix, out ZipFailure? failureFarther);
            failure ??= failureFarther;
        }

        if (end is not null)
        {
            failure = null;
            return end;
        }

        failure ??= new ZipFailure(ZipFailureKind.NoEndRecord, "it has no end record, so it is cut off or was never complete", length);
        return null;
    }

    /// <summary>Fills a buffer from a position, or as much as the file has.</summary>
    /// <returns>The number of bytes read.</returns>
    public static int ReadFully(SafeFileHandle handle, Span<byte> buffer, long position)
    {
        int total = 0;
        while (total < buffer.Length)
        {
            int read = RandomAccess.Read(handle, buffer[total..], position + total);
            if (read == 0)
            {
                break;
            }

            total += read;
        }

        return total;
    }

    private static ZipEnd? Find(SafeFileHandle handle, long length, int tailSize, out ZipFailure? failure)
    {
        byte[] tail = new byte[(int)Math.Min(length, tailSize)];
        long tailStart = length - tail.Length;
        int tailLength = ReadFully(handle, tail, tailStart);
        ZipEnd? best = null;
        int bestRank = int.MaxValue;
        int candidates = 0;
        failure = null;
        Span<byte> signature = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(signature, ZipSignature.End);
        for (int end = tailLength - EndSize + signature.Length; end >= signature.Length && bestRank > 0 && candidates < MaximumCandidates;)
        {
            int index = tail.AsSpan(0, end).LastIndexOf(signature);
            if (index < 0)
            {
                break;
            }

            candidates++;
            end = index + signature.Length - 1;
            ZipEnd? candidate = Read(handle, tail.AsMemory(index, tailLength - index), tailStart + index, out ZipFailure? reason);
            failure ??= reason;
            int rank = candidate is null ? int.MaxValue : Rank(candidate);
            if (rank < bestRank)
            {
                best = candidate;
                bestRank = rank;
            }
        }

        return best;
    }

    /// <summary>Ranks a candidate, best first: 0 if the comment ends the file, 1 if it does not, 2 if it may be a coincidence.</summary>
    private static int Rank(ZipEnd end)
    {
        bool isEmptyAfterOtherBytes = end.Entries == 0 && end.BaseOffset > 0;
        return (end.TrailingBytes == 0 && end.HasWholeComment ? 0 : 1) + (isEmptyAfterOtherBytes ? 2 : 0);
    }

    private static ZipEnd? Read(SafeFileHandle handle, ReadOnlyMemory<byte> tail, long position, out ZipFailure? failure)
    {
        ReadOnlySpan<byte> record = tail.Span;
        uint disk = BinaryPrimitives.ReadUInt16LittleEndian(record[4..]);
        uint directoryDisk = BinaryPrimitives.ReadUInt16LittleEndian(record[6..]);
        ulong entries = BinaryPrimitives.ReadUInt16LittleEndian(record[10..]);
        ulong size = BinaryPrimitives.ReadUInt32LittleEndian(record[12..]);
        ulong offset = BinaryPrimitives.ReadUInt32LittleEndian(record[16..]);
        int commentLength = BinaryPrimitives.ReadUInt16LittleEndian(record[20..]);
        ReadOnlyMemory<byte> comment = tail.Slice(EndSize, Math.Min(commentLength, tail.Length - EndSize));
        long trailing = Math.Max(0, tail.Length - EndSize - commentLength);
        long directoryEnd = position;
        bool isSaturated = entries == ushort.MaxValue || size == uint.MaxValue || offset == uint.MaxValue;

        Span<byte> zip64 = stackalloc byte[Zip64EndSize];
        long? zip64Position = FindZip64(handle, position, zip64, out bool hasLocator);
        if (zip64Position is long found)
        {
            directoryEnd = found;
            disk = disk == ushort.MaxValue ? BinaryPrimitives.ReadUInt32LittleEndian(zip64[16..]) : disk;
            directoryDisk = directoryDisk == ushort.MaxValue ? BinaryPrimitives.ReadUInt32LittleEndian(zip64[20..]) : directoryDisk;
            entries = entries == ushort.MaxValue ? BinaryPrimitives.ReadUInt64LittleEndian(zip64[32..]) : entries;
            size = size == uint.MaxValue ? BinaryPrimitives.ReadUInt64LittleEndian(zip64[40..]) : size;
            offset = offset == uint.MaxValue ? BinaryPrimitives.ReadUInt64LittleEndian(zip64[48..]) : offset;
        }
        else if (hasLocator && isSaturated)
        {
            failure = new ZipFailure(
                ZipFailureKind.DirectoryDamaged, "its zip64 end record is not where the locator says", position - LocatorSize);
            return null;
        }

        if (disk != 0 || directoryDisk != 0)
        {
            failure = new ZipFailure(
                ZipFailureKind.MultipleVolumes, FormattableString.Invariant($"it is volume {disk + 1L} of a split zip"), position);
            return null;
        }

        long? start = LocateDirectory(handle, directoryEnd, entries, size, offset, out long baseOffset, out failure);
        return start is null
            ? null
            : new ZipEnd(
                start.Value,
                directoryEnd,
                baseOffset,
                entries,
                zip64Position is not null,
                comment,
                comment.Length == commentLength,
                trailing);
    }

    private static long? FindZip64(SafeFileHandle handle, long endPosition, Span<byte> record, out bool hasLocator)
    {
        Span<byte> locator = stackalloc byte[LocatorSize];
        long locatorPosition = endPosition - LocatorSize;
        hasLocator = locatorPosition >= 0
            && ReadFully(handle, locator, locatorPosition) == LocatorSize
            && BinaryPrimitives.ReadUInt32LittleEndian(locator) == ZipSignature.Zip64Locator;
        if (!hasLocator)
        {
            return null;
        }

        // Prepended bytes make the declared offset too small; the record is still right before the locator.
        long last = locatorPosition - Zip64EndSize;
        ulong declared = BinaryPrimitives.ReadUInt64LittleEndian(locator[8..]);
        if (last >= 0 && declared <= (ulong)last && IsZip64End(handle, (long)declared, record))
        {
            return (long)declared;
        }

        return last >= 0 && IsZip64End(handle, last, record) ? last : null;
    }

    private static bool IsZip64End(SafeFileHandle handle, long position, Span<byte> record) =>
        ReadFully(handle, record, position) == Zip64EndSize && BinaryPrimitives.ReadUInt32LittleEndian(record) == ZipSignature.Zip64End;

    /// <summary>
    /// Returns the start of the directory, which ends where the end records start; otherwise the declared offset is used.
    /// </summary>
    private static long? LocateDirectory(
        SafeFileHandle handle, long end, ulong entries, ulong size, ulong offset, out long baseOffset, out ZipFailure? failure)
    {
        baseOffset = 0;
        failure = null;
        bool isEmpty = entries == 0 && size == 0;
        if (size <= (ulong)end && (isEmpty || IsDirectoryRecord(handle, end - (long)size)))
        {
            long start = end - (long)size;
            if (offset <= (ulong)start)
            {
                baseOffset = start - (long)offset;
                return start;
            }

            failure = new ZipFailure(
                ZipFailureKind.DirectoryDamaged,
                FormattableString.Invariant($"{offset - (ulong)start} bytes are missing before its directory"),
                start);
            return null;
        }

        if (offset < (ulong)end && IsDirectoryRecord(handle, (long)offset))
        {
            return (long)offset;
        }

        failure = new ZipFailure(
            ZipFailureKind.DirectoryDamaged,
            FormattableString.Invariant($"there is no directory of {size} bytes at offset {offset}, where its end record places it"),
            end);
        return null;
    }

    private static bool IsDirectoryRecord(SafeFileHandle handle, long position)
    {
        Span<byte> signature = stackalloc byte[sizeof(uint)];
        return ReadFully(handle, signature, position) == sizeof(uint)
            && BinaryPrimitives.ReadUInt32LittleEndian(signature) == ZipSignature.DirectoryRecord;
    }
}
