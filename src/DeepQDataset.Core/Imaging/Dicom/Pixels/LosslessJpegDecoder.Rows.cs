using System.Runtime.CompilerServices;
using DeepQDataset.Imaging.Jpeg;

namespace DeepQDataset.Imaging.Dicom.Pixels;

/// <content>The rows of a scan: differences are read and added to the prediction.</content>
internal sealed partial class LosslessJpegDecoder
{
    private void MakeRows()
    {
        int width = tables.Width;
        if (_rows.Length < _scan.ComponentCount || _rows[0].Length < width)
        {
            _rows = new int[_scan.ComponentCount][];
            _rowsAbove = new int[_scan.ComponentCount][];
            for (int i = 0; i < _rows.Length; i++)
            {
                _rows[i] = new int[width];
                _rowsAbove[i] = new int[width];
            }
        }
    }

    private string? DecodeRows(ForwardReader reader, int firstComponent, FrameSamples samples)
    {
        int restartRows = tables.RestartInterval / tables.Width;
        JpegBits bits = new(reader);
        for (int y = 0; y < tables.Height; y++)
        {
            bool isFirst = restartRows > 0 ? y % restartRows == 0 : y == 0;
            if (isFirst && y > 0)
            {
                bits.SkipToMarker();
                if (bits.Marker is < 0xD0 or > 0xD7)
                {
                    return EndsEarly;
                }

                bits.PassMarker();
            }

            bool isCode = _scan.ComponentCount == 1
                ? DecodeRow(ref bits, _scan.Direct[0], _rows[0], _rowsAbove[0], isFirst)
                : DecodeInterleaved(ref bits, isFirst);
            if (!isCode || bits.IsOverrun)
            {
                return bits.IsOverrun ? EndsEarly : "its JPEG data are damaged: there is no such code";
            }

            for (int i = 0; i < _scan.ComponentCount; i++)
            {
                Store(_rows[i], y, firstComponent + i, samples);
                (_rows[i], _rowsAbove[i]) = (_rowsAbove[i], _rows[i]);
            }
        }

        bits.SkipToMarker();
        bits.Finish();
        return null;
    }

    private bool DecodeRow(ref JpegBits bits, JpegHuffmanTable table, int[] row, int[] above, bool isFirst)
    {
        for (int x = 0; x < tables.Width; x++)
        {
            if (!TryReadDifference(ref bits, table, out int difference))
            {
                return false;
            }

            row[x] = (Predict(row, above, x, isFirst) + difference) & 0xFFFF;
        }

        return true;
    }

    private bool DecodeInterleaved(ref JpegBits bits, bool isFirst)
    {
        for (int x = 0; x < tables.Width; x++)
        {
            for (int i = 0; i < _scan.ComponentCount; i++)
            {
                if (!TryReadDifference(ref bits, _scan.Direct[i], out int difference))
                {
                    return false;
                }

                int[] row = _rows[i];
                row[x] = (Predict(row, _rowsAbove[i], x, isFirst) + difference) & 0xFFFF;
            }
        }

        return true;
    }

    /// <summary>Predicts a sample from those to the left, above and to the left above (section H.1.2.1).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Predict(int[] row, int[] above, int x, bool isFirst)
    {
        if (x == 0)
        {
            return isFirst ? _initial : above[0];
        }

        int left = row[x - 1];
        if (isFirst || _predictor == 1)
        {
            return left;
        }

        int up = above[x];
        int corner = above[x - 1];
        return _predictor switch
        {
            2 => up,
            3 => corner,
            4 => left + up - corner,
            5 => left + ((up - corner) >> 1),
            6 => up + ((left - corner) >> 1),
            _ => (left + up) >> 1,
        };
    }

    /// <summary>
    /// Reads a difference (section H.1.2.2): its number of bits, where 16 means 32,768 without further bits, then the bits.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryReadDifference(ref JpegBits bits, JpegHuffmanTable table, out int difference)
    {
        if (bits.Count < JpegBits.Enough)
        {
            bits.Refill();
        }

        int size = table.Find(bits.Accumulator, out int length);
        bits.Accumulator <<= length;
        bits.Count -= length;
        difference = 0;
        if (size is < 0 or > 16)
        {
            return false;
        }

        if (size == 16)
        {
            difference = 32768;
        }
        else if (size > 0)
        {
            int value = bits.Read(size);
            difference = value < 1 << (size - 1) ? value - (1 << size) + 1 : value;
        }

        return true;
    }

    private void Store(int[] row, int y, int component, FrameSamples samples)
    {
        int components = tables.Components.Length;
        int at = (y * tables.Width * components) + component;
        if (samples.SampleBytes == 1)
        {
            Span<byte> bytes = samples.Bytes;
            for (int x = 0; x < tables.Width; x++, at += components)
            {
                bytes[at] = (byte)(row[x] << _pointTransform);
            }

            return;
        }

        Span<ushort> words = samples.Words;
        for (int x = 0; x < tables.Width; x++, at += components)
        {
            words[at] = (ushort)(row[x] << _pointTransform);
        }
    }
}
