using System.Buffers;
using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace DeepQDataset.Sources.Zip;

/// <summary>Reads the records of a central directory through one buffer, independent of the declared number.</summary>
internal static class ZipRecordReader
{
    private const int FixedSize = 46;

    /// <summary>The length of the longest possible record: its fixed part, name, extra fields and comment.</summary>
    private const int BufferSize = FixedSize + (3 * ushort.MaxValue);

    /// <summary>Reads all records.</summary>
    /// <param name="handle">The file.</param>
    /// <param name="end">The location of the directory.</param>
    /// <param name="failure">The reason why it could not be read to its end.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    /// <returns>The records read up to a failure.</returns>
    public static List<ZipRecord> Read(SafeFileHandle handle, ZipEnd end, out ZipFailure? failure, CancellationToken cancellation)
    {
        List<ZipRecord> records = [];
        failure = null;
        byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            long position = end.DirectoryStart;
            int start = 0;
            int filled = 0;
            while (failure is null)
            {
                if (filled - start < BufferSize
                    && position + (filled - start) < end.DirectoryEnd
                    && !HoldsRecord(buffer.AsSpan(start, filled - start)))
                {
                    cancellation.ThrowIfCancellationRequested();
                    buffer.AsSpan(start, filled - start).CopyTo(buffer);
                    filled -= start;
                    start = 0;
                    int wanted = (int)Math.Min(BufferSize - filled, end.DirectoryEnd - position - filled);
                    filled += ZipEndFinder.ReadFully(handle, buffer.AsSpan(filled, wanted), position + filled);
                }

                ReadOnlySpan<byte> ahead = buffer.AsSpan(start, filled - start);
                if (ahead.Length < sizeof(uint) || BinaryPrimitives.ReadUInt32LittleEndian(ahead) != ZipSignature.DirectoryRecord)
                {
                    break;
                }

                if (!HoldsRecord(ahead))
                {
                    failure = Damaged(records.Count, "is cut off", position);
                    break;
                }

                int size = RecordSize(ahead);
                ZipRecord? record = Parse(ahead[..size], records.Count, end.BaseOffset);
                if (record is null)
                {
                    failure = Damaged(records.Count, "has a zip64 field that is too short", position);
                    break;
                }

                records.Add(record);
                start += size;
                position += size;
            }

            failure ??= CheckCount(records.Count, end, position);
            return records;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>
    /// Compares the number of entries. Writers without zip64 overflow with more than 65,535 entries, so that only the lower 16 bits are
    /// compared.
    /// </summary>
    private static ZipFailure? CheckCount(int count, ZipEnd end, long position)
    {
        bool agrees = end.IsZip64 && end.Entries > ushort.MaxValue ? (ulong)count == end.Entries : (ushort)count == (ushort)end.Entries;
        return agrees
            ? null
            : new ZipFailure(
                ZipFailureKind.DirectoryDamaged,
                FormattableString.Invariant($"its end record claims {end.Entries} entries, its directory holds {count}"),
                position);
    }

    private static ZipFailure Damaged(int index, string what, long position) =>
        new(ZipFailureKind.DirectoryDamaged, FormattableString.Invariant($"record {index + 1} of its directory {what}"), position);

    private static bool HoldsRecord(ReadOnlySpan<byte> bytes) => bytes.Length >= FixedSize && bytes.Length >= RecordSize(bytes);

    private static int RecordSize(ReadOnlySpan<byte> record) => FixedSize
        + BinaryPrimitives.ReadUInt16LittleEndian(record[28..])
        + BinaryPrimitives.ReadUInt16LittleEndian(record[30..])
        + BinaryPrimitives.ReadUInt16LittleEndian(record[32..]);

    private static ZipRecord? Parse(ReadOnlySpan<byte> record, int index, long baseOffset)
    {
        int nameLength = BinaryPrimitives.ReadUInt16LittleEndian(record[28..]);
        ReadOnlySpan<byte> name = record.Slice(FixedSize, nameLength);
        ReadOnlySpan<byte> extra = record.Slice(FixedSize + nameLength, BinaryPrimitives.ReadUInt16LittleEndian(record[30..]));
        ulong packedLength = BinaryPrimitives.ReadUInt32LittleEndian(record[20..]);
        ulong length = BinaryPrimitives.ReadUInt32LittleEndian(record[24..]);
        ulong offset = BinaryPrimitives.ReadUInt32LittleEndian(record[42..]);
        if (!ZipExtraFields.TryResolveZip64(extra, ref length, ref packedLength, ref offset))
        {
            return null;
        }

        return new ZipRecord
        {
            Index = index,
            RawName = name.ToArray(),
            UnicodePath = ZipExtraFields.ReadUnicodePath(extra, name),
            HostSystem = record[5],
            Flags = BinaryPrimitives.ReadUInt16LittleEndian(record[8..]),
            Method = BinaryPrimitives.ReadUInt16LittleEndian(record[10..]),
            LastWriteTimeUtc = ZipExtraFields.ReadLastWriteTime(extra) ?? ZipExtraFields.ReadDosTime(
                BinaryPrimitives.ReadUInt16LittleEndian(record[14..]), BinaryPrimitives.ReadUInt16LittleEndian(record[12..])),
            Crc32 = BinaryPrimitives.ReadUInt32LittleEndian(record[16..]),
            PackedLength = ToSigned(packedLength),
            Length = ToSigned(length),
            ExternalAttributes = BinaryPrimitives.ReadUInt32LittleEndian(record[38..]),
            LocalHeaderOffset = ToSigned(ToSigned(offset) > long.MaxValue - baseOffset ? ulong.MaxValue : offset + (ulong)baseOffset),
            AesBits = ZipExtraFields.ReadAesBits(extra),
        };
    }

    private static long ToSigned(ulong value) => (long)Math.Min(value, long.MaxValue);
}
