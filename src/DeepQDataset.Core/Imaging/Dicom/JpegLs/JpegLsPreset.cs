namespace DeepQDataset.Imaging.Dicom.JpegLs;

/// <summary>
/// Represents the coding parameters of an LSE segment (ITU-T T.87 section C.2.4.1.1) as stored; 0 means the default value.
/// </summary>
/// <param name="MaximumValue">MAXVAL: the maximum sample; by default the maximum of the frame's bits.</param>
/// <param name="Threshold1">T1: the threshold of small gradients.</param>
/// <param name="Threshold2">T2: the threshold of medium gradients.</param>
/// <param name="Threshold3">T3: the threshold of large gradients.</param>
/// <param name="Reset">RESET: the count at which the statistics of a context are halved.</param>
internal readonly record struct JpegLsPreset(int MaximumValue, int Threshold1, int Threshold2, int Threshold3, int Reset)
{
    private const int DefaultReset = 64;
    private const int MinimumReset = 3;
    private const int GreatestNear = 255;

    /// <summary>Resolves the default values (section C.2.4.1.1.1) and validates all parameters.</summary>
    /// <param name="precision">The number of bits in a sample of the frame, 2 to 16.</param>
    /// <param name="near">NEAR of the scan: the maximum difference between a sample and the original.</param>
    /// <param name="coding">The parameters.</param>
    /// <returns>The problem, as a clause; null if there is none.</returns>
    public string? TryResolve(int precision, int near, out JpegLsCoding coding)
    {
        coding = default;
        int greatest = (1 << precision) - 1;
        int maximum = MaximumValue == 0 ? greatest : MaximumValue;
        if (maximum > greatest)
        {
            return FormattableString.Invariant($"its JPEG-LS data say that samples of {precision} bits go up to {maximum}");
        }

        if (near > Math.Min(GreatestNear, maximum / 2))
        {
            return FormattableString.Invariant($"its JPEG-LS data say that samples up to {maximum} may differ by {near} (NEAR)");
        }

        (int first, int second, int third) = Defaults(maximum, near);
        first = Threshold1 == 0 ? first : Threshold1;
        second = Threshold2 == 0 ? second : Threshold2;
        third = Threshold3 == 0 ? third : Threshold3;
        int reset = Reset == 0 ? DefaultReset : Reset;
        bool areOrdered = near < first && first <= second && second <= third && third <= maximum;
        if (!areOrdered || reset < MinimumReset || reset > Math.Max(byte.MaxValue, maximum))
        {
            return FormattableString.Invariant(
                $"its JPEG-LS data have the parameters T1 {first}, T2 {second}, T3 {third} and RESET {reset}, which are invalid");
        }

        coding = new JpegLsCoding(maximum, near, first, second, third, reset);
        return null;
    }

    private static (int First, int Second, int Third) Defaults(int maximum, int near)
    {
        // The defaults for 8 bits are 3, 7 and 21.
        int first;
        int second;
        int third;
        if (maximum >= 128)
        {
            int factor = (Math.Min(maximum, 4095) + 128) / 256;
            first = factor + 2 + (3 * near);
            second = (4 * factor) + 3 + (5 * near);
            third = (17 * factor) + 4 + (7 * near);
        }
        else
        {
            int factor = 256 / (maximum + 1);
            first = Math.Max(2, (3 / factor) + (3 * near));
            second = Math.Max(3, (7 / factor) + (5 * near));
            third = Math.Max(4, (21 / factor) + (7 * near));
        }

        first = first > maximum || first <= near ? near + 1 : first;
        second = second > maximum || second < first ? first : second;
        third = third > maximum || third < second ? second : third;
        return (first, second, third);
    }
}
