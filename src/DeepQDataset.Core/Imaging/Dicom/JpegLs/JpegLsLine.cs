using System.Numerics;
using System.Runtime.InteropServices;

namespace DeepQDataset.Imaging.Dicom.JpegLs;

/// <summary>
/// Represents the current line of a component and the one above. Each has one sample before its first and one after its last.
/// </summary>
internal sealed class JpegLsLine
{
    private ushort[] _above = [];
    private ushort[] _samples = [];
    private short[] _gradients = [];
    private int _width;

    /// <summary>Gets the line above; index 0 is the sample before the first.</summary>
    public ReadOnlySpan<ushort> Above => _above.AsSpan(0, _width + 2);

    /// <summary>Gets the current line; index 0 is the sample before the first.</summary>
    public Span<ushort> Samples => _samples.AsSpan(0, _width + 1);

    /// <summary>Gets the part of each sample's context that the line above determines.</summary>
    public ReadOnlySpan<short> Gradients => _gradients.AsSpan(0, _width);

    /// <summary>Allocates lines of a width.</summary>
    public void MakeRoom(int width)
    {
        _width = width;
        if (_gradients.Length < width)
        {
            _above = new ushort[width + 2];
            _samples = new ushort[width + 2];
            _gradients = new short[width];
        }
    }

    /// <summary>Sets the line above the first one to zeros (ITU-T T.87 section A.2.1).</summary>
    public void Clear() => _samples.AsSpan(0, _width + 2).Clear();

    /// <summary>Moves to the next line.</summary>
    public void Advance(JpegLsGradients gradients)
    {
        (_above, _samples) = (_samples, _above);
        _above[_width + 1] = _above[_width];
        _samples[0] = _above[1];
        gradients.Sort(Above, _gradients.AsSpan(0, _width));
    }

    /// <summary>Copies the samples of the line into the image.</summary>
    public void Store(Span<byte> image, JpegLsFrame frame, int y, int component)
    {
        ReadOnlySpan<ushort> samples = Samples[1..];
        int step = frame.Components;
        int start = y * _width * step;
        if (frame.SampleBytes == 2)
        {
            Span<ushort> words = MemoryMarshal.Cast<byte, ushort>(image).Slice(start, _width * step);
            if (step == 1)
            {
                samples.CopyTo(words);
                return;
            }

            for (int x = 0, at = component; x < samples.Length; x++, at += step)
            {
                words[at] = samples[x];
            }

            return;
        }

        Span<byte> bytes = image.Slice(start, _width * step);
        if (step == 1)
        {
            Narrow(samples, bytes);
            return;
        }

        for (int x = 0, at = component; x < samples.Length; x++, at += step)
        {
            bytes[at] = (byte)samples[x];
        }
    }

    private static void Narrow(ReadOnlySpan<ushort> samples, Span<byte> bytes)
    {
        int lanes = Vector<ushort>.Count;
        int x = 0;
        for (; x <= samples.Length - (2 * lanes); x += 2 * lanes)
        {
            Vector.Narrow(new Vector<ushort>(samples[x..]), new Vector<ushort>(samples[(x + lanes)..])).CopyTo(bytes[x..]);
        }

        for (; x < samples.Length; x++)
        {
            bytes[x] = (byte)samples[x];
        }
    }
}
