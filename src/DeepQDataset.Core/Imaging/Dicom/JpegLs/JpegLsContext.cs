using System.Numerics;
using System.Runtime.CompilerServices;

namespace DeepQDataset.Imaging.Dicom.JpegLs;

/// <summary>
/// Represents what was learned of errors in one context (ITU-T T.87 sections A.2.1 and A.6). The order of the next code is kept with it, so
/// that it is there when the context comes next.
/// </summary>
internal struct JpegLsContext
{
    /// <summary>
    /// The greatest mapped error that is taken, so that sums stay below 2^32; encoders write none above the range, which is 65,536 at most.
    /// </summary>
    public const int GreatestMapped = 130_000;

    private const int LeastCorrection = -128;
    private const int GreatestCorrection = 127;

    private uint _sum;
    private int _bias;
    private ushort _count;
    private sbyte _correction;
    private byte _order;
    private sbyte _flip;

    /// <summary>C: what predictions are corrected by, -128 to 127.</summary>
    public readonly int Correction => _correction;

    /// <summary>k: the order of the next error's code (section A.5.1).</summary>
    public readonly int Order => _order;

    /// <summary>-1 where the next error comes as its complement (section A.5.2), else 0.</summary>
    public readonly int Flip => _flip;

    /// <summary>Starts anew.</summary>
    public void Start(in JpegLsCoding coding)
    {
        this = new JpegLsContext { _sum = (uint)coding.InitialSum, _count = 1 };
        _order = (byte)OrderOf(_sum, _count);
    }

    /// <summary>Learns from an error.</summary>
    /// <param name="error">The error in steps, before its sign is turned.</param>
    /// <param name="step">Values of a step; 1 is lossless.</param>
    /// <param name="reset">The count at which all is halved.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Learn(int error, int step, int reset)
    {
        uint sum = _sum + (uint)Math.Abs(error);
        int bias = _bias + (error * step);
        int count = _count;
        if (count == reset)
        {
            sum >>= 1;
            bias >>= 1;
            count >>= 1;
        }

        count++;

        // Without branches, which would be taken as it comes: all ones where the bias is too low or too high.
        int isLow = (bias + count - 1) >> 31;
        int isHigh = -bias >> 31;
        bias += (count & isLow) - (count & isHigh);
        if (bias > 0)
        {
            bias = 0;
        }
        else if (bias <= -count)
        {
            bias = 1 - count;
        }

        int correction = _correction + isLow - isHigh;
        if ((uint)(correction - LeastCorrection) <= GreatestCorrection - LeastCorrection)
        {
            _correction = (sbyte)correction;
        }

        int order = OrderOf(sum, count);
        _sum = sum;
        _bias = bias;
        _count = (ushort)count;
        _order = (byte)order;
        int isPlain = (order | (step - 1)) - 1;
        _flip = (sbyte)((((2 * bias) + count - 1) & isPlain) >> 31);
    }

    /// <summary>Returns the least order k that makes count × 2^k reach the sum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int OrderOf(uint sum, int count)
    {
        int order = BitOperations.LeadingZeroCount((uint)count) - BitOperations.LeadingZeroCount(sum);
        order &= ~(order >> 31);
        return order + (int)((ulong)(((long)count << order) - sum) >> 63);
    }
}
