using System.Buffers.Binary;
using System.IO.Hashing;

namespace DeepQDataset.TestKit.Platform;

/// <summary>
/// PNG and JPEG as the platform's reader sees them: their size as they are shown, EXIF orientation applied. A PNG must be whole; of a JPEG
/// it is enough that its scan begins.
/// </summary>
internal static class PlatformImage
{
    private static readonly byte[] PngSignature = [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10];

    /// <summary>The size; null if it is no such image, or is damaged.</summary>
    public static (int Width, int Height)? Size(byte[] file)
    {
        (int Width, int Height, int Orientation)? image = file.AsSpan().StartsWith(PngSignature) ? Png(file) : Jpeg(file);
        if (image is not { } found)
        {
            return null;
        }

        return found.Orientation is >= 5 and <= 8 ? (found.Height, found.Width) : (found.Width, found.Height);
    }

    private static (int Width, int Height, int Orientation)? Png(byte[] file)
    {
        ReadOnlySpan<byte> rest = file.AsSpan(8);
        byte[]? header = null;
        List<byte> packed = [];
        int orientation = 1;
        while (rest.Length >= 12)
        {
            uint length = BinaryPrimitives.ReadUInt32BigEndian(rest);
            if (length > rest.Length - 12)
            {
                return null;
            }

            ReadOnlySpan<byte> kind = rest.Slice(4, 4);
            ReadOnlySpan<byte> data = rest.Slice(8, (int)length);
            uint sum = BinaryPrimitives.ReadUInt32BigEndian(rest[(8 + (int)length)..]);
            bool isCritical = (kind[0] & 0x20) == 0;
            if (isCritical && Crc32.HashToUInt32(rest.Slice(4, 4 + (int)length)) != sum)
            {
                return null;
            }

            if (kind.SequenceEqual("IHDR"u8))
            {
                header = data.ToArray();
            }
            else if (kind.SequenceEqual("IDAT"u8))
            {
                packed.AddRange(data);
            }
            else if (kind.SequenceEqual("eXIf"u8))
            {
                orientation = Orientation(data);
            }
            else if (kind.SequenceEqual("IEND"u8))
            {
                return header is { Length: 13 } && HasAllRows(header, PlatformZlib.Unpack([.. packed]))
                    ? (Int32(header, 0), Int32(header, 4), orientation)
                    : null;
            }

            rest = rest[(12 + (int)length)..];
        }

        return null;
    }

    private static bool HasAllRows(byte[] header, byte[]? rows)
    {
        int samples = header[9] switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };
        long bits = (long)samples * header[8];
        (int X, int Y, int StepX, int StepY)[] passes = header[12] == 0
            ? [(0, 0, 1, 1)]
            : [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];
        long expected = 0;
        foreach ((int x, int y, int stepX, int stepY) in passes)
        {
            long width = (Int32(header, 0) - x + stepX - 1L) / stepX;
            long height = (Int32(header, 4) - y + stepY - 1L) / stepY;
            expected += width > 0 ? height * (1 + (((width * bits) + 7) / 8)) : 0;
        }

        return rows?.Length >= expected;
    }

    private static (int Width, int Height, int Orientation)? Jpeg(byte[] file)
    {
        (int Width, int Height)? size = null;
        int orientation = 1;
        int at = 2;
        if (file.Length < 4 || file[0] != 0xFF || file[1] != 0xD8)
        {
            return null;
        }

        while (at + 4 <= file.Length)
        {
            // Fill bytes, markers without a segment, and stray bytes between segments are skipped.
            byte marker = file[at + 1];
            if (file[at] != 0xFF || marker is 0xFF or 0 or 0x01 or (>= 0xD0 and <= 0xD8))
            {
                at++;
                continue;
            }

            int length = BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(at + 2));
            if (marker == 0xD9 || at + 2 + length > file.Length)
            {
                return null;
            }

            ReadOnlySpan<byte> data = file.AsSpan(at + 4, Math.Max(0, length - 2));
            if (marker == 0xDA)
            {
                return size is { } found ? (found.Width, found.Height, orientation) : null;
            }

            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC) && data.Length >= 5)
            {
                size = (BinaryPrimitives.ReadUInt16BigEndian(data[3..]), BinaryPrimitives.ReadUInt16BigEndian(data[1..]));
            }
            else if (marker == 0xE1 && data.StartsWith("Exif\0\0"u8))
            {
                orientation = Orientation(data[6..]);
            }

            at += 2 + length;
        }

        return null;
    }

    /// <summary>The orientation in a TIFF structure's first directory; 1 where there is none.</summary>
    private static int Orientation(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8)
        {
            return 1;
        }

        bool isBig = tiff[0] == (byte)'M';
        uint directory = isBig ? BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]);
        if (directory > tiff.Length - 2)
        {
            return 1;
        }

        ReadOnlySpan<byte> entries = tiff[((int)directory + 2)..];
        int count = UInt16(tiff[(int)directory..], isBig);
        for (int index = 0; index < count && entries.Length >= 12; index++, entries = entries[12..])
        {
            if (UInt16(entries, isBig) == 0x0112)
            {
                return UInt16(entries[8..], isBig);
            }
        }

        return 1;
    }

    private static int Int32(byte[] bytes, int at) => BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at));

    private static int UInt16(ReadOnlySpan<byte> bytes, bool isBig) =>
        isBig ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes);
}
