using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;
using DeepQDataset.Building.Planning;
using ICSharpCode.SharpZipLib.Zip;

namespace DeepQDataset.Building.Zip;

/// <summary>
/// Creates the header of an entry, both the local and the central one. Times are in UTC, although the field has no time zone (APPNOTE
/// 4.4.6), so that an archive is the same wherever it is created. Programs that know field 0x5455 show the local time.
/// </summary>
/// <param name="hasTimes">
/// Indicates whether entries have the time of their last write; otherwise all have the earliest time of the format.
/// </param>
internal sealed class ZipEntryHeader(bool hasTimes)
{
    // A regular file, writable by its owner and readable by all, in the upper half of the external attributes as on Unix.
    private const int UnixFileMode = unchecked((int)0x81A4_0000);
    private const int UnixHost = 3;
    private const int FixedLength = 30; // of a local header, APPNOTE 4.3.7
    private const int FieldHead = 9; // of either field: id, size, and five bytes more
    private const ushort UnicodePathField = 0x7075;
    private const ushort TimestampField = 0x5455;

    private static readonly DateTime Earliest = new(1980, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Returns the length in bytes of the local header of an entry that does not need zip64.</summary>
    public int LocalLength(PlannedEntry planned)
    {
        int name = Encoding.UTF8.GetByteCount(planned.EntryName);
        return FixedLength + name + (UnixSeconds(planned) is null ? 0 : FieldHead) + (name == planned.EntryName.Length
            ? 0
            : FieldHead + name);
    }

    /// <summary>Creates the header.</summary>
    public ZipEntry For(in PreparedEntry prepared)
    {
        string name = prepared.Planned.EntryName;
        bool isUnicode = !Ascii.IsValid(name);
        return new ZipEntry(name)
        {
            IsUnicodeText = isUnicode,
            HostSystem = UnixHost,
            ExternalFileAttributes = UnixFileMode,
            DateTime = (hasTimes ? prepared.Planned.Content.LastWriteTimeUtc : null) ?? Earliest,
            Crc = prepared.Crc,
            Size = prepared.Length,
            CompressedSize = prepared.CompressedLength,
            ExtraData = ExtraFields(UnixSeconds(prepared.Planned), isUnicode ? name : null),
        };
    }

    private int? UnixSeconds(PlannedEntry planned) =>
        hasTimes && planned.Content.LastWriteTimeUtc is DateTime time && new DateTimeOffset(time, TimeSpan.Zero)
            .ToUnixTimeSeconds() is >= 0 and <= int.MaxValue and long seconds
            ? (int)seconds
            : null;

    private static byte[]? ExtraFields(int? seconds, string? unicodeName)
    {
        using MemoryStream fields = new();
        if (seconds is int time)
        {
            WriteTimestamp(fields, time);
        }

        if (unicodeName is not null)
        {
            WriteUnicodePath(fields, Encoding.UTF8.GetBytes(unicodeName));
        }

        return fields.Length == 0 ? null : fields.ToArray();
    }

    /// <summary>Writes Info-ZIP's extended timestamp: flag 1 means that the modification time follows, in seconds since 1970 UTC.</summary>
    private static void WriteTimestamp(MemoryStream fields, int seconds)
    {
        Span<byte> field = stackalloc byte[9];
        BinaryPrimitives.WriteUInt16LittleEndian(field, TimestampField);
        BinaryPrimitives.WriteUInt16LittleEndian(field[2..], 5);
        field[4] = 1;
        BinaryPrimitives.WriteInt32LittleEndian(field[5..], seconds);
        fields.Write(field);
    }

    /// <summary>
    /// Writes Info-ZIP's Unicode path (APPNOTE 4.6.9): version 1, the CRC-32 of the name in the header, and the name in UTF-8.
    /// </summary>
    private static void WriteUnicodePath(MemoryStream fields, byte[] name)
    {
        Span<byte> start = stackalloc byte[9];
        BinaryPrimitives.WriteUInt16LittleEndian(start, UnicodePathField);
        BinaryPrimitives.WriteUInt16LittleEndian(start[2..], checked((ushort)(5 + name.Length)));
        start[4] = 1;
        BinaryPrimitives.WriteUInt32LittleEndian(start[5..], Crc32.HashToUInt32(name));
        fields.Write(start);
        fields.Write(name);
    }
}
