using System.Buffers.Binary;

namespace DeepQDataset.TestKit;

/// <summary>Makes EXIF blocks: a TIFF structure with one directory (EXIF 2.32 section 4.5).</summary>
public static class ExifBlock
{
    private const ushort OrientationTag = 0x0112;
    private const ushort ShortType = 3;

    /// <summary>Returns a block with nothing but an orientation.</summary>
    /// <param name="orientation">1 to 8 are valid.</param>
    /// <param name="bigEndian">Indicates whether the block is in Motorola order (<c>MM</c>).</param>
    public static byte[] Orientation(int orientation, bool bigEndian = false)
    {
        byte[] block = new byte[26];
        block[0] = block[1] = bigEndian ? (byte)'M' : (byte)'I';
        Put16(block, 2, 42, bigEndian);
        Put32(block, 4, 8, bigEndian);
        Put16(block, 8, 1, bigEndian);
        Put16(block, 10, OrientationTag, bigEndian);
        Put16(block, 12, ShortType, bigEndian);
        Put32(block, 14, 1, bigEndian);
        Put16(block, 18, (ushort)orientation, bigEndian);
        return block;
    }

    private static void Put16(byte[] block, int offset, ushort value, bool bigEndian)
    {
        Span<byte> target = block.AsSpan(offset);
        if (bigEndian)
        {
            BinaryPrimitives.WriteUInt16BigEndian(target, value);
        }
        else
        {
            BinaryPrimitives.WriteUInt16LittleEndian(target, value);
        }
    }

    private static void Put32(byte[] block, int offset, uint value, bool bigEndian)
    {
        Span<byte> target = block.AsSpan(offset);
        if (bigEndian)
        {
            BinaryPrimitives.WriteUInt32BigEndian(target, value);
        }
        else
        {
            BinaryPrimitives.WriteUInt32LittleEndian(target, value);
        }
    }
}
