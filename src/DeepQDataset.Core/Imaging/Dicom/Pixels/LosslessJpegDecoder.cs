using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using DeepQDataset.Imaging.Full;

namespace DeepQDataset.Imaging.Dicom.Pixels;

/// <summary>
/// Decodes lossless JPEG by Huffman codes (ITU-T T.81, annex H): all seven predictors, 2 to 16 bits, restarts, point transform,
/// components in one scan or in scans of their own, without subsampling.
/// </summary>
/// <param name="tables">The frame and the tables in force.</param>
/// <param name="findings">Where the tables tell damage.</param>
internal sealed class LosslessJpegDecoder(JpegTableSet tables, DataFindings findings)
{
    private const byte EndOfImage = 0xD9;
    private const byte StartOfScan = 0xDA;
    private const string EndsEarly = "its JPEG data end early";

    /// <summary>A code has a bit at the least.</summary>
    private const int MostSamplesPerByte = 8;

    private readonly JpegScan _scan = new(tables);
    private int[][] _rows = [];
    private int[][] _rowsAbove = [];
    private int _predictor;
    private int _pointTransform;
    private int _initial;

    /// <summary>Decodes a frame.</summary>
    /// <param name="reader">Behind the first scan's marker.</param>
    /// <param name="precision">Bits a sample.</param>
    /// <param name="samples">Takes the samples, those of a pixel together.</param>
    /// <returns>What is wrong, as a clause; null if nothing.</returns>
    public string? Decode(ForwardReader reader, int precision, FrameSamples samples)
    {
        if (tables.LargestAcross * tables.LargestDown > 1)
        {
            return "its lossless JPEG data are subsampled, which is not converted";
        }

        int components = tables.Components.Length;
        long count = (long)tables.Width * tables.Height * components;
        if (count > (reader.Length - reader.Position) * MostSamplesPerByte)
        {
            return EndsEarly;
        }

        int sampleBytes = precision > 8 ? 2 : 1;
        samples.Prepare((int)count * sampleBytes, sampleBytes, isPlanar: false);
        while (true)
        {
            string? fault = DecodeScan(reader, precision, samples);
            if (fault is not null)
            {
                return fault;
            }

            if (Array.TrueForAll(tables.Components, static component => component.HasData))
            {
                return null;
            }

            fault = FindScan(reader);
            if (fault is not null)
            {
                return fault;
            }
        }
    }

    private string? DecodeScan(ForwardReader reader, int precision, FrameSamples samples)
    {
        if (!TryReadSegment(reader, out ReadOnlySpan<byte> data))
        {
            return EndsEarly;
        }

        if (_scan.Read(data) is string fault)
        {
            return $"its JPEG data are damaged: {fault}";
        }

        _predictor = _scan.Start;
        _pointTransform = data[^1] & 15;
        if (_predictor is < 1 or > 7 || _pointTransform >= precision)
        {
            return FormattableString.Invariant($"its lossless JPEG data have the predictor {_predictor} and the point transform {_pointTransform}, which are invalid");
        }

        if (tables.RestartInterval % tables.Width != 0)
        {
            return FormattableString.Invariant($"its lossless JPEG data start anew every {tables.RestartInterval} samples, within their rows of {tables.Width}");
        }

        int first = Array.IndexOf(tables.Components, _scan.First);
        if (_scan.ComponentCount != 1 && _scan.ComponentCount != tables.Components.Length)
        {
            return "its lossless JPEG data have some of their components in one scan and some in another, which is not converted";
        }

        _initial = 1 << (precision - _pointTransform - 1);
        MakeRows();
        return DecodeRows(reader, _scan.ComponentCount == 1 ? first : 0, samples);
    }

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

    /// <summary>What a sample is expected to be from those to the left, above and to the left above (section H.1.2.1).</summary>
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

    /// <summary>Reads a difference: how many bits it has, 16 meaning 32,768 without any, then the bits (section H.1.2.2).</summary>
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

    /// <summary>Goes on to the next scan, taking the tables before it.</summary>
    private string? FindScan(ForwardReader reader)
    {
        while (reader.TryRead(2, out ReadOnlySpan<byte> marker) && marker[0] == 0xFF && marker[1] != EndOfImage)
        {
            byte kind = marker[1];
            if (kind == StartOfScan)
            {
                return null;
            }

            long start = reader.Position;
            if (!TryReadSegment(reader, out ReadOnlySpan<byte> data))
            {
                break;
            }

            if (JpegTableSet.Wants(kind) && !JpegHeader.IsFrame(kind))
            {
                tables.Take(kind, data, start);
            }

            if (findings.Damage is { } damage)
            {
                return $"its JPEG data are damaged: {damage.Detail}";
            }
        }

        return "its JPEG data end before all components came";
    }

    private static bool TryReadSegment(ForwardReader reader, out ReadOnlySpan<byte> data)
    {
        data = default;
        if (!reader.TryRead(2, out ReadOnlySpan<byte> bytes))
        {
            return false;
        }

        int length = BinaryPrimitives.ReadUInt16BigEndian(bytes) - 2;
        return length >= 0 && reader.TryRead(length, out data);
    }
}
