using System.Buffers.Binary;
using System.Numerics;

namespace DeepQDataset.Imaging.Dicom.JpegLs;

/// <summary>
/// Reads the bits of coded data, most significant bit first (ITU-T T.87 section A.1). A byte after FF has only seven bits; its highest bit
/// is 0, so that coded data contains no markers. After the end of the data, zeros are read.
/// </summary>
/// <param name="data">The codestream from the first byte of coded data.</param>
internal ref struct JpegLsBits(ReadOnlySpan<byte> data)
{
    /// <summary>The minimum number of bits after <see cref="Refill"/>.</summary>
    public const int Refilled = 49;

    private const int CacheBits = 64;
    private const byte Escape = 0xFF;
    private const byte FirstMarker = 0x80;
    private const ulong LowBits = 0x0101_0101_0101_0101;
    private const ulong HighBits = 0x8080_8080_8080_8080;

    private readonly ReadOnlySpan<byte> _data = data;
    private int _padding;

    /// <summary>Gets or sets the next bits, the first one in the highest position; only <see cref="Count"/> of them are valid.</summary>
    public ulong Cache { get; set; }

    /// <summary>Gets or sets the number of valid bits in the cache, 0 to 63.</summary>
    public int Count { get; set; }

    /// <summary>Gets the number of bytes that have been moved into the cache.</summary>
    public int Position { get; private set; }

    /// <summary>Gets a value that indicates whether more bits were read than the data has.</summary>
    public readonly bool IsOverrun => Count < _padding;

    /// <summary>Fills the cache if it has less than <see cref="Refilled"/> bits.</summary>
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
    /// <param name="length">The number of bits, 0 to 32.</param>
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

    /// <summary>Reads a mapped error in Golomb code (section A.5.3): zeros, a one, and the remaining bits.</summary>
    /// <param name="order">The order k of the code.</param>
    /// <param name="most">The number of zeros after which the value is stored directly, less than twice <see cref="Refilled"/>.</param>
    /// <param name="valueBits">The number of bits of a value that is stored directly (qbpp).</param>
    /// <returns>The mapped error; -1 if the code is invalid.</returns>
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

    /// <summary>Skips the padding to the end of the coded data.</summary>
    /// <returns>False if the padding is not zero.</returns>
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

    /// <summary>Moves a byte into the cache, or two bytes if the first is FF, or zeros after the end.</summary>
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
