using System.Numerics;
using System.Runtime.CompilerServices;

namespace DeepQDataset.Imaging.Dicom.JpegLs;

/// <summary>
/// Represents the statistics of errors in one context (ITU-T T.87 sections A.2.1 and A.6). The order of the next code is computed in
/// advance.
/// </summary>
internal struct JpegLsContext
{
    /// <summary>
    /// The maximum accepted mapped error, which keeps sums below 2^32. Encoders write at most the range, which is at most 65,536.
    /// </summary>
    public const int GreatestMapped = 130_000;

    private const int MinimumCorrection = -128;
    private const int GreatestCorrection = 127;

    private uint _sum;
    private int _bias;
    private ushort _count;
    private sbyte _correction;
    private byte _order;
    private sbyte _flip;

    /// <summary>Gets C: the correction of predictions, -128 to 127.</summary>
    public readonly int Correction => _correction;

    /// <summary>Gets k: the order of the next error's code (section A.5.1).</summary>
    public readonly int Order => _order;

    /// <summary>Gets -1 if the next error is complemented (section A.5.2); otherwise 0.</summary>
    public readonly int Flip => _flip;

    /// <summary>Initializes the statistics.</summary>
    public void Start(in JpegLsCoding coding)
    {
        this = new JpegLsContext { _sum = (uint)coding.InitialSum, _count = 1 };
        _order = (byte)OrderOf(_sum, _count);
    }

    /// <summary>Updates the statistics with an error.</summary>
    /// <param name="error">The error in steps, before its sign is changed.</param>
    /// <param name="step">The number of values between two errors; 1 is lossless.</param>
    /// <param name="reset">The count at which the statistics are halved.</param>
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

        // Without branches, which are unpredictable here: all ones if the bias is too low or too high.
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
        if ((uint)(correction - MinimumCorrection) <= GreatestCorrection - MinimumCorrection)
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

    /// <summary>Returns the minimum order k for which count × 2^k reaches the sum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int OrderOf(uint sum, int count)
    {
        int order = BitOperations.LeadingZeroCount((uint)count) - BitOperations.LeadingZeroCount(sum);
        order &= ~(order >> 31);
        return order + (int)((ulong)(((long)count << order) - sum) >> 63);
    }
}
