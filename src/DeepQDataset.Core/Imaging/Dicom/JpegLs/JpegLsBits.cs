using System.Buffers.Binary;
using System.Numerics;

namespace DeepQDataset.Imaging.Dicom.JpegLs;

/// <summary>
/// Reads the bits of coded data, the most significant bit of a byte first (ITU-T T.87 section A.1): a byte that follows one of FF has seven
/// bits, its highest one being 0, so that none of the coded data looks like a marker. Behind the data it reads zeros.
/// </summary>
/// <param name="data">The codestream from the first byte of coded data on, as far as there is some.</param>
internal ref struct JpegLsBits(ReadOnlySpan<byte> data)
{
    /// <summary>So many bits there are at least after <see cref="Refill"/>.</summary>
    public const int Refilled = 49;

    private const int CacheBits = 64;
    private const byte Escape = 0xFF;
    private const byte FirstMarker = 0x80;
    private const ulong LowBits = 0x0101_0101_0101_0101;
    private const ulong HighBits = 0x8080_8080_8080_8080;

    private readonly ReadOnlySpan<byte> _data = data;
    private int _padding;

    /// <summary>
    /// Gets or sets the next bits, the first in the highest place; what comes behind <see cref="Count"/> of them does not count yet.
    /// </summary>
    public ulong Cache { get; set; }

    /// <summary>Gets or sets the number of bits the cache has, 0 to 63.</summary>
    public int Count { get; set; }

    /// <summary>Gets the number of bytes of the data went into the cache.</summary>
    public int Position { get; private set; }

    /// <summary>Gets a value that indicates whether more bits were read than there are.</summary>
    public readonly bool IsOverrun => Count < _padding;

    /// <summary>Fills the cache up, where it has less than <see cref="Refilled"/> bits.</summary>
    public void Refill()
    {
        while (Count < Refilled)
        {
            if (_data.Length - Position >= sizeof(ulong))
            {
                ulong next = BinaryPrimitives.ReadUInt64BigEndian(_data[Position..]);
                bool hasEscape = ((~next - LowBits) & next & HighBits) != 0;
                if (!hasEscape)
                {
                    Cache |= next >> Count;
                    int bytes = (CacheBits - 1 - Count) >> 3;
                    Position += bytes;
                    Count += bytes << 3;
                    return;
                }
            }

            TakeByte();
        }
    }

    /// <summary>Reads bits.</summary>
    /// <param name="length">How many, 0 to 32.</param>
    public int Read(int length)
    {
        if (Count < length)
        {
            Refill();
        }

        int value = (int)(Cache >> 1 >> (CacheBits - 1 - length));
        Cache <<= length;
        Count -= length;
        return value;
    }

    /// <summary>Reads a mapped error in Golomb's code (section A.5.3): zeros, a one, and as many bits as the zeros leave to say.</summary>
    /// <param name="order">The code's order k.</param>
    /// <param name="most">The number of zeros behind which the value follows by itself, less than twice <see cref="Refilled"/>.</param>
    /// <param name="valueBits">The number of bits that such a value has (qbpp).</param>
    /// <returns>The mapped error; -1 where there is no such code.</returns>
    public int ReadGolomb(int order, int most, int valueBits)
    {
        Refill();
        int zeros = BitOperations.LeadingZeroCount(Cache);
        int before = 0;
        if (zeros >= Count)
        {
            before = Count;
            Cache <<= before;
            Count = 0;
            Refill();
            zeros = BitOperations.LeadingZeroCount(Cache);
        }

        if (before + zeros > most)
        {
            return -1;
        }

        Cache <<= zeros + 1;
        Count -= zeros + 1;
        zeros += before;
        return zeros < most ? (zeros << order) + Read(order) : Read(valueBits) + 1;
    }

    /// <summary>Goes to the end of the coded data.</summary>
    /// <returns>False if there is something other than zeros before.</returns>
    public bool TrySkipPadding()
    {
        while (Count > _padding)
        {
            int left = Count - _padding;
            if (Cache >> (CacheBits - left) != 0)
            {
                return false;
            }

            Cache <<= left;
            Count -= left;
            Refill();
        }

        return true;
    }

    /// <summary>Takes a byte, or the two of which the first is FF, or zeros behind the end.</summary>
    private void TakeByte()
    {
        if (Position >= _data.Length)
        {
            Pad();
            return;
        }

        byte value = _data[Position];
        if (value != Escape)
        {
            Position++;
            Cache |= (ulong)value << (CacheBits - 8 - Count);
            Count += 8;
            return;
        }

        if (Position + 1 >= _data.Length || _data[Position + 1] >= FirstMarker)
        {
            Pad();
            return;
        }

        ulong both = ((ulong)value << 7) | _data[Position + 1];
        Position += 2;
        Cache |= both << (CacheBits - 15 - Count);
        Count += 15;
    }

    private void Pad()
    {
        _padding += CacheBits - 1 - Count;
        Count = CacheBits - 1;
    }
}
