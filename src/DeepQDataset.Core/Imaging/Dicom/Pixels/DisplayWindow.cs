namespace DeepQDataset.Imaging.Dicom.Pixels;

/// <summary>Represents a window: the values to show between black and white (PS3.3 section C.11.2.1.2).</summary>
/// <param name="Center">Window Center (0028,1050).</param>
/// <param name="Width">Window Width (0028,1051), above 0.</param>
/// <param name="Function">VOI LUT Function (0028,1056).</param>
internal readonly record struct DisplayWindow(double Center, double Width, VoiFunction Function)
{
    /// <summary>Gets a value that indicates whether the numbers are a valid window.</summary>
    public bool IsValid => double.IsFinite(Center) && double.IsFinite(Width) && Width > 0;

    /// <summary>Returns the window that shows the lowest value black and the highest white.</summary>
    public static DisplayWindow Between(double lowest, double highest) =>
        new((lowest + highest + 1) / 2, highest - lowest + 1, VoiFunction.Linear);

    /// <summary>Maps a value to the range from 0 to 1.</summary>
    public double Apply(double value) => Function switch
    {
        VoiFunction.Sigmoid => 1 / (1 + Math.Exp(-4 * (value - Center) / Width)),
        VoiFunction.LinearExact => Line(value - Center, Width),

        // LINEAR is defined for widths of at least 1 only; below, its line would have no width or run backwards.
        VoiFunction.Linear when Width < 1 => Line(value - Center, Width),
        _ => Line(value - (Center - 0.5), Width - 1),
    };

    private static double Line(double distance, double width) =>
        distance <= -width / 2 ? 0 : distance > width / 2 ? 1 : (distance / width) + 0.5;
}
