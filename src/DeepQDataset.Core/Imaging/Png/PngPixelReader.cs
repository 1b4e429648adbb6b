using System.Buffers.Binary;
using System.IO.Compression;

namespace DeepQDataset.Imaging.Png;

/// <summary>
/// Reads the pixels of a PNG of any colour type and depth row by row (PNG, third edition, sections 7 to 9). A pixel is one number: a grey
/// sample as stored; a palette index; for a colour its grey value if red, green and blue are equal (8 bits each), otherwise
/// <see cref="Color"/> combined with the colour. A fully transparent pixel is 0. One instance can read several files. Not safe for use by
/// several threads.
/// </summary>
internal sealed class PngPixelReader : IDisposable
{
    /// <summary>The bit of colours that are not grey; the lower bits are red, green and blue, eight bits each.</summary>
    public const int Color = 1 << 24;

    /// <summary>The maximum width in pixels, which is far above the platform's limit.</summary>
    public const int Widest = 1 << 16;

    private const int LongestPixel = 8;

    private readonly ForwardReader _reader = new();
    private readonly PngProbe _probe = new();
    private int[] _values = [];
    private byte[] _row = [];
    private byte[] _above = [];

    /// <summary>Reads a file.</summary>
    /// <param name="stream">The content.</param>
    /// <param name="length">The length of the content in bytes.</param>
    /// <param name="accept">
    /// Receives the header before the pixels are read. If it returns a reason, as a clause, the file is not read.
    /// </param>
    /// <param name="take">Receives the pixels.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    /// <returns>The problem, as a clause; null if there is none. The pixels before it may be wrong, too.</returns>
    /// <exception cref="IOException">The stream could not be read.</exception>
    public string? Read(
        Stream stream, long length, Func<ImageHeader, string?> accept, PngRowHandler take, CancellationToken cancellation = default)
    {
        _reader.Reset(stream, length, cancellation: cancellation);
        DataFindings findings = new();
        PngChunkCheck chunks = new(findings);
        PngHeader values = new();
        chunks.Reset();
        if (_probe.ReadHeader(_reader, values, chunks) is ImageProbeResult failure)
        {
            return failure.Problem?.Detail ?? "it is not a PNG";
        }

        ImageHeader header = values.ToImageHeader();
        if (header.Width > Widest)
        {
            return FormattableString.Invariant($"it is {header.Width} pixels wide, which is more than any image may be");
        }

        if (accept(header) is string refusal)
        {
            return refusal;
        }

        using PngDataStream data = new(_reader, chunks);
        string? fault;
        try
        {
            using ZLibStream unpacking = new(data, CompressionMode.Decompress, leaveOpen: true);
            fault = ReadPasses(unpacking, header, values, take, cancellation);
        }
        catch (InvalidDataException)
        {
            fault = "the compressed image data are damaged";
        }

        data.PassRest();
        return data.EndsInside ? "the file ends inside its IDAT chunk" : findings.Damage?.Detail ?? fault;
    }

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();

    private string? ReadPasses(Stream stream, ImageHeader header, PngHeader values, PngRowHandler take, CancellationToken cancellation)
    {
        int bits = header.BitDepth * header.Channels;
        int longest = (int)((((long)header.Width * bits) + 7) / 8);
        if (_row.Length < longest)
        {
            (_row, _above) = (new byte[longest], new byte[longest]);
        }

        if (_values.Length < header.Width)
        {
            _values = new int[header.Width];
        }

        foreach ((int x, int y, int stepX, int stepY) in values.IsInterlaced ? PngRowCheck.Adam7 : [(0, 0, 1, 1)])
        {
            int width = (header.Width - x + stepX - 1) / stepX;
            int rowBytes = (int)((((long)width * bits) + 7) / 8);
            _above.AsSpan(0, longest).Clear();
            for (int row = y; row < header.Height && width > 0; row += stepY)
            {
                cancellation.ThrowIfCancellationRequested();
                if (ReadRow(stream, rowBytes, Math.Max(1, bits / 8), row) is string fault)
                {
                    return fault;
                }

                Unpack(header.BitDepth, values.ColorType, width);
                take(_values.AsSpan(0, width), row, x, stepX);
                (_row, _above) = (_above, _row);
            }
        }

        return null;
    }

    private string? ReadRow(Stream stream, int rowBytes, int pixelBytes, int row)
    {
        int filter = stream.ReadByte();
        Span<byte> bytes = _row.AsSpan(0, rowBytes);
        if (filter < 0 || stream.ReadAtLeast(bytes, rowBytes, throwOnEndOfStream: false) < rowBytes)
        {
            return FormattableString.Invariant($"the image data end in row {row}");
        }

        if (filter > 4)
        {
            return FormattableString.Invariant($"row {row} has the filter type {filter}, which is invalid");
        }

        Span<byte> above = _above.AsSpan(0, rowBytes);
        for (int index = 0; filter > 0 && index < bytes.Length; index++)
        {
            byte left = index < pixelBytes ? (byte)0 : bytes[index - pixelBytes];
            byte aboveLeft = index < pixelBytes ? (byte)0 : above[index - pixelBytes];
            bytes[index] += (byte)PngBlankCheck.Predict(filter, left, above[index], aboveLeft);
        }

        return null;
    }

    private void Unpack(int depth, byte colorType, int width)
    {
        int channels = colorType switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };
        if (depth < 8)
        {
            for (int x = 0; x < width; x++)
            {
                int bit = x * depth;
                _values[x] = (_row[bit >> 3] >> (8 - depth - (bit & 7))) & ((1 << depth) - 1);
            }

            return;
        }

        int bytes = depth / 8;
        Span<byte> pixel = stackalloc byte[LongestPixel];
        for (int x = 0; x < width; x++)
        {
            _row.AsSpan(x * channels * bytes, channels * bytes).CopyTo(pixel);
            bool isTransparent = channels is 2 or 4 && pixel[((channels - 1) * bytes)..(channels * bytes)].IndexOfAnyExcept((byte)0) < 0;
            _values[x] = isTransparent ? 0
                : channels < 3 ? (bytes == 1 ? pixel[0] : BinaryPrimitives.ReadUInt16BigEndian(pixel))
                : ColorOf(pixel[0], pixel[bytes], pixel[2 * bytes]);
        }
    }

    /// <summary>Returns the value of a colour.</summary>
    public static int ColorOf(byte red, byte green, byte blue) =>
        red == green && green == blue ? red : Color | (red << 16) | (green << 8) | blue;
}
