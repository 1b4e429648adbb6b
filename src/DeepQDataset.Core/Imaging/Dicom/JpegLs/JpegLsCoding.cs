using System.Numerics;

namespace DeepQDataset.Imaging.Dicom.JpegLs;

/// <summary>
/// Represents the parameters that a scan is coded by, and what follows from them (ITU-T T.87 section A.2.1). All of them are valid.
/// </summary>
/// <param name="Maximum">MAXVAL: the greatest sample, 1 to 65,535.</param>
/// <param name="Near">NEAR: by how much a sample may differ from the original; 0 is lossless.</param>
/// <param name="Threshold1">T1, greater than NEAR.</param>
/// <param name="Threshold2">T2, at least T1.</param>
/// <param name="Threshold3">T3, at least T2 and at most MAXVAL.</param>
/// <param name="Reset">RESET, 3 to 65,535.</param>
internal readonly record struct JpegLsCoding(int Maximum, int Near, int Threshold1, int Threshold2, int Threshold3, int Reset)
{
    /// <summary>Values from one step of errors to the next.</summary>
    public int Step => (2 * Near) + 1;

    /// <summary>RANGE: how many errors there are.</summary>
    public int Range => ((Maximum + (2 * Near)) / Step) + 1;

    /// <summary>qbpp: bits of an error that is written by itself.</summary>
    public int ErrorBits => BitsOf(Range);

    /// <summary>LIMIT: bits of the longest code.</summary>
    public int Limit
    {
        get
        {
            int sampleBits = Math.Max(2, BitsOf(Maximum + 1));
            return 2 * (sampleBits + Math.Max(8, sampleBits));
        }
    }

    /// <summary>Zeros behind which an error is written by itself.</summary>
    public int EscapeZeros => Limit - ErrorBits - 1;

    /// <summary>What a context's sum of errors starts with.</summary>
    public int InitialSum => Math.Max(2, (Range + 32) / 64);

    /// <summary>
    /// Gets a value that indicates whether there is no loss and samples have all values of their bits, so that errors wrap as the bits do.
    /// </summary>
    public bool IsModular => Near == 0 && BitOperations.IsPow2(Maximum + 1);

    private static int BitsOf(int values) => BitOperations.Log2((uint)values - 1) + 1;
}
