using System.Numerics;

namespace DeepQDataset.TestKit;

/// <summary>Writes entropy-coded segments by Huffman coding (T.81 annexes F.1.2 and G.1.2).</summary>
/// <param name="target">Where they go.</param>
/// <param name="restartInterval">Minimum coded units between restart markers; 0 for none.</param>
internal sealed class JpegScanWriter(Stream target, int restartInterval)
{
    private static readonly (int Code, int Bits)[] DcCodes = MakeCodes(JpegTables.DcLengths, JpegTables.DcSymbols);
    private static readonly (int Code, int Bits)[] AcCodes = MakeCodes(JpegTables.AcLengths, JpegTables.AcSymbols);

    private readonly int[] _predictions = new int[4];
    private int _pending;
    private int _pendingBits;
    private int _units;

    /// <summary>Writes a scan of all components.</summary>
    /// <param name="planes">The components.</param>
    /// <param name="factors">The number of blocks of each a unit has in each direction.</param>
    /// <param name="across">Units in a row.</param>
    /// <param name="down">Rows of units.</param>
    /// <param name="directOnly">Indicates whether only the DC coefficients are written, as in a progressive image's first scan.</param>
    public void WriteInterleaved(JpegCoefficients[] planes, int[] factors, int across, int down, bool directOnly)
    {
        Begin();
        for (int unit = 0; unit < across * down; unit++)
        {
            CountUnit();
            for (int component = 0; component < planes.Length; component++)
            {
                int factor = planes.Length == 1 ? 1 : factors[component];
                for (int block = 0; block < factor * factor; block++)
                {
                    int[] values = planes[component]
                        .Block((unit % across * factor) + (block % factor), (unit / across * factor) + (block / factor));
                    WriteDirect(values[0], ref _predictions[component]);
                    if (!directOnly)
                    {
                        WriteRest(values);
                    }
                }
            }
        }

        Flush();
    }

    /// <summary>Writes a scan of one component's AC coefficients.</summary>
    public void WriteAlternating(JpegCoefficients plane, int across, int down)
    {
        Begin();
        for (int unit = 0; unit < across * down; unit++)
        {
            CountUnit();
            WriteRest(plane.Block(unit % across, unit / across));
        }

        Flush();
    }

    private void Begin()
    {
        _units = 0;
        Array.Clear(_predictions);
    }

    private void CountUnit()
    {
        if (restartInterval > 0 && _units > 0 && _units % restartInterval == 0)
        {
            Flush();
            target.Write([0xFF, (byte)(0xD0 + (((_units / restartInterval) - 1) & 7))]);
            Array.Clear(_predictions);
        }

        _units++;
    }

    private void WriteDirect(int value, ref int prediction)
    {
        int difference = value - prediction;
        prediction = value;
        int size = Size(difference);
        WriteCode(DcCodes[size]);
        WriteMagnitude(difference, size);
    }

    private void WriteRest(int[] values)
    {
        int run = 0;
        for (int index = 1; index < 64; index++)
        {
            if (values[index] == 0)
            {
                run++;
                continue;
            }

            for (; run > 15; run -= 16)
            {
                WriteCode(AcCodes[0xF0]);
            }

            int size = Size(values[index]);
            WriteCode(AcCodes[(run << 4) | size]);
            WriteMagnitude(values[index], size);
            run = 0;
        }

        if (run > 0)
        {
            WriteCode(AcCodes[0]);
        }
    }

    private static int Size(int value) => 32 - BitOperations.LeadingZeroCount((uint)Math.Abs(value));

    private void WriteMagnitude(int value, int size) => WriteBits(value < 0 ? value + (1 << size) - 1 : value, size);

    private void WriteCode((int Code, int Bits) code) => WriteBits(code.Code, code.Bits);

    private void WriteBits(int value, int bits)
    {
        for (int bit = bits - 1; bit >= 0; bit--)
        {
            _pending = (_pending << 1) | ((value >> bit) & 1);
            if (++_pendingBits == 8)
            {
                target.WriteByte((byte)_pending);
                if ((byte)_pending == 0xFF)
                {
                    target.WriteByte(0);
                }

                _pending = 0;
                _pendingBits = 0;
            }
        }
    }

    private void Flush()
    {
        if (_pendingBits > 0)
        {
            WriteBits(0xFF, 8 - _pendingBits);
        }
    }

    private static (int Code, int Bits)[] MakeCodes(byte[] lengths, byte[] symbols)
    {
        (int Code, int Bits)[] codes = new (int Code, int Bits)[256];
        int code = 0;
        int next = 0;
        for (int bits = 1; bits <= 16; bits++, code <<= 1)
        {
            for (int index = 0; index < lengths[bits - 1]; index++)
            {
                codes[symbols[next++]] = (code++, bits);
            }
        }

        return codes;
    }
}
