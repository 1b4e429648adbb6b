using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;

namespace DeepQDataset.Imaging.Png;

/// <summary>
/// Writes PNG files with 8 bits a sample, grey or RGB (PNG, third edition). One instance can write several files and keeps its buffers. Not
/// safe for use by several threads.
/// </summary>
internal sealed class PngWriter : IDisposable
{
    /// <summary>
    /// The compression level. The fastest level has no Huffman codes of its own, so that noisy images are half as large again.
    /// </summary>
    private const CompressionLevel Level = CompressionLevel.Optimal;

    private const int ChunkOverhead = 12;
    private const byte SubFilter = 1;
    private const byte UpFilter = 2;

    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    private readonly MemoryStream _data = new();
    private byte[] _sub = [];
    private byte[] _up = [];

    /// <summary>Writes a file.</summary>
    /// <param name="target">The stream to write to from its current position; it stays open.</param>
    /// <param name="width">The width in pixels.</param>
    /// <param name="height">The height in pixels.</param>
    /// <param name="channels">The number of channels: 1 for grey, 3 for red, green and blue.</param>
    /// <param name="pixels">The rows from the top, width × height × channels bytes.</param>
    /// <exception cref="IOException">The target could not be written.</exception>
    public void Write(Stream target, int width, int height, int channels, ReadOnlySpan<byte> pixels)
    {
        if (pixels.Length != width * height * channels)
        {
            throw new ArgumentException("There are more or fewer pixels than the size says.", nameof(pixels));
        }

        _data.SetLength(ChunkOverhead - sizeof(uint));
        _data.Position = _data.Length;
        using (ZLibStream packer = new(_data, Level, leaveOpen: true))
        {
            WriteRows(packer, width * channels, channels, pixels);
        }

        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], height);
        header[8] = 8;
        header[9] = channels == 1 ? (byte)0 : (byte)2;
        header[10..].Clear();
        target.Write(Signature);
        WriteChunk(target, PngChunkType.Ihdr, header);
        WriteData(target);
        WriteChunk(target, PngChunkType.Iend, []);
    }

    /// <inheritdoc/>
    public void Dispose() => _data.Dispose();

    private void WriteRows(Stream packer, int rowLength, int channels, ReadOnlySpan<byte> pixels)
    {
        if (_sub.Length != rowLength + 1)
        {
            _sub = new byte[rowLength + 1];
            _up = new byte[rowLength + 1];
            _sub[0] = SubFilter;
            _up[0] = UpFilter;
        }

        ReadOnlySpan<byte> above = default;
        for (int start = 0; start < pixels.Length; start += rowLength)
        {
            ReadOnlySpan<byte> row = pixels.Slice(start, rowLength);
            long sub = Subtract(row, row, channels, _sub.AsSpan(1));
            long up = above.IsEmpty ? long.MaxValue : Subtract(row, above, 0, _up.AsSpan(1));
            packer.Write(up <= sub ? _up : _sub);
            above = row;
        }
    }

    /// <summary>Subtracts from each byte the one before it or above it.</summary>
    /// <param name="row">The row.</param>
    /// <param name="other">The row to subtract.</param>
    /// <param name="distance">The number of bytes between a byte and the one to subtract.</param>
    /// <param name="filtered">Receives the differences.</param>
    /// <returns>The sum of the absolute differences: the smaller, the better they compress (PNG, section 12.7).</returns>
    private static long Subtract(ReadOnlySpan<byte> row, ReadOnlySpan<byte> other, int distance, Span<byte> filtered)
    {
        row[..Math.Min(distance, row.Length)].CopyTo(filtered);
        ReadOnlySpan<byte> left = row[Math.Min(distance, row.Length)..];
        ReadOnlySpan<byte> right = other[..left.Length];
        Span<byte> differences = filtered.Slice(row.Length - left.Length, left.Length);
        long sum = 0;
        for (int i = 0; i < left.Length; i++)
        {
            sbyte difference = unchecked((sbyte)(left[i] - right[i]));
            differences[i] = (byte)difference;
            sum += difference < 0 ? -difference : difference;
        }

        return sum;
    }

    /// <summary>Writes the compressed data as one chunk. Space for its length and type was left before it.</summary>
    private void WriteData(Stream target)
    {
        Span<byte> chunk = _data.GetBuffer().AsSpan(0, (int)_data.Length);
        BinaryPrimitives.WriteInt32BigEndian(chunk, chunk.Length - (ChunkOverhead - sizeof(uint)));
        BinaryPrimitives.WriteUInt32BigEndian(chunk[4..], PngChunkType.Idat);
        target.Write(chunk);
        WriteCrc(target, Crc32.HashToUInt32(chunk[4..]));
    }

    private static void WriteChunk(Stream target, uint type, ReadOnlySpan<byte> data)
    {
        Span<byte> chunk = stackalloc byte[8 + data.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(chunk[4..], type);
        data.CopyTo(chunk[8..]);
        target.Write(chunk);
        WriteCrc(target, Crc32.HashToUInt32(chunk[4..]));
    }

    private static void WriteCrc(Stream target, uint crc)
    {
        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, crc);
        target.Write(bytes);
    }
}
