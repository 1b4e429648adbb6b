using System.Numerics;
using System.Runtime.CompilerServices;

namespace DeepQDataset.Imaging.Jpeg;

/// <summary>
/// Follows the scans of a progressive JPEG (ITU-T T.81, annex G.2): first and refinement scans of DC and AC coefficients.
/// </summary>
/// <param name="scan">The scan.</param>
/// <param name="history">The coefficients of earlier scans.</param>
internal sealed class JpegProgressiveReader(JpegScan scan, JpegHistory history)
{
    private const string InvalidCode = "the image data have an invalid Huffman code";
    private const string TooManyCoefficients = "a block of the image data has more coefficients than its scan has";

    /// <summary>
    /// The maximum number of blocks without data that are visited in one image: a few bytes can encode runs over all blocks, again and
    /// again.
    /// </summary>
    private const long MaximumIdleVisits = 1L << 28;

    private long _idleVisits;
    private long _nextBlock;

    /// <summary>Gets a value that indicates whether too many blocks without data were visited.</summary>
    public bool IsExhausted => _idleVisits > MaximumIdleVisits;

    /// <summary>Starts the next image.</summary>
    public void Reset() => _idleVisits = 0;

    /// <summary>Starts the next scan.</summary>
    public void StartScan() => _nextBlock = 0;

    /// <summary>Follows units without a restart marker between them.</summary>
    /// <returns>The problem; null if there is none.</returns>
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

            // A run of blocks without further coefficients ends at the next restart.
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

    /// <summary>Refines one block up to its end or to a run of blocks without new coefficients (annex G.1.2.3).</summary>
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

    /// <summary>
    /// Returns the position of the coefficient after a number of zeros; the position after the scan's last one if there are not enough.
    /// </summary>
    private int PassZeros(ulong zeros, int count)
    {
        for (; count > 0; count--)
        {
            zeros &= zeros - 1;
        }

        return zeros == 0 ? scan.End + 1 : BitOperations.TrailingZeroCount(zeros);
    }

    /// <summary>Skips one correction bit for each coefficient that is not zero.</summary>
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

    /// <summary>Returns the mask of the coefficients from one to the last of the scan.</summary>
    private ulong Band(int from) => from > scan.End ? 0 : (ulong.MaxValue << from) & (ulong.MaxValue >> (63 - scan.End));

    /// <summary>Returns the number of blocks, including this one, without further coefficients.</summary>
    private static int ReadRun(ref JpegBits bits, int size) => (1 << size) + (size > 0 ? bits.Read(size) : 0);
}
