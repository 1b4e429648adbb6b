namespace DeepQDataset.Imaging.Dicom.Pixels;

/// <summary>
/// Renders a grey frame with 8 bits: stored value, modality LUT or rescale, window or VOI LUT, inversion if low is white (PS3.3 sections
/// C.11.1 and C.11.2). Values of up to 16 bits are mapped by one table. One instance can render several frames.
/// </summary>
internal sealed class GrayscaleRenderer
{
    private const int White = 255;
    private const int MaximumTableBits = 16;

    private readonly byte[] _table = new byte[1 << MaximumTableBits];
    private readonly bool[] _used = new bool[1 << MaximumTableBits];
    private (int Bits, bool IsSigned, PhotometricKind, GrayscaleSettings, WindowChoice)? _tableOf;

    /// <summary>Renders a frame.</summary>
    /// <param name="samples">The decoded samples.</param>
    /// <param name="format">The pixel format.</param>
    /// <param name="settings">The display settings of the file.</param>
    /// <param name="choice">The values to show between black and white.</param>
    /// <param name="padding">The inclusive range of stored values that are padding; null if there is none.</param>
    /// <param name="pixels">Receives one byte for each pixel.</param>
    public void Render(
        FrameSamples samples,
        PixelFormat format,
        GrayscaleSettings settings,
        WindowChoice choice,
        (int Low, int High)? padding,
        Span<byte> pixels)
    {
        if (samples.SampleBytes == 4)
        {
            RenderLong(samples, format, settings, choice, padding, pixels);
            return;
        }

        int shift = format.HighBit - format.BitsStored + 1;
        int mask = (1 << format.BitsStored) - 1;
        bool needsRange = NeedsRange(settings, choice);
        if (needsRange || _tableOf != Key(format, settings, choice))
        {
            Func<double, double> shown = needsRange
                ? FindRange(samples, format, settings, padding, shift, mask).Apply
                : Shown(settings, choice);
            FillTable(format, settings, shown);
            _tableOf = needsRange ? null : Key(format, settings, choice);
        }

        ReadOnlySpan<byte> table = _table;
        if (samples.SampleBytes == 1)
        {
            ReadOnlySpan<byte> values = samples.Bytes;
            for (int i = 0; i < pixels.Length; i++)
            {
                pixels[i] = table[(values[i] >> shift) & mask];
            }
        }
        else
        {
            ReadOnlySpan<ushort> values = samples.Words;
            for (int i = 0; i < pixels.Length; i++)
            {
                pixels[i] = table[(values[i] >> shift) & mask];
            }
        }
    }

    private static (int, bool, PhotometricKind, GrayscaleSettings, WindowChoice) Key(
        PixelFormat format, GrayscaleSettings settings, WindowChoice choice) =>
        (format.BitsStored, format.IsSigned, format.Photometric, settings, choice);

    private static bool NeedsRange(GrayscaleSettings settings, WindowChoice choice) =>
        choice.Kind == WindowChoiceKind.MinMax
        || (choice.Kind == WindowChoiceKind.FromFile && settings.Window is not { IsValid: true } && settings.VoiTable is null);

    private static Func<double, double> Shown(GrayscaleSettings settings, WindowChoice choice)
    {
        if (choice.Kind == WindowChoiceKind.Fixed)
        {
            return choice.Fixed.Apply;
        }

        if (settings.Window is { IsValid: true } window)
        {
            return window.Apply;
        }

        LookupTable table = settings.VoiTable!;
        return value => table[(int)Math.Clamp(Math.Round(value), int.MinValue, int.MaxValue)] / (double)table.Maximum;
    }

    /// <summary>
    /// The window over the values that occur, without those that stand for no measurement unless at most one other value is left: a mask
    /// whose background is padding is shown, too. One bit a pixel has its two values always.
    /// </summary>
    private DisplayWindow FindRange(
        FrameSamples samples, PixelFormat format, GrayscaleSettings settings, (int Low, int High)? padding, int shift, int mask)
    {
        bool[] used = _used;
        Array.Clear(used, 0, mask + 1);
        if (format.BitsStored == 1)
        {
            used[0] = true;
            used[1] = true;
        }
        else if (samples.SampleBytes == 1)
        {
            foreach (byte value in samples.Bytes)
            {
                used[(value >> shift) & mask] = true;
            }
        }
        else
        {
            foreach (ushort value in samples.Words)
            {
                used[(value >> shift) & mask] = true;
            }
        }

        ValueRange measured = FindRange(format, settings, padding, mask);
        return (measured.HasSeveral ? measured : FindRange(format, settings, null, mask)).ToWindow();
    }

    private ValueRange FindRange(PixelFormat format, GrayscaleSettings settings, (int Low, int High)? padding, int mask)
    {
        ValueRange range = ValueRange.Empty;
        for (int raw = 0; raw <= mask; raw++)
        {
            long stored = Stored((uint)raw, format);
            if (_used[raw] && !(padding is { } none && stored >= none.Low && stored <= none.High))
            {
                range = range.With(settings.ToModality(stored));
            }
        }

        return range;
    }

    private void FillTable(PixelFormat format, GrayscaleSettings settings, Func<double, double> shown)
    {
        int count = 1 << format.BitsStored;
        for (int raw = 0; raw < count; raw++)
        {
            _table[raw] = ToByte(shown(settings.ToModality(Stored((uint)raw, format))), format.Photometric);
        }
    }

    /// <summary>Renders values of more than 16 bits, which would need too large a table, one by one.</summary>
    private static void RenderLong(
        FrameSamples samples,
        PixelFormat format,
        GrayscaleSettings settings,
        WindowChoice choice,
        (int Low, int High)? padding,
        Span<byte> pixels)
    {
        ReadOnlySpan<uint> values = samples.Longs;
        int shift = format.HighBit - format.BitsStored + 1;
        Func<double, double> shown = NeedsRange(settings, choice)
            ? FindLongRange(values, shift, format, settings, padding).Apply
            : Shown(settings, choice);
        for (int i = 0; i < pixels.Length; i++)
        {
            pixels[i] = ToByte(shown(settings.ToModality(Stored(values[i] >> shift, format))), format.Photometric);
        }
    }

    private static DisplayWindow FindLongRange(
        ReadOnlySpan<uint> values, int shift, PixelFormat format, GrayscaleSettings settings, (int Low, int High)? padding)
    {
        ValueRange range = ValueRange.Empty;
        foreach (uint raw in values)
        {
            long stored = Stored(raw >> shift, format);
            if (padding is not { } none || stored < none.Low || stored > none.High)
            {
                range = range.With(settings.ToModality(stored));
            }
        }

        return range.HasSeveral || padding is null ? range.ToWindow() : FindLongRange(values, shift, format, settings, null);
    }

    /// <summary>Returns the stored value of a sample's bits.</summary>
    private static long Stored(uint raw, PixelFormat format)
    {
        int unused = 32 - format.BitsStored;
        uint upper = raw << unused;
        return format.IsSigned ? (int)upper >> unused : upper >> unused;
    }

    /// <summary>Returns the grey level. Levels are rounded down, with a tolerance for floating-point errors.</summary>
    private static byte ToByte(double shown, PhotometricKind photometric)
    {
        const double Lost = 1e-6;
        int value = (int)((Math.Clamp(shown, 0, 1) * White) + Lost);
        return (byte)(photometric == PhotometricKind.Monochrome1 ? White - value : value);
    }
}
