using System.Buffers.Binary;
using System.Numerics;

namespace DeepQDataset.TestKit;

/// <summary>Writes lossless JPEG by Huffman codes (ITU-T T.81, annex H) in forms that common encoders do not write.</summary>
public sealed class LosslessJpegBuilder
{
    /// <summary>The bits that say how many bits a difference has: 0 to 16, five each, so that any code is as good as another.</summary>
    private const int CodeBits = 5;

    private int _pending;
    private int _pendingBits;

    /// <summary>Width in pixels.</summary>
    public required int Width { get; init; }

    /// <summary>Bits a sample, 2 to 16.</summary>
    public int Precision { get; init; } = 8;

    /// <summary>Gets the predictor, 1 to 7 (table H.1).</summary>
    public int Predictor { get; init; } = 1;

    /// <summary>Samples are shifted to the right by so many bits.</summary>
    public int PointTransform { get; init; }

    /// <summary>Rows between restart markers; 0 for none.</summary>
    public int RestartRows { get; init; }

    /// <summary>Gets a value that indicates whether each component has a scan of its own.</summary>
    public bool IsSeparate { get; init; }

    /// <summary>Gets the samples of each component.</summary>
    public required IReadOnlyList<int[]> Components { get; init; }

    /// <summary>Writes the image.</summary>
    public byte[] Build()
    {
        using MemoryStream file = new();
        file.Write([0xFF, 0xD8]);
        byte[] frame = [(byte)Precision, .. Two(Components[0].Length / Width), .. Two(Width), (byte)Components.Count];
        WriteSegment(file, 0xC3, [.. frame, .. Components.SelectMany((_, index) => (byte[])[(byte)(index + 1), 0x11, 0])]);
        byte[] lengths = new byte[16];
        lengths[CodeBits - 1] = 17;
        WriteSegment(file, 0xC4, [0, .. lengths, .. Enumerable.Range(0, 17).Select(size => (byte)size)]);
        if (RestartRows > 0)
        {
            WriteSegment(file, 0xDD, Two(RestartRows * Width));
        }

        int[] all = Enumerable.Range(0, Components.Count).ToArray();
        foreach (int[] scan in IsSeparate ? all.Select(index => (int[])[index]) : [all])
        {
            WriteScan(file, scan);
        }

        file.Write([0xFF, 0xD9]);
        return file.ToArray();
    }

    private void WriteScan(MemoryStream file, int[] components)
    {
        IEnumerable<byte> selectors = components.SelectMany(index => (byte[])[(byte)(index + 1), 0]);
        WriteSegment(file, 0xDA, [(byte)components.Length, .. selectors, (byte)Predictor, 0, (byte)PointTransform]);
        int height = Components[0].Length / Width;
        for (int y = 0; y < height; y++)
        {
            bool isFirst = RestartRows > 0 ? y % RestartRows == 0 : y == 0;
            if (isFirst && y > 0)
            {
                Flush(file);
                file.Write([0xFF, (byte)(0xD0 + (((y / RestartRows) - 1) % 8))]);
            }

            for (int x = 0; x < Width; x++)
            {
                foreach (int component in components)
                {
                    WriteSample(file, Components[component], x, y, isFirst);
                }
            }
        }

        Flush(file);
    }

    private void WriteSample(MemoryStream file, int[] samples, int x, int y, bool isFirst)
    {
        int At(int column, int row) => samples[(row * Width) + column] >> PointTransform;
        int predicted = (x, isFirst) switch
        {
            (0, true) => 1 << (Precision - PointTransform - 1),
            (0, false) => At(0, y - 1),
            (_, true) => At(x - 1, y),
            _ => Predict(At(x - 1, y), At(x, y - 1), At(x - 1, y - 1)),
        };
        int difference = (At(x, y) - predicted) & 0xFFFF;
        difference = difference > 32768 ? difference - 65536 : difference;
        int size = 32 - BitOperations.LeadingZeroCount((uint)Math.Abs(difference));
        WriteBits(file, size, CodeBits);
        if (size < 16)
        {
            WriteBits(file, difference < 0 ? difference + (1 << size) - 1 : difference, size);
        }
    }

    private int Predict(int left, int up, int corner) => Predictor switch
    {
        1 => left,
        2 => up,
        3 => corner,
        4 => left + up - corner,
        5 => left + ((up - corner) >> 1),
        6 => up + ((left - corner) >> 1),
        _ => (left + up) >> 1,
    };

    private void WriteBits(MemoryStream file, int value, int bits)
    {
        for (int bit = bits - 1; bit >= 0; bit--)
        {
            _pending = (_pending << 1) | ((value >> bit) & 1);
            if (++_pendingBits == 8)
            {
                file.WriteByte((byte)_pending);
                if ((byte)_pending == 0xFF)
                {
                    file.WriteByte(0);
                }

                _pending = 0;
                _pendingBits = 0;
            }
        }
    }

    private void Flush(MemoryStream file)
    {
        if (_pendingBits > 0)
        {
            WriteBits(file, 0xFF, 8 - _pendingBits);
        }
    }

    private static void WriteSegment(MemoryStream file, byte marker, byte[] data)
    {
        file.Write([0xFF, marker]);
        file.Write(Two(data.Length + 2));
        file.Write(data);
    }

    private static byte[] Two(int value)
    {
        byte[] bytes = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(bytes, (ushort)value);
        return bytes;
    }
}
