using System.Buffers.Binary;
using DeepQDataset.Imaging.Jpeg;

namespace DeepQDataset.Imaging.Dicom.Pixels;

/// <summary>
/// Decodes lossless JPEG with Huffman codes (ITU-T T.81, annex H): all seven predictors, 2 to 16 bits, restarts, point transform,
/// components in one scan or in separate scans, without subsampling.
/// </summary>
/// <param name="tables">The frame and the tables in force.</param>
/// <param name="findings">Receives damage of the tables.</param>
internal sealed partial class LosslessJpegDecoder(JpegTableSet tables, DataFindings findings)
{
    private const byte EndOfImage = 0xD9;
    private const byte StartOfScan = 0xDA;
    private const string EndsEarly = "its JPEG data end early";

    /// <summary>The maximum number of samples in a byte, since a code has at least one bit.</summary>
    private const int MaximumSamplesPerByte = 8;

    private readonly JpegScan _scan = new(tables);
    private int[][] _rows = [];
    private int[][] _rowsAbove = [];
    private int _predictor;
    private int _pointTransform;
    private int _initial;

    /// <summary>Decodes a frame.</summary>
    /// <param name="reader">The reader, after the marker of the first scan.</param>
    /// <param name="precision">The number of bits of a sample.</param>
    /// <param name="samples">Receives the samples, interleaved by pixel.</param>
    /// <returns>The problem, as a clause; null if there is none.</returns>
    public string? Decode(ForwardReader reader, int precision, FrameSamples samples)
    {
        if (tables.LargestAcross * tables.LargestDown > 1)
        {
            return "its lossless JPEG data are subsampled, which is not converted";
        }

        int components = tables.Components.Length;
        long count = (long)tables.Width * tables.Height * components;
        if (count > (reader.Length - reader.Position) * MaximumSamplesPerByte)
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
            return FormattableString.Invariant(
                $"its lossless JPEG data have the predictor {_predictor} and the point transform {_pointTransform}, which are invalid");
        }

        if (tables.RestartInterval % tables.Width != 0)
        {
            return FormattableString.Invariant(
                $"its lossless JPEG data start anew every {tables.RestartInterval} samples, within their rows of {tables.Width}");
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

    /// <summary>Moves to the next scan and reads the tables before it.</summary>
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
