using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;
using System.Text.Unicode;

namespace DeepQDataset.Sources.Zip;

/// <summary>Finds and reads the extra fields of an entry's headers (APPNOTE 4.5, 4.6).</summary>
internal static class ZipExtraFields
{
    private const ushort Zip64 = 0x0001;
    private const ushort NtfsTimes = 0x000A;
    private const ushort ExtendedTimestamp = 0x5455;
    private const ushort OldUnixTimes = 0x5855;
    private const ushort UnicodePath = 0x7075;
    private const ushort Aes = 0x9901;

    /// <summary>Finds a field.</summary>
    /// <param name="extra">The extra fields.</param>
    /// <param name="wanted">The id of the field.</param>
    /// <param name="data">The data of the field.</param>
    /// <returns>False if the field does not exist, or the fields before it are damaged.</returns>
    public static bool TryFind(ReadOnlySpan<byte> extra, ushort wanted, out ReadOnlySpan<byte> data) =>
        TryFindNext(ref extra, wanted, out data);

    /// <summary>
    /// Replaces saturated sizes and offset by those of the zip64 field (APPNOTE 4.5.3). Without the field, they are unchanged.
    /// </summary>
    /// <param name="extra">The extra fields.</param>
    /// <param name="length">The unpacked size.</param>
    /// <param name="packedLength">The packed size.</param>
    /// <param name="offset">The offset of the local header; 0 if there is none.</param>
    /// <returns>False if the field is too short.</returns>
    public static bool TryResolveZip64(ReadOnlySpan<byte> extra, ref ulong length, ref ulong packedLength, ref ulong offset)
    {
        bool isSaturated = length == uint.MaxValue || packedLength == uint.MaxValue || offset == uint.MaxValue;
        if (!isSaturated || !TryFind(extra, Zip64, out ReadOnlySpan<byte> data))
        {
            return true;
        }

        return Take(ref length, ref data) && Take(ref packedLength, ref data) && Take(ref offset, ref data);

        static bool Take(ref ulong value, ref ReadOnlySpan<byte> data)
        {
            if (value != uint.MaxValue)
            {
                return true;
            }

            if (data.Length < sizeof(ulong))
            {
                return false;
            }

            value = BinaryPrimitives.ReadUInt64LittleEndian(data);
            data = data[sizeof(ulong)..];
            return true;
        }
    }

    /// <summary>
    /// Returns the name in the first Unicode Path field that belongs to this name (with the right CRC-32) and is valid UTF-8; null if there
    /// is none.
    /// </summary>
    public static string? ReadUnicodePath(ReadOnlySpan<byte> extra, ReadOnlySpan<byte> rawName)
    {
        const int HeaderSize = 5;
        while (TryFindNext(ref extra, UnicodePath, out ReadOnlySpan<byte> data))
        {
            if (data.Length > HeaderSize
                && data[0] == 1
                && BinaryPrimitives.ReadUInt32LittleEndian(data[1..]) == Crc32.HashToUInt32(rawName)
                && Utf8.IsValid(data[HeaderSize..]))
            {
                return Encoding.UTF8.GetString(data[HeaderSize..]);
            }
        }

        return null;
    }

    /// <summary>Returns the AES key length in bits; null if there is no such field.</summary>
    public static int? ReadAesBits(ReadOnlySpan<byte> extra) => TryFind(extra, Aes, out ReadOnlySpan<byte> data) && data.Length >= 5
        ? data[4] switch
        {
            1 => 128,
            2 => 192,
            3 => 256,
            _ => null,
        }
        : null;

    /// <summary>Returns the time of the last write with the precision of the field; null if there is no such field.</summary>
    public static DateTime? ReadLastWriteTime(ReadOnlySpan<byte> extra)
    {
        if (TryFind(extra, ExtendedTimestamp, out ReadOnlySpan<byte> unix) && unix.Length >= 5 && (unix[0] & 1) != 0)
        {
            return DateTime.UnixEpoch.AddSeconds(BinaryPrimitives.ReadInt32LittleEndian(unix[1..]));
        }

        // Info-ZIP's older field, which macOS still writes: the time of the last access, then that of the last write.
        if (TryFind(extra, OldUnixTimes, out ReadOnlySpan<byte> old) && old.Length >= 8)
        {
            return DateTime.UnixEpoch.AddSeconds(BinaryPrimitives.ReadInt32LittleEndian(old[4..]));
        }

        // The NTFS field: four reserved bytes, then attribute 1 of 24 bytes, of which the first eight are the time of the last write.
        if (TryFind(extra, NtfsTimes, out ReadOnlySpan<byte> ntfs)
            && ntfs.Length >= 16
            && BinaryPrimitives.ReadUInt16LittleEndian(ntfs[4..]) == 1)
        {
            long ticks = BinaryPrimitives.ReadInt64LittleEndian(ntfs[8..]);
            long latest = DateTime.MaxValue.ToFileTimeUtc();
            return ticks > 0 && ticks <= latest ? DateTime.FromFileTimeUtc(ticks) : null;
        }

        return null;
    }

    /// <summary>
    /// Returns an MS-DOS date and time (APPNOTE 4.4.6), in the time zone of this machine since it has none; null if the date is invalid.
    /// </summary>
    public static DateTime? ReadDosTime(ushort date, ushort time)
    {
        int year = 1980 + (date >> 9);
        int month = (date >> 5) & 0x0F;
        int day = date & 0x1F;
        int hour = time >> 11;
        int minute = (time >> 5) & 0x3F;
        int second = (time & 0x1F) * 2;
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) && hour < 24 && minute < 60 && second < 60
            ? new DateTime(year, month, day, hour, minute, second, DateTimeKind.Local).ToUniversalTime()
            : null;
    }

    /// <summary>Finds a field and moves past it.</summary>
    private static bool TryFindNext(scoped ref ReadOnlySpan<byte> extra, ushort wanted, out ReadOnlySpan<byte> data)
    {
        while (extra.Length >= 4)
        {
            ushort id = BinaryPrimitives.ReadUInt16LittleEndian(extra);
            int size = BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]);
            if (size > extra.Length - 4)
            {
                break;
            }

            data = extra.Slice(4, size);
            extra = extra[(4 + size)..];
            if (id == wanted)
            {
                return true;
            }
        }

        data = default;
        return false;
    }
}
