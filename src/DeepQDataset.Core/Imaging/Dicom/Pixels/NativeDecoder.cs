using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace DeepQDataset.Imaging.Dicom.Pixels;

/// <summary>Converts native pixels to the format of the machine (PS3.5 section 8.1 and annex D).</summary>
internal static class NativeDecoder
{
    /// <summary>Unpacks a frame of one bit a pixel, first pixel in the lowest bit. Frames follow each other without a gap.</summary>
    /// <param name="bits">The bytes with the frame.</param>
    /// <param name="firstBit">The index of the frame's first bit, 0 to 7.</param>
    /// <param name="format">The pixel format.</param>
    /// <param name="samples">Receives one byte for each pixel.</param>
    public static void UnpackBits(ReadOnlySpan<byte> bits, int firstBit, PixelFormat format, FrameSamples samples)
    {
        Span<byte> target = samples.Prepare(format.Pixels, 1, isPlanar: false);
        for (int i = 0; i < target.Length; i++)
        {
            int bit = firstBit + i;
            target[i] = (byte)((bits[bit >> 3] >> (bit & 7)) & 1);
        }
    }

    /// <summary>Converts samples to the byte order of the machine.</summary>
    /// <param name="samples">The samples as stored in the file.</param>
    /// <param name="isBigEndian">Indicates whether the most significant byte comes first.</param>
    public static void Order(FrameSamples samples, bool isBigEndian)
    {
        if (isBigEndian != BitConverter.IsLittleEndian)
        {
            return;
        }

        if (samples.SampleBytes == 2)
        {
            BinaryPrimitives.ReverseEndianness(samples.Words, samples.Words);
        }
        else if (samples.SampleBytes == 4)
        {
            BinaryPrimitives.ReverseEndianness(samples.Longs, samples.Longs);
        }
    }

    /// <summary>Reverts the order of 8-bit samples that were written as big-endian words (PS3.5 section A.3).</summary>
    /// <param name="bytes">An even number of bytes.</param>
    public static void SwapWords(Span<byte> bytes)
    {
        Span<ushort> words = MemoryMarshal.Cast<byte, ushort>(bytes);
        BinaryPrimitives.ReverseEndianness(words, words);
    }
}
