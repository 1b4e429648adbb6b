using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace DeepQDataset.Imaging.Dicom.Pixels;

/// <summary>Brings native pixels into this machine's form (PS3.5 section 8.1 and annex D).</summary>
internal static class NativeDecoder
{
    /// <summary>Unpacks a frame of one bit a pixel, the first in the lowest bit; frames follow each other without a gap.</summary>
    /// <param name="bits">The bytes that hold the frame.</param>
    /// <param name="firstBit">The frame's first bit in them, 0 to 7.</param>
    /// <param name="format">How the pixels are described.</param>
    /// <param name="samples">Takes a byte for each pixel.</param>
    public static void UnpackBits(ReadOnlySpan<byte> bits, int firstBit, PixelFormat format, FrameSamples samples)
    {
        Span<byte> target = samples.Prepare(format.Pixels, 1, isPlanar: false);
        for (int i = 0; i < target.Length; i++)
        {
            int bit = firstBit + i;
            target[i] = (byte)((bits[bit >> 3] >> (bit & 7)) & 1);
        }
    }

    /// <summary>Puts the bytes of samples into this machine's order.</summary>
    /// <param name="samples">The samples as they stand in the file.</param>
    /// <param name="isBigEndian">Indicates whether their most significant byte comes first.</param>
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

    /// <summary>
    /// Puts samples of 8 bits right that were written as words of big endian (PS3.5 section A.3): two bytes each changed places.
    /// </summary>
    /// <param name="bytes">An even number of bytes.</param>
    public static void SwapWords(Span<byte> bytes)
    {
        Span<ushort> words = MemoryMarshal.Cast<byte, ushort>(bytes);
        BinaryPrimitives.ReverseEndianness(words, words);
    }
}
