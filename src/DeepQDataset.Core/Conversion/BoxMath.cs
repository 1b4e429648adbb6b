using DeepQDataset.Labels;

namespace DeepQDataset.Conversion;

/// <summary>
/// Calculates with coordinates that were written as decimal text: 0.3 − 0.1 is 0.2, not 0.19999999999999998, which would end up in
/// label.csv.
/// </summary>
internal static class BoxMath
{
    // Beyond this value, decimal cannot represent all numbers, and no image is this large.
    private const double Largest = 1e15;

    /// <summary>Returns the box between two corners. The size is negative if the corners are swapped.</summary>
    public static BoundingBox Between(double left, double top, double right, double bottom) =>
        new(left, top, Subtract(right, left), Subtract(bottom, top));

    /// <summary>Returns the sum, exact to 15 digits of each number.</summary>
    public static double Add(double first, double second) =>
        Math.Abs(first) < Largest && Math.Abs(second) < Largest ? (double)((decimal)first + (decimal)second) : first + second;

    /// <summary>Returns the difference, exact to 15 digits of each number.</summary>
    public static double Subtract(double first, double second) =>
        Math.Abs(first) < Largest && Math.Abs(second) < Largest ? (double)((decimal)first - (decimal)second) : first - second;

    /// <summary>Returns the product, exact to 15 digits of each number.</summary>
    public static double Multiply(double first, double second) =>
        Math.Abs(first) < 1e12 && Math.Abs(second) < 1e12 ? (double)((decimal)first * (decimal)second) : first * second;
}
