using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.IO.Compression;
using System.IO.Hashing;
using System.Numerics;
using System.Text;

namespace DeepQDataset.Masks;

/// <summary>
/// Reads and writes the text of a mask (guide 3.0, Data Formats): the pixels row by row, 1 inside, eight in a byte, the first pixel in the
/// highest bit, the last byte padded with zeros; as a zlib stream (RFC 1950); in base64 (RFC 4648, 4).
/// </summary>
internal static class MaskText
{
    /// <summary>The maximum number of pixels of a mask: more than the largest image that the platform accepts.</summary>
    public const long MaximumPixels = 1L << 28;

    /// <summary>Returns the number of bytes of the packed pixels of a mask.</summary>
    public static int PackedLength(int width, int height) => checked((int)(((long)width * height + 7) / 8));

    /// <summary>Unpacks a text.</summary>
    /// <param name="text">The text in UTF-8, without surrounding white space.</param>
    /// <param name="width">The width in pixels, at least 1.</param>
    /// <param name="height">The height in pixels, at least 1.</param>
    /// <param name="packed">The packed pixels, eight in a byte; null if the text cannot be read.</param>
    /// <returns>The problem, as a clause; null if there is none. No more data is unpacked than the size of the mask requires.</returns>
    public static string? TryDecode(ReadOnlySpan<byte> text, int width, int height, out byte[]? packed)
    {
        packed = null;
        if ((long)width * height > MaximumPixels)
        {
            return FormattableString.Invariant($"a mask of {width} × {height} pixels is larger than any image may be");
        }

        int length = PackedLength(width, height);
        if (text.IsEmpty)
        {
            packed = new byte[length];
            return null;
        }

        byte[] compressed = ArrayPool<byte>.Shared.Rent(Base64.GetMaxDecodedFromUtf8Length(text.Length));
        try
        {
            return Base64.DecodeFromUtf8(text, compressed, out int read, out int written) == OperationStatus.Done && read == text.Length
                ? Inflate(compressed, written, length, out packed)
                : "its text is not base64";
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(compressed);
        }
    }

    /// <summary>
    /// Returns a fingerprint that differs for masks with different pixels, independent of their compression: the size, the number of pixels
    /// inside, and a hash of the pixels.
    /// </summary>
    public static string Fingerprint(int width, int height, string text)
    {
        if (TryDecode(Encoding.UTF8.GetBytes(text), width, height, out byte[]? packed) is not null)
        {
            return text;
        }

        long inside = 0;
        foreach (byte pixels in packed!)
        {
            inside += BitOperations.PopCount(pixels);
        }

        return string.Create(CultureInfo.InvariantCulture, $"{width}x{height}, {inside} pixels, {XxHash3.HashToUInt64(packed):x16}");
    }

    /// <summary>Packs pixels into a text.</summary>
    /// <param name="packed">The pixels, eight in a byte, the first one in the highest bit.</param>
    public static string Encode(ReadOnlySpan<byte> packed)
    {
        using MemoryStream stream = new();
        using (ZLibStream deflate = new(stream, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(packed);
        }

        return Convert.ToBase64String(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static string? Inflate(byte[] compressed, int count, int length, out byte[]? packed)
    {
        packed = null;
        byte[] pixels = new byte[length];
        try
        {
            using ZLibStream stream = new(new MemoryStream(compressed, 0, count, writable: false), CompressionMode.Decompress);
            int filled = stream.ReadAtLeast(pixels, length, throwOnEndOfStream: false);
            if (filled < length)
            {
                return FormattableString.Invariant($"it unpacks to {filled} bytes where its size asks for {length}");
            }

            if (stream.ReadByte() >= 0)
            {
                return FormattableString.Invariant($"it unpacks to more than the {length} bytes that its size asks for");
            }
        }
        catch (InvalidDataException)
        {
            return "its bytes are not a zlib stream";
        }

        packed = pixels;
        return null;
    }
}
