using System.Buffers.Binary;

namespace DeepQDataset.Imaging.Dicom.Pixels;

/// <summary>Decodes RLE Lossless (PS3.5 annex G): a segment for each byte of each sample, the most significant byte first.</summary>
internal sealed class RunLengthDecoder : IFrameDecoder
{
    private const int HeaderLength = 64;

    /// <summary>The maximum expansion: two bytes represent at most 128.</summary>
    private const int MaximumExpansion = 64;

    /// <inheritdoc/>
    public ReadOnlySpan<byte> FrameStart => [];

    /// <inheritdoc/>
    public ReadOnlySpan<byte> FrameEnd => [];

    /// <inheritdoc/>
    public string? Decode(ReadOnlyMemory<byte> data, PixelFormat format, FrameSamples samples) => Decode(data.Span, format, samples);

    /// <summary>Decodes the fragment of a frame with 8, 16 or 32 bits allocated into one plane for each sample.</summary>
    private static string? Decode(ReadOnlySpan<byte> data, PixelFormat format, FrameSamples samples)
    {
        int sampleBytes = format.SampleBytes;
        int segments = format.Samples * sampleBytes;
        if (data.Length < HeaderLength)
        {
            return "its run-length encoded data end inside their header";
        }

        uint count = BinaryPrimitives.ReadUInt32LittleEndian(data);
        if (count != segments)
        {
            return FormattableString.Invariant($"its run-length encoded data have {count} segments, and its pixels need {segments}");
        }

        if ((long)data.Length * MaximumExpansion < format.DecodedBytes)
        {
            return FormattableString.Invariant(
                $"its {data.Length} bytes of run-length encoded data cannot hold {format.Columns} × {format.Rows} pixels");
        }

        Span<byte> target = samples.Prepare(format.DecodedBytes, sampleBytes, isPlanar: true);
        for (int segment = 0; segment < segments; segment++)
        {
            uint start = Offset(data, segment);
            uint end = segment + 1 < segments ? Offset(data, segment + 1) : (uint)data.Length;
            if (start < HeaderLength || end < start || end > data.Length)
            {
                return FormattableString.Invariant(
                    $"segment {segment + 1} of its run-length encoded data is said to lie from byte {start} to {end} of {data.Length}");
            }

            int plane = segment / sampleBytes;
            int significance = sampleBytes - 1 - (segment % sampleBytes);
            int place = BitConverter.IsLittleEndian ? significance : sampleBytes - 1 - significance;
            Span<byte> slots = target.Slice(plane * format.Pixels * sampleBytes, format.Pixels * sampleBytes)[place..];
            int written = Unpack(data[(int)start..(int)end], slots, sampleBytes, format.Pixels);
            if (written < format.Pixels)
            {
                return FormattableString.Invariant(
                    $"segment {segment + 1} of its run-length encoded data ends after {written} of {format.Pixels} pixels");
            }
        }

        return null;
    }

    private static uint Offset(ReadOnlySpan<byte> data, int segment) =>
        BinaryPrimitives.ReadUInt32LittleEndian(data[(4 * (segment + 1))..]);

    /// <summary>Unpacks one segment into every step-th byte (PS3.5 section G.3.2). Excess data is ignored.</summary>
    /// <returns>The number of bytes unpacked, at most the number of slots.</returns>
    private static int Unpack(ReadOnlySpan<byte> packed, Span<byte> slots, int step, int count)
    {
        int at = 0;
        int written = 0;
        while (written < count && at < packed.Length)
        {
            int control = (sbyte)packed[at++];
            if (control == -128)
            {
                continue;
            }

            if (control >= 0)
            {
                int literal = Math.Min(Math.Min(control + 1, count - written), packed.Length - at);
                for (int i = 0; i < literal; i++)
                {
                    slots[written++ * step] = packed[at + i];
                }

                at += control + 1;
            }
            else if (at < packed.Length)
            {
                byte value = packed[at++];
                for (int run = Math.Min(1 - control, count - written); run > 0; run--)
                {
                    slots[written++ * step] = value;
                }
            }
        }

        return written;
    }
}
