using System.Buffers;
using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Unicode;
using Microsoft.Win32.SafeHandles;

namespace DeepQDataset.Sources.Zip;

/// <summary>
/// Reads the header before an entry's data (APPNOTE 4.3.7), which locates the data and repeats the fields of the directory.
/// </summary>
internal static class ZipLocalHeader
{
    private const int FixedSize = 30;

    /// <summary>The size of the first read, which usually includes the name and the extra fields.</summary>
    private const int UsualSize = 256;

    /// <summary>Finds an entry's data.</summary>
    /// <param name="handle">The file.</param>
    /// <param name="record">The entry.</param>
    /// <param name="dataEnd">The position before which data must end: the start of the directory.</param>
    /// <param name="offset">The start of the data, in bytes from the start of the file.</param>
    /// <param name="problem">The reason why it cannot be found, as a clause.</param>
    public static bool TryLocateData(
        SafeFileHandle handle, ZipRecord record, long dataEnd, out long offset, [NotNullWhen(false)] out string? problem)
    {
        Span<byte> header = stackalloc byte[FixedSize];
        return TryReadFixed(handle, record, dataEnd, header, out _, out offset, out problem);
    }

    /// <summary>
    /// Describes the first difference between the local header and the directory (DQ714): name, size, method, or position.
    /// </summary>
    /// <returns>The difference as a clause; null if there is none.</returns>
    public static string? FindDisagreement(SafeFileHandle handle, ZipRecord record, long dataEnd)
    {
        Span<byte> usual = stackalloc byte[UsualSize];
        if (!TryReadFixed(handle, record, dataEnd, usual, out int filled, out long dataOffset, out string? problem))
        {
            return problem;
        }

        if (record.HasMaskedLocalHeader)
        {
            return null;
        }

        int size = (int)(dataOffset - record.LocalHeaderOffset);
        if (size <= filled)
        {
            return Compare(usual[..size], record);
        }

        byte[] rented = ArrayPool<byte>.Shared.Rent(size);
        try
        {
            int read = ZipEndFinder.ReadFully(handle, rented.AsSpan(0, size), record.LocalHeaderOffset);
            return read == size ? Compare(rented.AsSpan(0, size), record) : "the file ends inside its local header";
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private static bool TryReadFixed(
        SafeFileHandle handle,
        ZipRecord record,
        long dataEnd,
        Span<byte> header,
        out int filled,
        out long dataOffset,
        [NotNullWhen(false)] out string? problem)
    {
        long position = record.LocalHeaderOffset;
        dataOffset = 0;
        filled = position <= dataEnd - FixedSize ? ZipEndFinder.ReadFully(handle, header, position) : 0;
        if (filled < FixedSize || BinaryPrimitives.ReadUInt32LittleEndian(header) != ZipSignature.LocalHeader)
        {
            problem = FormattableString.Invariant($"there is no local header at offset {position}, where the directory places it");
            return false;
        }

        dataOffset = position + FixedSize + NameLength(header) + BinaryPrimitives.ReadUInt16LittleEndian(header[28..]);
        if (dataOffset > dataEnd || record.PackedLength > dataEnd - dataOffset)
        {
            problem = FormattableString.Invariant(
                $"its {record.PackedLength} packed bytes from offset {dataOffset} on run into the directory at offset {dataEnd}");
            return false;
        }

        problem = null;
        return true;
    }

    private static string? Compare(ReadOnlySpan<byte> header, ZipRecord record)
    {
        ReadOnlySpan<byte> name = header.Slice(FixedSize, NameLength(header));
        if (!name.SequenceEqual(record.RawName) && !DiffersBySeparatorOnly(name, record.RawName))
        {
            return $"its local header names '{Show(name)}'";
        }

        ushort method = BinaryPrimitives.ReadUInt16LittleEndian(header[8..]);
        if (method != record.Method)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"its local header has method {method} ({ZipMethod.Name(method)}), the directory {record.Method} "
                + $"({ZipMethod.Name(record.Method)})");
        }

        ulong packedLength = BinaryPrimitives.ReadUInt32LittleEndian(header[18..]);
        ulong length = BinaryPrimitives.ReadUInt32LittleEndian(header[22..]);
        ulong noOffset = 0;
        if (!ZipExtraFields.TryResolveZip64(header[(FixedSize + name.Length)..], ref length, ref packedLength, ref noOffset))
        {
            return "the zip64 field of its local header is too short";
        }

        bool mayBeZero = (BinaryPrimitives.ReadUInt16LittleEndian(header[6..]) & 0x0008) != 0;
        return CompareSize("unpacked", length, record.Length, mayBeZero)
            ?? CompareSize("packed", packedLength, record.PackedLength, mayBeZero);
    }

    /// <summary>
    /// Compares sizes. A size that follows the data is 0 in the header, or saturated if the writer expected zip64 (APPNOTE 4.4.4 bit 3).
    /// </summary>
    private static string? CompareSize(string what, ulong local, long central, bool mayBeZero)
    {
        bool isLeftOpen = mayBeZero && (local is 0 or uint.MaxValue);
        return isLeftOpen || local == (ulong)central
            ? null
            : FormattableString.Invariant($"its local header says {local} bytes {what}, the directory {central}");
    }

    /// <summary>Determines whether names differ only by <c>\</c> and <c>/</c>, which is DQ705.</summary>
    private static bool DiffersBySeparatorOnly(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        if (left.Length != right.Length)
        {
            return false;
        }

        for (int index = 0; index < left.Length; index++)
        {
            if (left[index] != right[index] && !(IsSeparator(left[index]) && IsSeparator(right[index])))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsSeparator(byte value) => value is (byte)'/' or (byte)'\\';

    /// <summary>Decodes a name for messages. Any decoding is enough to show the difference.</summary>
    private static string Show(ReadOnlySpan<byte> name) => (Utf8.IsValid(name) ? Encoding.UTF8 : Encoding.Latin1).GetString(name);

    private static int NameLength(ReadOnlySpan<byte> header) => BinaryPrimitives.ReadUInt16LittleEndian(header[26..]);
}
