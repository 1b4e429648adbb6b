namespace DeepQDataset.Imaging.Full;

/// <summary>
/// A Huffman table for following entropy-coded data (ITU-T T.81, annexes C and F.2.2.3). Most codes are looked up by the next ten bits. Where
/// values do not matter, a step says at once how many bits a code and the magnitude behind it take and by how many coefficients it goes on.
/// </summary>
internal sealed class JpegHuffmanTable
{
    /// <summary>How many bits are looked up at once.</summary>
    public const int FastBits = 10;

    /// <summary>The step's advance that stands for the end of the block.</summary>
    public const int EndOfBlock = 128;

    /// <summary>The bits of a step that count bits; the advance stands above them.</summary>
    public const int StepMask = 31;

    /// <summary>How far the advance is shifted within a step.</summary>
    public const int StepShift = 8;

    private const int LongestCode = 16;

    private readonly byte[] _symbols = new byte[256];
    private readonly int[] _lastCodes = new int[LongestCode + 1];
    private readonly int[] _offsets = new int[LongestCode + 1];
    private readonly ushort[] _fast = new ushort[1 << FastBits];
    private readonly ushort[] _direct = new ushort[1 << FastBits];
    private readonly ushort[] _alternating = new ushort[1 << FastBits];

    /// <summary>Whether the image defined it.</summary>
    public bool IsDefined { get; private set; }

    /// <summary>Steps for DC codes by the next <see cref="FastBits"/> bits; 0 where the code is longer or none.</summary>
    public ushort[] DirectSteps => _direct;

    /// <summary>Steps for AC codes by the next <see cref="FastBits"/> bits; 0 where the code is longer or none.</summary>
    public ushort[] AlternatingSteps => _alternating;

    /// <summary>Forgets the table.</summary>
    public void Clear() => IsDefined = false;

    /// <summary>Takes a table.</summary>
    /// <param name="counts">How many codes there are of 1 to 16 bits, at most 256 in all.</param>
    /// <param name="symbols">Their symbols, as many.</param>
    /// <returns>False when there are more codes than bits for them; the table is then not defined.</returns>
    public bool TryDefine(ReadOnlySpan<byte> counts, ReadOnlySpan<byte> symbols)
    {
        IsDefined = false;
        symbols.CopyTo(_symbols);
        Array.Clear(_fast);
        Array.Clear(_direct);
        Array.Clear(_alternating);
        int code = 0;
        int index = 0;
        for (int bits = 1; bits <= LongestCode; bits++)
        {
            _offsets[bits] = index - code;
            for (int count = counts[bits - 1]; count > 0; count--)
            {
                if (bits <= FastBits && code < 1 << bits)
                {
                    AddFast(code, bits, _symbols[index]);
                }

                code++;
                index++;
            }

            if (code > 1 << bits)
            {
                return false;
            }

            _lastCodes[bits] = code - 1;
            code <<= 1;
        }

        IsDefined = true;
        return true;
    }

    /// <summary>Finds the code at the start of the next bits.</summary>
    /// <param name="accumulator">The next bits, the first of them most significant, at least 16.</param>
    /// <param name="length">How many bits the code has.</param>
    /// <returns>The symbol; −1 for no code.</returns>
    public int Find(ulong accumulator, out int length)
    {
        int fast = _fast[(int)(accumulator >> (64 - FastBits))];
        if (fast != 0)
        {
            length = fast >> 8;
            return fast & 0xFF;
        }

        for (length = FastBits + 1; length <= LongestCode; length++)
        {
            int code = (int)(accumulator >> (64 - length));
            int index = code + _offsets[length];
            if (code <= _lastCodes[length] && index >= 0)
            {
                return _symbols[index & 0xFF];
            }
        }

        return -1;
    }

    /// <summary>The step of a DC code of whatever length; 0 for no code.</summary>
    public int FindDirectStep(ulong accumulator)
    {
        int symbol = Find(accumulator, out int length);
        return symbol < 0 ? 0 : DirectStep(symbol, length);
    }

    /// <summary>The step of an AC code of whatever length; 0 for no code.</summary>
    public int FindAlternatingStep(ulong accumulator)
    {
        int symbol = Find(accumulator, out int length);
        return symbol < 0 ? 0 : AlternatingStep(symbol, length);
    }

    /// <summary>A DC symbol is the number of bits behind it, up to 15 with 12 bits a sample.</summary>
    private static int DirectStep(int symbol, int length) => symbol > 15 ? 0 : length + symbol;

    /// <summary>An AC symbol is a run of zeros and the number of bits behind it; without bits it is 16 zeros, or the block's end.</summary>
    private static int AlternatingStep(int symbol, int length)
    {
        int run = symbol >> 4;
        int bits = symbol & 15;
        int advance = bits > 0 ? run + 1 : run == 15 ? 16 : EndOfBlock;
        return (advance << StepShift) | (length + bits);
    }

    private void AddFast(int code, int bits, byte symbol)
    {
        int free = FastBits - bits;
        int start = code << free;
        _fast.AsSpan(start, 1 << free).Fill((ushort)((bits << 8) | symbol));
        _direct.AsSpan(start, 1 << free).Fill((ushort)DirectStep(symbol, bits));
        _alternating.AsSpan(start, 1 << free).Fill((ushort)AlternatingStep(symbol, bits));
    }
}
