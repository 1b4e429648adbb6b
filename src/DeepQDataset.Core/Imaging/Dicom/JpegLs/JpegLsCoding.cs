using System.Numerics;

namespace DeepQDataset.Imaging.Dicom.JpegLs;

/// <summary>
/// Represents the coding parameters of a scan and the values derived from them (ITU-T T.87 section A.2.1). All of them are valid.
/// </summary>
/// <param name="Maximum">MAXVAL: the maximum sample, 1 to 65,535.</param>
/// <param name="Near">NEAR: the maximum difference between a sample and the original; 0 is lossless.</param>
/// <param name="Threshold1">T1, greater than NEAR.</param>
/// <param name="Threshold2">T2, at least T1.</param>
/// <param name="Threshold3">T3, at least T2 and at most MAXVAL.</param>
/// <param name="Reset">RESET, 3 to 65,535.</param>
internal readonly record struct JpegLsCoding(int Maximum, int Near, int Threshold1, int Threshold2, int Threshold3, int Reset)
{
    /// <summary>Gets the number of values between two errors.</summary>
    public int Step => (2 * Near) + 1;

    /// <summary>Gets RANGE: the number of errors.</summary>
    public int Range => ((Maximum + (2 * Near)) / Step) + 1;

    /// <summary>Gets qbpp: the number of bits of an error that is stored directly.</summary>
    public int ErrorBits => BitsOf(Range);

    /// <summary>Gets LIMIT: the number of bits of the longest code.</summary>
    public int Limit
    {
        get
        {
            int sampleBits = Math.Max(2, BitsOf(Maximum + 1));
            return 2 * (sampleBits + Math.Max(8, sampleBits));
        }
    }

    /// <summary>Gets the number of zeros after which an error is stored directly.</summary>
    public int EscapeZeros => Limit - ErrorBits - 1;

    /// <summary>Gets the initial sum of errors of a context.</summary>
    public int InitialSum => Math.Max(2, (Range + 32) / 64);

    /// <summary>
    /// Gets a value that indicates whether the coding is lossless and samples use all values of their bits, so that errors wrap with the
    /// bits.
    /// </summary>
    public bool IsModular => Near == 0 && BitOperations.IsPow2(Maximum + 1);

    private static int BitsOf(int values) => BitOperations.Log2((uint)values - 1) + 1;
}
