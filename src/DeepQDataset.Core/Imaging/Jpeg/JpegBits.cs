using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace DeepQDataset.Imaging.Jpeg;

/// <summary>
/// Represents the bits of entropy-coded data without stuffed zero bytes (ITU-T T.81, annex F.2.2.5). After a marker, zero bits are
/// supplied; reading one of them is an overrun.
/// </summary>
internal ref struct JpegBits
{
    /// <summary>The minimum number of bits after <see cref="Refill()"/>: a code and the longest magnitude after it.</summary>
    public const int Enough = 32;

    /// <summary>The marker that represents the end of the file.</summary>
    public const int EndOfFile = 0x100;

    private const ulong LowBits = 0x0101010101010101;
    private const ulong HighBits = 0x8080808080808080;

    private readonly ForwardReader _reader;
    private ReadOnlySpan<byte> _window;
    private int _next;

    /// <summary>Initializes a new instance of the <see cref="JpegBits"/> struct at the position of a reader.</summary>
    public JpegBits(ForwardReader reader)
    {
        _reader = reader;
        reader.TryPeekSome(out _window);
    }

    /// <summary>Gets or sets the next bits, the first one most significant.</summary>
    public ulong Accumulator { get; set; }

    /// <summary>Gets or sets the number of valid bits, including supplied ones.</summary>
    public int Count { get; set; }

    /// <summary>Gets the number of supplied bits after the marker.</summary>
    public int MadeUp { get; private set; }

    /// <summary>Gets the second byte of the marker that ends the bits, or <see cref="EndOfFile"/>; 0 if there is none yet.</summary>
    public int Marker { get; private set; }

    /// <summary>Gets a value that indicates whether supplied bits were read.</summary>
    public readonly bool IsOverrun => Count < MadeUp;

    /// <summary>Gets the position in the file of the next byte after the valid bits.</summary>
    public readonly long Position => _reader.Position + _next;

    /// <summary>Ensures that there are <see cref="Enough"/> bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Refill()
    {
        if (_next <= _window.Length - sizeof(ulong))
        {
            ulong bytes = BinaryPrimitives.ReadUInt64BigEndian(_window[_next..]);
            bool hasFullByte = ((~bytes - LowBits) & bytes & HighBits) != 0;
            if (!hasFullByte)
            {
                // Bits beyond the last whole byte are added again with the next bytes, at the same position.
                Accumulator |= bytes >> Count;
                int taken = (64 - Count) >> 3;
                _next += taken;
                Count += taken << 3;
                return;
            }
        }

        RefillByByte();
    }

    /// <summary>Ensures that there are <see cref="Enough"/> bits, if the caller tracks them in local variables.</summary>
    /// <param name="accumulator">The current value of <see cref="Accumulator"/>.</param>
    /// <param name="count">The current value of <see cref="Count"/>.</param>
    public void Refill(ulong accumulator, int count)
    {
        Accumulator = accumulator;
        Count = count;
        Refill();
    }

    /// <summary>Skips bits.</summary>
    /// <param name="bits">The number of bits, at most <see cref="Enough"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Take(int bits)
    {
        if (Count < Enough)
        {
            Refill();
        }

        Accumulator <<= bits;
        Count -= bits;
    }

    /// <summary>Reads bits as a number.</summary>
    /// <param name="bits">The number of bits, 1 to 16.</param>
    public int Read(int bits)
    {
        if (Count < Enough)
        {
            Refill();
        }

        int value = (int)(Accumulator >> (64 - bits));
        Accumulator <<= bits;
        Count -= bits;
        return value;
    }

    /// <summary>Skips any number of bits.</summary>
    public void Skip(long bits)
    {
        for (; bits > 0 && !IsOverrun; bits -= Enough)
        {
            Take((int)Math.Min(Enough, bits));
        }
    }

    /// <summary>Reads a Huffman code and skips the bits after it, whose number is in the low half of its symbol.</summary>
    /// <returns>The symbol; −1 if the code is invalid.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int ReadSymbol(JpegHuffmanTable table)
    {
        if (Count < Enough)
        {
            Refill();
        }

        int symbol = table.Find(Accumulator, out int length);
        if (symbol >= 0)
        {
            length += symbol & 15;
            Accumulator <<= length;
            Count -= length;
        }

        return symbol;
    }

    /// <summary>Skips the remaining bits and moves to the next marker.</summary>
    public void SkipToMarker()
    {
        while (Marker == 0)
        {
            int ahead = _window[_next..].IndexOf((byte)0xFF);
            if (ahead >= 0)
            {
                _next += ahead;
                NextByte();
                continue;
            }

            _next = _window.Length;
            if (!TryNextWindow(1))
            {
                Marker = EndOfFile;
            }
        }
    }

    /// <summary>Continues after the marker.</summary>
    public void PassMarker()
    {
        _next += 2;
        Marker = 0;
        Accumulator = 0;
        Count = 0;
        MadeUp = 0;
    }

    /// <summary>Moves the reader to the end of the bits: the marker, if there is one.</summary>
    public void Finish()
    {
        _reader.TrySkip(_next);
        _window = default;
        _next = 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void RefillByByte()
    {
        while (Count <= 56)
        {
            int value = NextByte();
            if (value < 0)
            {
                MadeUp += 8;
                value = 0;
            }

            Accumulator |= (ulong)value << (56 - Count);
            Count += 8;
        }
    }

    /// <summary>Returns the next byte of data; −1 at a marker, which is not consumed.</summary>
    private int NextByte()
    {
        if (Marker != 0)
        {
            return -1;
        }

        if (_next >= _window.Length && !TryNextWindow(1))
        {
            Marker = EndOfFile;
            return -1;
        }

        byte value = _window[_next];
        if (value != 0xFF)
        {
            _next++;
            return value;
        }

        while (true)
        {
            if (_next + 1 >= _window.Length && !TryNextWindow(2))
            {
                Marker = EndOfFile;
                return -1;
            }

            byte second = _window[_next + 1];
            if (second == 0)
            {
                _next += 2;
                return 0xFF;
            }

            if (second != 0xFF)
            {
                Marker = second;
                return -1;
            }

            _next++;
        }
    }

    /// <summary>Moves to the next bytes of the reader; unused bytes are included again.</summary>
    private bool TryNextWindow(int wanted)
    {
        _reader.TrySkip(_next);
        _next = 0;
        bool isThere = _reader.TryPeek(wanted, out _);
        _reader.TryPeekSome(out _window);
        return isThere;
    }
}
