using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;
using ICSharpCode.SharpZipLib.Zip;

namespace DeepQDataset.Building;

/// <summary>Makes the header of an entry, for its local and its central place alike.</summary>
internal static class ZipEntryHeader
{
    // A regular file that its owner may write and all may read, as Unix has it in the upper half of the external attributes.
    private const int UnixFileMode = unchecked((int)0x81A4_0000);
    private const int UnixHost = 3;
    private const ushort UnicodePathField = 0x7075;
    private const ushort TimestampField = 0x5455;

    /// <summary>Makes it.</summary>
    public static ZipEntry For(PreparedEntry prepared)
    {
        string name = prepared.Planned.EntryName;
        DateTime? written = prepared.Planned.Content.LastWriteTimeUtc;
        bool isUnicode = !Ascii.IsValid(name);
        return new ZipEntry(name)
        {
            IsUnicodeText = isUnicode,
            HostSystem = UnixHost,
            ExternalFileAttributes = UnixFileMode,
            DateTime = written?.ToLocalTime() ?? new DateTime(1980, 1, 1, 0, 0, 0, DateTimeKind.Local), // local by custom: the field of 0x5455 is exact
            CompressionMethod = prepared.IsDeflated ? CompressionMethod.Deflated : CompressionMethod.Stored,
            Crc = prepared.Crc,
            Size = prepared.Length,
            CompressedSize = prepared.CompressedLength,
            ExtraData = ExtraFields(written, isUnicode ? name : null),
        };
    }

    private static byte[]? ExtraFields(DateTime? written, string? unicodeName)
    {
        using MemoryStream fields = new();
        if (written is DateTime time && new DateTimeOffset(time, TimeSpan.Zero).ToUnixTimeSeconds() is >= 0 and <= int.MaxValue and long seconds)
        {
            WriteTimestamp(fields, (int)seconds);
        }

        if (unicodeName is not null)
        {
            WriteUnicodePath(fields, Encoding.UTF8.GetBytes(unicodeName));
        }

        return fields.Length == 0 ? null : fields.ToArray();
    }

    /// <summary>Info-ZIP's extended timestamp: flag 1 says that the time of the last change follows, in seconds since 1970 UTC.</summary>
    private static void WriteTimestamp(MemoryStream fields, int seconds)
    {
        Span<byte> field = stackalloc byte[9];
        BinaryPrimitives.WriteUInt16LittleEndian(field, TimestampField);
        BinaryPrimitives.WriteUInt16LittleEndian(field[2..], 5);
        field[4] = 1;
        BinaryPrimitives.WriteInt32LittleEndian(field[5..], seconds);
        fields.Write(field);
    }

    /// <summary>Info-ZIP's Unicode path (APPNOTE 4.6.9): version 1, the CRC-32 of the name in the header, the name in UTF-8.</summary>
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
