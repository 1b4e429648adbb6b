namespace DeepQDataset.Imaging.Dicom.Pixels;

/// <summary>The lowest and the highest of the values seen.</summary>
/// <param name="Lowest">The lowest; positive infinity before the first.</param>
/// <param name="Highest">The highest; negative infinity before the first.</param>
internal readonly record struct ValueRange(double Lowest, double Highest)
{
    /// <summary>The range before any value.</summary>
    public static ValueRange Empty => new(double.PositiveInfinity, double.NegativeInfinity);

    /// <summary>Whether there were at least two different values.</summary>
    public bool HasSeveral => Lowest < Highest;

    /// <summary>The range with one more value.</summary>
    public ValueRange With(double value) => new(Math.Min(Lowest, value), Math.Max(Highest, value));

    /// <summary>The window that shows the lowest value black and the highest white.</summary>
    public DisplayWindow ToWindow() => Lowest <= Highest ? DisplayWindow.Between(Lowest, Highest) : DisplayWindow.Between(0, 0);
}
