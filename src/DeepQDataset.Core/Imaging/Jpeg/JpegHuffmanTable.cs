using System.Runtime.CompilerServices;

namespace DeepQDataset.Imaging.Jpeg;

/// <summary>
/// Represents a Huffman table for checking entropy-coded data (ITU-T T.81, annexes C and F.2.2.3). Most codes are looked up by the next
/// bits. If values do not matter, a step combines the number of bits of several codes with their magnitudes, and the number of coefficients
/// they cover.
/// </summary>
internal sealed class JpegHuffmanTable
{
    /// <summary>The number of bits for looking up a step.</summary>
    public const int StepBits = 11;

    /// <summary>The mask of the number of bits in a step.</summary>
    public const int StepLength = 31;

    /// <summary>The shift of the advance in a step.</summary>
    public const int AdvanceShift = 8;

    /// <summary>The mask of the advance in a shifted step.</summary>
    public const int AdvanceMask = 127;

    /// <summary>The bit in a step that marks the end of the block.</summary>
    public const int EndOfBlock = 1 << 15;

    private const int FastBits = 10;
    private const int LongestCode = 16;
    private const int BlockLength = 64;

    private readonly byte[] _counts = new byte[LongestCode];
    private readonly byte[] _symbols = new byte[256];
    private readonly int[] _lastCodes = new int[LongestCode + 1];
    private readonly int[] _offsets = new int[LongestCode + 1];
    private readonly ushort[] _fast = new ushort[1 << FastBits];
    private readonly ushort[] _direct = new ushort[1 << StepBits];
    private readonly ushort[] _alternating = new ushort[1 << StepBits];
    private bool _isBuilt;
    private bool _hasDirect;
    private bool _hasAlternating;

    /// <summary>Gets a value that indicates whether the image has defined the table.</summary>
    public bool IsDefined { get; private set; }

    /// <summary>Removes the definition of the table.</summary>
    public void Clear() => IsDefined = false;

    /// <summary>Defines the table. Defining the same table again, as is common for consecutive images, costs nothing.</summary>
    /// <param name="counts">The numbers of codes of 1 to 16 bits, at most 256 in total.</param>
    /// <param name="symbols">The symbols of the codes.</param>
    /// <returns>False if there are too many codes; the table is then undefined.</returns>
    public bool TryDefine(ReadOnlySpan<byte> counts, ReadOnlySpan<byte> symbols)
    {
        if (!_isBuilt || !counts.SequenceEqual(_counts) || !symbols.SequenceEqual(_symbols.AsSpan(0, symbols.Length)))
        {
            counts.CopyTo(_counts);
            symbols.CopyTo(_symbols);
            _isBuilt = TryBuild();
            _hasDirect = false;
            _hasAlternating = false;
        }

        IsDefined = _isBuilt;
        return IsDefined;
    }

    /// <summary>
    /// Returns the steps of DC codes by the next <see cref="StepBits"/> bits, one code each; 0 if the code is longer or invalid.
    /// </summary>
    public ushort[] DirectSteps()
    {
        if (!_hasDirect)
        {
            _hasDirect = true;
            for (int bits = 0; bits < _direct.Length; bits++)
            {
                _direct[bits] = (ushort)FindDirectStep((ulong)bits << (64 - StepBits), StepBits);
            }
        }

        return _direct;
    }

    /// <summary>
    /// Returns the steps of AC codes by the next <see cref="StepBits"/> bits, for all codes that end within them; 0 if the first is longer
    /// or invalid.
    /// </summary>
    public ushort[] AlternatingSteps()
    {
        if (!_hasAlternating)
        {
            _hasAlternating = true;
            for (int bits = 0; bits < _alternating.Length; bits++)
            {
                _alternating[bits] = FindSteps((ulong)bits << (64 - StepBits));
            }
        }

        return _alternating;
    }

    /// <summary>Finds the code at the start of the next bits.</summary>
    /// <param name="accumulator">The next bits, the first one most significant, at least 16.</param>
    /// <param name="length">The number of bits of the code.</param>
    /// <returns>The symbol; −1 if the code is invalid.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(ulong accumulator, out int length)
    {
        int fast = _fast[(int)(accumulator >> (64 - FastBits))];
        if (fast != 0)
        {
            length = fast >> 8;
            return fast & 0xFF;
        }

        return FindLong(accumulator, out length);
    }

    /// <summary>Returns the step of one DC code: its number of bits including the magnitude, up to 15 bits for 12-bit samples.</summary>
    /// <param name="accumulator">The next bits.</param>
    /// <param name="codeBits">The maximum length of the code.</param>
    /// <returns>The step; 0 if the code is invalid.</returns>
    public int FindDirectStep(ulong accumulator, int codeBits = LongestCode)
    {
        int symbol = Find(accumulator, out int length);
        return symbol is < 0 or > 15 || length > codeBits ? 0 : length + symbol;
    }

    /// <summary>
    /// Returns the step of one AC code: a run of zeros and the number of bits after it; without bits, 16 zeros or the end of the block.
    /// </summary>
    /// <param name="accumulator">The next bits.</param>
    /// <param name="codeBits">The maximum length of the code.</param>
    /// <returns>The step; 0 if the code is invalid.</returns>
    public int FindAlternatingStep(ulong accumulator, int codeBits = LongestCode)
    {
        int symbol = Find(accumulator, out int length);
        if (symbol < 0 || length > codeBits)
        {
            return 0;
        }

        int run = symbol >> 4;
        int bits = symbol & 15;
        return bits > 0 || run == 15 ? ((run + 1) << AdvanceShift) | (length + bits) : EndOfBlock | length;
    }

    private int FindLong(ulong accumulator, out int length)
    {
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

    /// <summary>Combines the steps of all codes that end, with their magnitudes, within the looked-up bits.</summary>
    private ushort FindSteps(ulong accumulator)
    {
        int step = FindAlternatingStep(accumulator, StepBits);
        int length = step & StepLength;
        while (step != 0 && length < StepBits && (step & EndOfBlock) == 0 && ((step >> AdvanceShift) & AdvanceMask) < BlockLength)
        {
            int next = FindAlternatingStep(accumulator << length, StepBits - length);
            int total = length + (next & StepLength);
            if (next == 0 || total > StepBits)
            {
                break;
            }

            step = (step & ~StepLength) + (next & ~StepLength) + total;
            length = total;
        }

        return (ushort)step;
    }

    private bool TryBuild()
    {
        Array.Clear(_fast);
        int code = 0;
        int index = 0;
        for (int bits = 1; bits <= LongestCode; bits++)
        {
            _offsets[bits] = index - code;
            for (int count = _counts[bits - 1]; count > 0; count--)
            {
                if (bits <= FastBits && code < 1 << bits)
                {
                    _fast.AsSpan(code << (FastBits - bits), 1 << (FastBits - bits)).Fill((ushort)((bits << 8) | _symbols[index]));
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

        return true;
    }
}
