using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace DeepQDataset.TestKit;

/// <summary>Writes a PNG: a valid one as long as no option that breaks it is set (PNG, third edition).</summary>
public sealed class PngBuilder
{
    private static readonly (int X, int Y, int StepX, int StepY)[] Adam7 =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    /// <summary>Width in pixels.</summary>
    public int Width { get; init; } = 16;

    /// <summary>Height in pixels.</summary>
    public int Height { get; init; } = 16;

    /// <summary>Bits a sample: 1, 2, 4, 8 or 16, as the colour type allows.</summary>
    public int BitDepth { get; init; } = 8;

    /// <summary>0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGB and alpha.</summary>
    public int ColorType { get; init; } = 2;

    /// <summary>Whether the rows are interlaced by Adam7.</summary>
    public bool Interlaced { get; init; }

    /// <summary>Chooses the pixels.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Whether all pixels are alike: the first sample is <see cref="BlankValue"/>, each further one is one more.</summary>
    public bool Blank { get; init; }

    /// <summary>The first sample of each pixel of a blank image.</summary>
    public byte BlankValue { get; init; }

    /// <summary>The samples by column, row and channel, as they are stored; null for a pattern. Not for blank images.</summary>
    public Func<int, int, int, int>? Samples { get; init; }

    /// <summary>EXIF orientation in an eXIf chunk; null for no such chunk.</summary>
    public int? Orientation { get; init; }

    /// <summary>Whether the eXIf chunk is in Motorola order.</summary>
    public bool ExifBigEndian { get; init; }

    /// <summary>Number of frames in an acTL chunk; null for no such chunk. The frames themselves are not written.</summary>
    public int? AnimationFrames { get; init; }

    /// <summary>Keyword and text of a tEXt chunk, such as <c>Author=Ann</c>; null for none.</summary>
    public string? Text { get; init; }

    /// <summary>More chunks, before the image data.</summary>
    public IReadOnlyList<(string Type, byte[] Data)> ExtraChunks { get; init; } = [];

    /// <summary>More chunks, between the image data and the end.</summary>
    public IReadOnlyList<(string Type, byte[] Data)> LateChunks { get; init; } = [];

    /// <summary>Into how many IDAT chunks the image data are split, at least.</summary>
    public int DataChunks { get; init; } = 1;

    /// <summary>The width that the header says, where it is to lie.</summary>
    public uint? DeclaredWidth { get; init; }

    /// <summary>The height that the header says, where it is to lie.</summary>
    public uint? DeclaredHeight { get; init; }

    /// <summary>The depth that the header says, where it is to lie.</summary>
    public byte? DeclaredBitDepth { get; init; }

    /// <summary>The colour type that the header says, where it is to lie.</summary>
    public byte? DeclaredColorType { get; init; }

    /// <summary>The compression method; 0 is the only valid one.</summary>
    public byte CompressionMethod { get; init; }

    /// <summary>The filter method; 0 is the only valid one.</summary>
    public byte FilterMethod { get; init; }

    /// <summary>The interlace method that the header says, where it is to lie.</summary>
    public byte? InterlaceMethod { get; init; }

    /// <summary>How many bytes of header data are written; 13 is valid.</summary>
    public int HeaderLength { get; init; } = 13;

    /// <summary>The type of the chunks whose CRC is to be wrong; null for none.</summary>
    public string? WrongCrcOf { get; init; }

    /// <summary>The filter type of all rows, by which they are filtered: 0 to 4.</summary>
    public int Filter { get; init; }

    /// <summary>A filter type that the first row says, where it is to lie.</summary>
    public byte? DeclaredFilter { get; init; }

    /// <summary>By how many bytes the unpacked image data are too long, or too short where negative.</summary>
    public int SurplusData { get; init; }

    /// <summary>Whether the checksum of the unpacked image data is wrong.</summary>
    public bool WrongDataChecksum { get; init; }

    /// <summary>How many bytes are cut off the compressed image data.</summary>
    public int CutData { get; init; }

    /// <summary>Whether the IDAT chunks are left out.</summary>
    public bool OmitData { get; init; }

    /// <summary>Whether the IEND chunk is left out.</summary>
    public bool OmitEnd { get; init; }

    /// <summary>Bytes behind the image's end.</summary>
    public byte[] Trailing { get; init; } = [];

    /// <summary>The length in bytes to which the file is cut; null for all of it.</summary>
    public int? CutAt { get; init; }

    private int Channels => ColorType switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };

    /// <summary>Writes the file.</summary>
    public byte[] Build()
    {
        using MemoryStream file = new();
        file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        WriteChunk(file, "IHDR", Header());
        WriteMetadata(file);
        if (ColorType == 3)
        {
            WriteChunk(file, "PLTE", Palette());
        }

        if (!OmitData)
        {
            WriteData(file);
        }

        foreach ((string type, byte[] data) in LateChunks)
        {
            WriteChunk(file, type, data);
        }

        if (!OmitEnd)
        {
            WriteChunk(file, "IEND", []);
        }

        file.Write(Trailing);
        byte[] whole = file.ToArray();
        return CutAt is int length ? whole[..length] : whole;
    }

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
