using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace DeepQDataset.TestKit;

/// <content>Writes the chunks of the file.</content>
public sealed partial class PngBuilder
{
    private byte[] Header()
    {
        byte[] header = new byte[Math.Max(13, HeaderLength)];
        BinaryPrimitives.WriteUInt32BigEndian(header, DeclaredWidth ?? (uint)Width);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(4), DeclaredHeight ?? (uint)Height);
        header[8] = DeclaredBitDepth ?? (byte)BitDepth;
        header[9] = DeclaredColorType ?? (byte)ColorType;
        header[10] = CompressionMethod;
        header[11] = FilterMethod;
        header[12] = InterlaceMethod ?? (byte)(Interlaced ? 1 : 0);
        return header[..HeaderLength];
    }

    private void WriteMetadata(MemoryStream file)
    {
        if (AnimationFrames is int frames)
        {
            byte[] control = new byte[8];
            BinaryPrimitives.WriteInt32BigEndian(control, frames);
            WriteChunk(file, "acTL", control);
        }

        if (Orientation is int orientation)
        {
            WriteChunk(file, "eXIf", ExifBlock.Orientation(orientation, ExifBigEndian));
        }

        if (Text is not null)
        {
            WriteChunk(file, "tEXt", Encoding.Latin1.GetBytes(Text.Replace('=', '\0')));
        }

        foreach ((string type, byte[] data) in ExtraChunks)
        {
            WriteChunk(file, type, data);
        }
    }

    private byte[] Palette()
    {
        byte[] palette = new byte[3 << BitDepth];
        for (int index = 0; index < palette.Length; index++)
        {
            palette[index] = SamplePattern.At(index / 3, 0, index % 3, Seed);
        }

        return palette;
    }

    private void WriteData(MemoryStream file)
    {
        byte[] data = Compress();
        int size = Math.Max(1, data.Length / Math.Max(1, DataChunks));
        for (int start = 0; start < data.Length; start += size)
        {
            WriteChunk(file, "IDAT", data[start..Math.Min(data.Length, start + size)]);
        }
    }

    private byte[] Compress()
    {
        using MemoryStream rows = new();
        if (!Interlaced)
        {
            WriteRows(rows, 0, 0, 1, 1);
        }
        else
        {
            foreach ((int x, int y, int stepX, int stepY) in Adam7)
            {
                WriteRows(rows, x, y, stepX, stepY);
            }
        }

        rows.SetLength(rows.Length + SurplusData);
        byte[] unpacked = rows.ToArray();
        unpacked[0] = DeclaredFilter ?? unpacked[0];
        using MemoryStream compressed = new();
        using (ZLibStream zlib = new(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(unpacked);
        }

        byte[] data = compressed.ToArray();
        data[^1] ^= (byte)(WrongDataChecksum ? 1 : 0);
        return data[..^CutData];
    }

    private void WriteRows(MemoryStream target, int startX, int startY, int stepX, int stepY)
    {
        if (startX >= Width)
        {
            return;
        }

        int pixels = (Width - startX + stepX - 1) / stepX;
        int pixelBytes = Math.Max(1, Channels * BitDepth / 8);
        byte[] above = new byte[((pixels * Channels * BitDepth) + 7) / 8];
        for (int y = startY; y < Height; y += stepY)
        {
            byte[] row = new byte[above.Length];
            int bit = 0;
            for (int x = startX; x < Width; x += stepX)
            {
                for (int channel = 0; channel < Channels; channel++, bit += BitDepth)
                {
                    if (Samples is not null)
                    {
                        int sample = Samples(x, y, channel);
                        row[bit >> 3] |= (byte)(BitDepth > 8 ? sample >> 8 : sample << (8 - BitDepth - (bit & 7)));
                        if (BitDepth > 8)
                        {
                            row[(bit >> 3) + 1] = (byte)sample;
                        }

                        continue;
                    }

                    int value = Blank ? BlankValue + channel : SamplePattern.At(x, y, channel, Seed);
                    row[bit >> 3] |= BitDepth >= 8 ? (byte)value : (byte)((value >> (8 - BitDepth)) << (8 - BitDepth - (bit & 7)));
                }
            }

            target.WriteByte((byte)Filter);
            for (int index = 0; index < row.Length; index++)
            {
                bool hasLeft = index >= pixelBytes;
                int left = hasLeft ? row[index - pixelBytes] : 0;
                int aboveLeft = hasLeft ? above[index - pixelBytes] : 0;
                target.WriteByte((byte)(row[index] - Predict(left, above[index], aboveLeft)));
            }

            above = row;
        }
    }

    /// <summary>What a filter subtracts (section 9.2).</summary>
    private int Predict(int left, int above, int aboveLeft)
    {
        switch (Filter)
        {
            case 1:
                return left;
            case 2:
                return above;
            case 3:
                return (left + above) / 2;
            case 4:
                int estimate = left + above - aboveLeft;
                int[] candidates = [left, above, aboveLeft];
                return candidates.MinBy(candidate => Math.Abs(estimate - candidate));
            default:
                return 0;
        }
    }

    private void WriteChunk(MemoryStream file, string type, byte[] data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. data];
        file.Write(body);
        uint crc = Crc32.HashToUInt32(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, string.Equals(type, WrongCrcOf, StringComparison.Ordinal) ? ~crc : crc);
        file.Write(number);
    }
}
