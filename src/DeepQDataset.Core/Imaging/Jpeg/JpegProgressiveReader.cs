using System.Numerics;
using System.Runtime.CompilerServices;

namespace DeepQDataset.Imaging.Jpeg;

/// <summary>
/// Follows the scans of a progressive JPEG (ITU-T T.81, annex G.2): first and refining ones, of DC and of AC coefficients.
/// </summary>
/// <param name="scan">The scan.</param>
/// <param name="history">What earlier scans set.</param>
internal sealed class JpegProgressiveReader(JpegScan scan, JpegHistory history)
{
    private const string InvalidCode = "the image data have an invalid Huffman code";
    private const string TooManyCoefficients = "a block of the image data has more coefficients than its scan has";

    /// <summary>
    /// The number of blocks that may be visited in vain for one image: a few bytes can stand for runs over all of them, again and again.
    /// </summary>
    private const long MostIdleVisits = 1L << 28;

    private long _idleVisits;
    private long _nextBlock;

    /// <summary>Gets a value that indicates whether too much time went into blocks of which the data say nothing.</summary>
    public bool IsExhausted => _idleVisits > MostIdleVisits;

    /// <summary>Starts the next image.</summary>
    public void Reset() => _idleVisits = 0;

    /// <summary>Starts the next scan.</summary>
    public void StartScan() => _nextBlock = 0;

    /// <summary>Follows units without a restart marker between them.</summary>
    /// <returns>What is wrong; null if nothing.</returns>
    public string? FollowUnits(ref JpegBits bits, long units, out long followed)
    {
        if (scan.Start > 0)
        {
            long first = _nextBlock;
            _nextBlock += units;
            return scan.IsRefinement
                ? RefineBlocks(ref bits, first, units, out followed)
                : BeginBlocks(ref bits, first, units, out followed);
        }

        if (scan.IsRefinement)
        {
            bits.Skip(units * scan.UnitLength);
            followed = bits.IsOverrun ? 0 : units;
            return bits.IsOverrun ? InvalidCode : null;
        }

        return BeginDirect(ref bits, units, out followed);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private string? BeginDirect(ref JpegBits bits, long units, out long followed)
    {
        for (followed = 0; followed < units; followed++)
        {
            for (int block = 0; block < scan.UnitLength; block++)
            {
                int symbol = bits.ReadSymbol(scan.Direct[block]);
                if (symbol is < 0 or > 15)
                {
                    return InvalidCode;
                }
            }

            if (bits.IsOverrun)
            {
                return InvalidCode;
            }
        }

        return null;
    }

    private string? BeginBlocks(ref JpegBits bits, long first, long units, out long followed)
    {
        Span<ulong> blocks = history.BlocksOf(scan.First);
        for (followed = 0; followed < units; followed++)
        {
            string? fault = BeginBlock(ref bits, out ulong set, out int run);
            if (fault is not null || bits.IsOverrun)
            {
                return fault ?? InvalidCode;
            }

            if (!blocks.IsEmpty)
            {
                blocks[(int)(first + followed)] |= set;
            }

            // A run of blocks that have nothing more ends at the next restart at the latest.
            followed = Math.Min(units - 1, followed + Math.Max(0, run - 1));
        }

        return null;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private string? BeginBlock(ref JpegBits bits, out ulong set, out int run)
    {
        JpegHuffmanTable table = scan.Alternating[0];
        set = 0;
        run = 0;
        for (int coefficient = scan.Start; coefficient <= scan.End; coefficient++)
        {
            int symbol = bits.ReadSymbol(table);
            if (symbol < 0)
            {
                return InvalidCode;
            }

            int size = symbol & 15;
            if (size == 0 && symbol >> 4 < 15)
            {
                run = ReadRun(ref bits, symbol >> 4);
                return null;
            }

            coefficient += symbol >> 4;
            if (size > 0)
            {
                if (coefficient > scan.End)
                {
                    return TooManyCoefficients;
                }

                set |= 1UL << coefficient;
            }
        }

        return null;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private string? RefineBlocks(ref JpegBits bits, long first, long units, out long followed)
    {
        Span<ulong> blocks = history.BlocksOf(scan.First);
        int run = 0;
        for (followed = 0; followed < units; followed++)
        {
            ref ulong block = ref blocks[(int)(first + followed)];
            int coefficient = scan.Start;
            if (run == 0)
            {
                if (RefineBlock(ref bits, ref block, ref coefficient, out run) is string fault)
                {
                    return fault;
                }
            }
            else
            {
                _idleVisits++;
            }

            if (run > 0)
            {
                TakeCorrections(ref bits, block & Band(coefficient));
                run--;
            }

            if (bits.IsOverrun)
            {
                return InvalidCode;
            }
        }

        return null;
    }

    /// <summary>Refines one block, up to its end or to a run of blocks without new coefficients (annex G.1.2.3).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private string? RefineBlock(ref JpegBits bits, ref ulong block, ref int coefficient, out int run)
    {
        run = 0;
        for (; coefficient <= scan.End; coefficient++)
        {
            int symbol = bits.ReadSymbol(scan.Alternating[0]);
            int zeros = symbol >> 4;
            int size = symbol & 15;
            if (symbol < 0 || size > 1)
            {
                return InvalidCode;
            }

            if (size == 0 && zeros < 15)
            {
                run = ReadRun(ref bits, zeros);
                return null;
            }

            int next = PassZeros(~block & Band(coefficient), zeros);
            TakeCorrections(ref bits, block & Band(coefficient) & ~Band(next));
            coefficient = next;
            if (size > 0)
            {
                if (coefficient > scan.End)
                {
                    return TooManyCoefficients;
                }

                block |= 1UL << coefficient;
            }
        }

        return null;
    }

    /// <summary>Where the coefficient is that comes behind a number of zeros; behind the scan's last if there are not so many.</summary>
    private int PassZeros(ulong zeros, int count)
    {
        for (; count > 0; count--)
        {
            zeros &= zeros - 1;
        }

        return zeros == 0 ? scan.End + 1 : BitOperations.TrailingZeroCount(zeros);
    }

    /// <summary>Each coefficient that is set already has a bit of correction.</summary>
    private static void TakeCorrections(ref JpegBits bits, ulong set)
    {
        int count = BitOperations.PopCount(set);
        if (count > JpegBits.Enough)
        {
            bits.Take(JpegBits.Enough);
            count -= JpegBits.Enough;
        }

        bits.Take(count);
    }

    /// <summary>Returns the coefficients from one on to the scan's last.</summary>
    private ulong Band(int from) => from > scan.End ? 0 : (ulong.MaxValue << from) & (ulong.MaxValue >> (63 - scan.End));

    /// <summary>Returns the number of blocks, this one among them, have no more coefficients.</summary>
    private static int ReadRun(ref JpegBits bits, int size) => (1 << size) + (size > 0 ? bits.Read(size) : 0);
}
