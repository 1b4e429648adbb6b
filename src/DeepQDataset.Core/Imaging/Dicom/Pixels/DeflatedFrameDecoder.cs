using System.IO.Compression;
using System.Runtime.InteropServices;

namespace DeepQDataset.Imaging.Dicom.Pixels;

/// <summary>
/// Decodes frames that are native pixels deflated one by one (Deflated Image Frame Compression, PS3.5 section 8.2 and annex A.4; RFC 1951).
/// </summary>
internal sealed class DeflatedFrameDecoder : IFrameDecoder
{
    /// <summary>Room is made for so many bytes before any of them was seen, and for twice as many each time that they came.</summary>
    private const int FirstRoom = 1 << 20;

    /// <inheritdoc/>
    public ReadOnlySpan<byte> FrameStart => [];

    /// <inheritdoc/>
    public ReadOnlySpan<byte> FrameEnd => [];

    /// <inheritdoc/>
    public string? Decode(ReadOnlyMemory<byte> data, PixelFormat format, FrameSamples samples)
    {
        if (format.Photometric == PhotometricKind.YbrFull422 && format.Columns % 2 != 0)
        {
            return "its rows of an odd number of pixels cannot share chrominances by two";
        }

        int length = (int)((format.NativeFrameBits + 7) / 8);
        if (Inflate(data, length, samples) is string fault)
        {
            return fault;
        }

        if (format.BitsAllocated == 1)
        {
            byte[] bits = samples.Reserve(length, length).ToArray();
            NativeDecoder.UnpackBits(bits, 0, format, samples);
            return null;
        }

        bool isSubsampled = format.Photometric == PhotometricKind.YbrFull422;
        samples.Prepare(length, format.SampleBytes, format.IsPlanar && format.IsColor && !isSubsampled, isSubsampled);
        NativeDecoder.Order(samples, isBigEndian: false);
        return null;
    }

    private static string? Inflate(ReadOnlyMemory<byte> data, int length, FrameSamples samples)
    {
        using MemoryStream packed = MemoryMarshal.TryGetArray(data, out ArraySegment<byte> segment)
            ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
            : new MemoryStream(data.ToArray(), writable: false);
        using DeflateStream inflate = new(packed, CompressionMode.Decompress);
        int read = 0;
        try
        {
            while (read < length)
            {
                Span<byte> room = samples.Reserve(Math.Min(length, Math.Max(FirstRoom, 2 * read)), read)[read..];
                int taken = inflate.ReadAtLeast(room, room.Length, throwOnEndOfStream: false);
                read += taken;
                if (taken < room.Length)
                {
                    return FormattableString.Invariant($"its deflated data end after {read} of {length} bytes");
                }
            }
        }
        catch (InvalidDataException)
        {
            return "its deflated data are damaged";
        }

        return null;
    }
}
