namespace DeepQDataset.Imaging.Dicom.Pixels;

/// <summary>Renders a colour frame as red, green and blue with 8 bits each. One instance can render several frames.</summary>
internal sealed class ColorRenderer
{
    private const int MaximumTableBits = 16;

    private readonly byte[] _scale = new byte[1 << MaximumTableBits];
    private readonly byte[][] _palette =
    [
        new byte[1 << MaximumTableBits],
        new byte[1 << MaximumTableBits],
        new byte[1 << MaximumTableBits],
    ];
    private int _scaleBits;

    /// <summary>Renders a frame with three samples a pixel.</summary>
    /// <param name="samples">The decoded samples.</param>
    /// <param name="format">The pixel format.</param>
    /// <param name="isLuminance">Indicates whether the samples are luminance and chrominance of full range.</param>
    /// <param name="pixels">Receives three bytes for each pixel.</param>
    public void Render(FrameSamples samples, PixelFormat format, bool isLuminance, Span<byte> pixels)
    {
        int shift = format.HighBit - format.BitsStored + 1;
        if (samples.SampleBytes == 4)
        {
            SpreadLongs(samples, format, shift, pixels);
        }
        else
        {
            FillScale(format.BitsStored);
            int mask = (1 << format.BitsStored) - 1;
            for (int sample = 0; sample < 3; sample++)
            {
                Spread(samples, format.Pixels, sample, shift, mask, pixels[sample..]);
            }
        }

        if (isLuminance)
        {
            ToRgb(pixels);
        }
    }

    /// <summary>Renders a frame of palette indexes (PS3.3 section C.7.6.3.1.5).</summary>
    /// <param name="samples">The decoded samples.</param>
    /// <param name="format">The pixel format.</param>
    /// <param name="tables">The red, green and blue tables of the palette.</param>
    /// <param name="pixels">Receives three bytes for each pixel.</param>
    public void RenderPalette(FrameSamples samples, PixelFormat format, IReadOnlyList<LookupTable> tables, Span<byte> pixels)
    {
        int shift = format.HighBit - format.BitsStored + 1;
        int mask = (1 << format.BitsStored) - 1;
        int unused = 32 - format.BitsStored;
        bool isByte = !HasLargeEntry(tables);
        for (int channel = 0; channel < 3; channel++)
        {
            LookupTable table = tables[channel];
            byte[] colors = _palette[channel];
            int down = isByte ? 0 : Math.Max(0, table.Bits - 8);
            for (int raw = 0; raw <= mask; raw++)
            {
                int stored = format.IsSigned ? (raw << unused) >> unused : raw;
                colors[raw] = (byte)(table[stored] >> down);
            }
        }

        for (int i = 0; i < format.Pixels; i++)
        {
            int raw = ((samples.SampleBytes == 1 ? samples.Bytes[i] : samples.Words[i]) >> shift) & mask;
            Span<byte> pixel = pixels.Slice(3 * i, 3);
            pixel[0] = _palette[0][raw];
            pixel[1] = _palette[1][raw];
            pixel[2] = _palette[2][raw];
        }
    }

    /// <summary>Determines whether an entry is above 255. Some writers declare 16 bits an entry but store 8.</summary>
    private static bool HasLargeEntry(IReadOnlyList<LookupTable> tables)
    {
        foreach (LookupTable table in tables)
        {
            if (table.Entries.ContainsAnyExceptInRange((ushort)0, (ushort)255))
            {
                return true;
            }
        }

        return false;
    }

    private void FillScale(int bits)
    {
        if (_scaleBits == bits)
        {
            return;
        }

        _scaleBits = bits;
        int highest = (1 << bits) - 1;
        for (int value = 0; value <= highest; value++)
        {
            _scale[value] = (byte)(bits >= 8 ? value >> (bits - 8) : value * 255 / highest);
        }
    }

    /// <summary>Writes one kind of sample into every third byte.</summary>
    private void Spread(FrameSamples samples, int pixels, int sample, int shift, int mask, Span<byte> target)
    {
        ReadOnlySpan<byte> scale = _scale;
        if (samples.SampleBytes == 2)
        {
            ReadOnlySpan<ushort> words = samples.Words;
            for (int i = 0; i < pixels; i++)
            {
                target[3 * i] = scale[(words[Place(samples, pixels, sample, i)] >> shift) & mask];
            }

            return;
        }

        ReadOnlySpan<byte> bytes = samples.Bytes;
        for (int i = 0; i < pixels; i++)
        {
            target[3 * i] = scale[(bytes[Place(samples, pixels, sample, i)] >> shift) & mask];
        }
    }

    /// <summary>Writes the highest eight bits of samples of more than 16 bits.</summary>
    private static void SpreadLongs(FrameSamples samples, PixelFormat format, int shift, Span<byte> target)
    {
        ReadOnlySpan<uint> values = samples.Longs;
        int unused = 32 - format.BitsStored;
        for (int sample = 0; sample < 3; sample++)
        {
            for (int i = 0; i < format.Pixels; i++)
            {
                target[(3 * i) + sample] = (byte)((values[Place(samples, format.Pixels, sample, i)] >> shift << unused) >> 24);
            }
        }
    }

    private static int Place(FrameSamples samples, int pixels, int sample, int pixel) =>
        samples.IsSubsampled ? (4 * (pixel >> 1)) + (sample == 0 ? pixel & 1 : sample + 1)
        : samples.IsPlanar ? (sample * pixels) + pixel
        : (3 * pixel) + sample;

    /// <summary>
    /// Converts luminance and chrominance to red, green and blue (PS3.3 section C.7.6.3.1.2, YBR_FULL), in units of 1/65,536.
    /// </summary>
    private static void ToRgb(Span<byte> pixels)
    {
        const int Half = 1 << 15;
        for (int i = 0; i + 2 < pixels.Length; i += 3)
        {
            Span<byte> pixel = pixels.Slice(i, 3);
            int y = pixel[0];
            int blue = pixel[1] - 128;
            int red = pixel[2] - 128;
            pixel[0] = Limit(y + (((91881 * red) + Half) >> 16));
            pixel[1] = Limit(y + (((-22554 * blue) - (46802 * red) + Half) >> 16));
            pixel[2] = Limit(y + (((116130 * blue) + Half) >> 16));
        }
    }

    private static byte Limit(int value) => (byte)Math.Clamp(value, 0, 255);
}
