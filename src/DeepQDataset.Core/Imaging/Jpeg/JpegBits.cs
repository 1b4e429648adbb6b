using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace DeepQDataset.Imaging.Jpeg;

/// <summary>
/// Represents the bits of entropy-coded data with stuffed zero bytes taken out (ITU-T T.81, annex F.2.2.5). At a marker it stops, and makes
/// up zero bits from there on: whoever took one of them took too many.
/// </summary>
internal ref struct JpegBits
{
    /// <summary>
    /// The number of bits that are there at least after <see cref="Refill()"/>: a code and the longest magnitude behind it.
    /// </summary>
    public const int Enough = 32;

    /// <summary>Stands for the file's end where a marker's second byte is due.</summary>
    public const int EndOfFile = 0x100;

    private const ulong LowBits = 0x0101010101010101;
    private const ulong HighBits = 0x8080808080808080;

    private readonly ForwardReader _reader;
    private ReadOnlySpan<byte> _window;
    private int _next;

    /// <summary>Starts at a reader's position.</summary>
    public JpegBits(ForwardReader reader)
    {
        _reader = reader;
        reader.TryPeekSome(out _window);
    }

    /// <summary>Gets or sets the next bits, the first of them most significant.</summary>
    public ulong Accumulator { get; set; }

    /// <summary>How many of them there are, made-up ones among them.</summary>
    public int Count { get; set; }

    /// <summary>Gets the number of bits that were made up since the marker.</summary>
    public int MadeUp { get; private set; }

    /// <summary>Gets the second byte of the marker that stops the bits, or <see cref="EndOfFile"/>; 0 while there is none.</summary>
    public int Marker { get; private set; }

    /// <summary>Gets a value that indicates whether bits were taken that are not there.</summary>
    public readonly bool IsOverrun => Count < MadeUp;

    /// <summary>Where in the file the next byte stands that is no bit yet.</summary>
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
                // Bits beyond the last whole byte come again with the next, at the same place.
                Accumulator |= bytes >> Count;
                int taken = (64 - Count) >> 3;
                _next += taken;
                Count += taken << 3;
                return;
            }
        }

        RefillByByte();
    }

    /// <summary>Ensures that there are <see cref="Enough"/> bits, of which the caller kept account.</summary>
    /// <param name="accumulator">What <see cref="Accumulator"/> is by now.</param>
    /// <param name="count">What <see cref="Count"/> is by now.</param>
    public void Refill(ulong accumulator, int count)
    {
        Accumulator = accumulator;
        Count = count;
        Refill();
    }

    /// <summary>Takes bits.</summary>
    /// <param name="bits">How many, at most <see cref="Enough"/>.</param>
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

    /// <summary>Takes bits as a number.</summary>
    /// <param name="bits">How many, 1 to 16.</param>
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

    /// <summary>Passes over any number of bits.</summary>
    public void Skip(long bits)
    {
        for (; bits > 0 && !IsOverrun; bits -= Enough)
        {
            Take((int)Math.Min(Enough, bits));
        }
    }

    /// <summary>Takes a Huffman code and the bits behind it, as many as the low half of its symbol says.</summary>
    /// <returns>The symbol; −1 for no code.</returns>
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

    /// <summary>Drops what bits are left, and goes to the next marker.</summary>
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

    /// <summary>Goes on behind the marker.</summary>
    public void PassMarker()
    {
        _next += 2;
        Marker = 0;
        Accumulator = 0;
        Count = 0;
        MadeUp = 0;
    }

    /// <summary>Leaves the reader where the bits ended: at the marker, where there is one.</summary>
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

    /// <summary>Returns the next byte of data; −1 at a marker, before which it stays.</summary>
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

    /// <summary>Goes on to the reader's next bytes; those not used yet come again.</summary>
    private bool TryNextWindow(int wanted)
    {
        _reader.TrySkip(_next);
        _next = 0;
        bool isThere = _reader.TryPeek(wanted, out _);
        _reader.TryPeekSome(out _window);
        return isThere;
    }
}
