using System.Buffers.Binary;

namespace DeepQDataset.Imaging;

/// <summary>Reads the orientation out of an EXIF block, which is a TIFF structure (EXIF 2.32, sections 4.5 and 4.6.4; TIFF 6.0, section 2).</summary>
internal static class ExifReader
{
    /// <summary>Means that rows go from top to bottom and columns from left to right: nothing to turn.</summary>
    public const int Upright = 1;

    private const int TiffHeaderLength = 8;
    private const int EntryLength = 12;
    private const ushort OrientationTag = 0x0112;
    private const ushort ShortType = 3;
    private const ushort LongType = 4;

    /// <summary>How EXIF blocks begin in JPEG's APP1.</summary>
    public static ReadOnlySpan<byte> Identifier => "Exif\0\0"u8;

    /// <summary>Looks for the orientation in the first directory, without taking any bytes. A damaged block has none.</summary>
    /// <param name="reader">At the block's start.</param>
    /// <param name="length">The block's length in bytes; only the first <see cref="ForwardReader.BufferSize"/> are looked at.</param>
    /// <returns>1 to 8; 1 when there is none or it is invalid.</returns>
    public static int PeekOrientation(ForwardReader reader, long length)
    {
        int limit = (int)Math.Min(length, ForwardReader.BufferSize);
        int start = reader.TryPeek(Math.Min(limit, Identifier.Length), out ReadOnlySpan<byte> bytes) && bytes.SequenceEqual(Identifier) ? Identifier.Length : 0;
        if (limit - start < TiffHeaderLength || !reader.TryPeek(start + TiffHeaderLength, out bytes))
        {
            return Upright;
        }

        ReadOnlySpan<byte> header = bytes[start..];
        bool bigEndian = header[0] == 'M';
        if (header[0] != header[1] || (header[0] != 'I' && !bigEndian) || Read16(header[2..], bigEndian) != 42)
        {
            return Upright;
        }

        uint offset = Read32(header[4..], bigEndian);
        if (offset > limit - start - 2 || !reader.TryPeek(start + (int)offset + 2, out bytes))
        {
            return Upright;
        }

        int directory = start + (int)offset + 2;
        int entries = Math.Min(Read16(bytes[^2..], bigEndian), (limit - directory) / EntryLength);
        return reader.TryPeek(directory + (entries * EntryLength), out bytes) ? Find(bytes[directory..], bigEndian) : Upright;
    }

    private static int Find(ReadOnlySpan<byte> entries, bool bigEndian)
    {
        for (; entries.Length >= EntryLength; entries = entries[EntryLength..])
        {
            if (Read16(entries, bigEndian) != OrientationTag)
            {
                continue;
            }

            uint value = Read16(entries[2..], bigEndian) switch
            {
                ShortType => Read16(entries[8..], bigEndian),
                LongType => Read32(entries[8..], bigEndian),
                _ => 0,
            };
            return value is >= 1 and <= 8 ? (int)value : Upright;
        }

        return Upright;
    }

    private static ushort Read16(ReadOnlySpan<byte> bytes, bool bigEndian) =>
        bigEndian ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes);

    private static uint Read32(ReadOnlySpan<byte> bytes, bool bigEndian) =>
        bigEndian ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);
}
