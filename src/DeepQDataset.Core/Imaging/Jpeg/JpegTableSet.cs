using System.Buffers.Binary;

namespace DeepQDataset.Imaging.Jpeg;

/// <summary>Represents the frame and the tables in force while a JPEG is read (ITU-T T.81, annex B.2).</summary>
/// <param name="findings">Receives problems.</param>
internal sealed class JpegTableSet(DataFindings findings)
{
    private const byte QuantizationMarker = 0xDB;
    private const byte HuffmanMarker = 0xC4;
    private const byte RestartMarker = 0xDD;
    private const int TablesOfAKind = 4;
    private const int FixedFrameLength = 6;
    private const int BlockSide = 8;

    private readonly JpegHuffmanTable[] _huffman = MakeTables();
    private readonly bool[] _hasQuantization = new bool[TablesOfAKind];

    /// <summary>Gets the components of the frame; empty before its header.</summary>
    public JpegComponent[] Components { get; private set; } = [];

    /// <summary>Gets the second byte of the frame header's marker.</summary>
    public byte FrameMarker { get; private set; }

    /// <summary>Gets the width in pixels.</summary>
    public int Width { get; private set; }

    /// <summary>Gets the height in pixels.</summary>
    public int Height { get; private set; }

    /// <summary>Gets the number of units between restart markers; 0 for none.</summary>
    public int RestartInterval { get; private set; }

    /// <summary>
    /// Gets a value that indicates whether there was a Huffman table. Video frames may omit them and use the typical ones.
    /// </summary>
    public bool HasHuffmanTables { get; private set; }

    /// <summary>Gets the largest horizontal sampling factor.</summary>
    public int LargestAcross { get; private set; }

    /// <summary>Gets the largest vertical sampling factor.</summary>
    public int LargestDown { get; private set; }

    /// <summary>Gets a value that indicates whether the coding is lossless (SOF3).</summary>
    public bool IsLossless => FrameMarker == 0xC3;

    /// <summary>Gets a value that indicates whether the coding is progressive (SOF2).</summary>
    public bool IsProgressive => FrameMarker == 0xC2;

    /// <summary>
    /// Gets a value that indicates whether the coding can be checked: sequential, progressive or lossless with Huffman codes, without
    /// hierarchy.
    /// </summary>
    public bool CanBeFollowed => FrameMarker is >= 0xC0 and <= 0xC3;

    /// <summary>Gets the side of a data unit in samples.</summary>
    public int UnitSide => IsLossless ? 1 : BlockSide;

    /// <summary>Determines whether a segment is relevant.</summary>
    /// <param name="marker">The marker's second byte.</param>
    public static bool Wants(byte marker) => marker is QuantizationMarker or HuffmanMarker or RestartMarker || JpegHeader.IsFrame(marker);

    /// <summary>Starts the next image.</summary>
    public void Reset()
    {
        foreach (JpegHuffmanTable table in _huffman)
        {
            table.Clear();
        }

        Array.Clear(_hasQuantization);
        Components = [];
        FrameMarker = 0;
        RestartInterval = 0;
        HasHuffmanTables = false;
    }

    /// <summary>Returns the Huffman table with a number, 0 to 3, for DC (0) or AC (1) codes.</summary>
    public JpegHuffmanTable Huffman(int kind, int number) => _huffman[(kind * TablesOfAKind) + number];

    /// <summary>Determines whether a quantization table was defined.</summary>
    public bool HasQuantization(int number) => number < TablesOfAKind && _hasQuantization[number];

    /// <summary>Reads the content of a segment.</summary>
    /// <param name="marker">The marker's second byte.</param>
    /// <param name="data">The segment without its length. A frame header must be valid.</param>
    /// <param name="offset">The position of the data in the file.</param>
    public void Take(byte marker, ReadOnlySpan<byte> data, long offset)
    {
        string? fault = marker switch
        {
            QuantizationMarker => TakeQuantization(data),
            HuffmanMarker => TakeHuffman(data),
            RestartMarker => TakeRestart(data),
            _ => TakeFrame(marker, data),
        };
        if (fault is not null)
        {
            findings.ReportDamage(fault, offset);
        }
    }

    private string? TakeQuantization(ReadOnlySpan<byte> data)
    {
        while (!data.IsEmpty)
        {
            int precision = data[0] >> 4;
            int number = data[0] & 15;
            if (precision > 1 || number >= TablesOfAKind)
            {
                return FormattableString.Invariant(
                    $"a quantization table has precision {precision} and number {number}, which are invalid");
            }

            int length = 1 + (64 << precision);
            if (data.Length < length)
            {
                return "a quantization table is cut off by the end of its segment";
            }

            _hasQuantization[number] = true;
            data = data[length..];
        }

        return null;
    }

    private string? TakeHuffman(ReadOnlySpan<byte> data)
    {
        const int CountsEnd = 17;
        while (!data.IsEmpty)
        {
            if (data.Length < CountsEnd)
            {
                return "a Huffman table is cut off by the end of its segment";
            }

            int kind = data[0] >> 4;
            int number = data[0] & 15;
            if (kind > 1 || number >= TablesOfAKind)
            {
                return FormattableString.Invariant($"a Huffman table has class {kind} and number {number}, which are invalid");
            }

            int symbols = 0;
            foreach (byte count in data[1..CountsEnd])
            {
                symbols += count;
            }

            if (symbols > 256 || data.Length < CountsEnd + symbols)
            {
                return FormattableString.Invariant($"a Huffman table says that it has {symbols} codes, which do not fit");
            }

            HasHuffmanTables = true;
            if (!Huffman(kind, number).TryDefine(data[1..CountsEnd], data[CountsEnd..(CountsEnd + symbols)]))
            {
                return "a Huffman table has more codes than there can be";
            }

            data = data[(CountsEnd + symbols)..];
        }

        return null;
    }

    private string? TakeRestart(ReadOnlySpan<byte> data)
    {
        if (data.Length != 2)
        {
            return "the restart interval's segment is not 4 bytes long";
        }

        RestartInterval = BinaryPrimitives.ReadUInt16BigEndian(data);
        return null;
    }

    private string? TakeFrame(byte marker, ReadOnlySpan<byte> data)
    {
        if (FrameMarker != 0)
        {
            return null;
        }

        FrameMarker = marker;
        Height = BinaryPrimitives.ReadUInt16BigEndian(data[1..]);
        Width = BinaryPrimitives.ReadUInt16BigEndian(data[3..]);
        ReadOnlySpan<byte> list = data[FixedFrameLength..];
        LargestAcross = 1;
        LargestDown = 1;
        for (int at = 0; at < list.Length; at += 3)
        {
            LargestAcross = Math.Max(LargestAcross, list[at + 1] >> 4);
            LargestDown = Math.Max(LargestDown, list[at + 1] & 15);
        }

        Components = new JpegComponent[list.Length / 3];
        for (int index = 0; index < Components.Length; index++)
        {
            ReadOnlySpan<byte> entry = list.Slice(3 * index, 3);
            int across = entry[1] >> 4;
            int down = entry[1] & 15;
            Components[index] = new JpegComponent
            {
                Identifier = entry[0],
                Across = across,
                Down = down,
                Quantization = entry[2],
                UnitsAcross = Parts(Parts(Width * across, LargestAcross), UnitSide),
                UnitsDown = Parts(Parts(Height * down, LargestDown), UnitSide),
            };
        }

        return null;
    }

    /// <summary>Returns the number of parts of a given size in a whole, including a last one that is not full.</summary>
    public static int Parts(int whole, int size) => (whole + size - 1) / size;

    private static JpegHuffmanTable[] MakeTables()
    {
        JpegHuffmanTable[] tables = new JpegHuffmanTable[2 * TablesOfAKind];
        for (int index = 0; index < tables.Length; index++)
        {
            tables[index] = new JpegHuffmanTable();
        }

        return tables;
    }
}
