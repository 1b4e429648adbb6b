using System.Runtime.InteropServices;

namespace DeepQDataset.Statistics;

/// <summary>Represents the minimum, median and maximum of numbers.</summary>
/// <param name="Minimum">The minimum.</param>
/// <param name="Median">The median; for an even count, the mean of the two middle numbers.</param>
/// <param name="Maximum">The maximum.</param>
internal readonly record struct NumberSummary(double Minimum, double Median, double Maximum)
{
    /// <summary>Summarizes numbers; null if there are none.</summary>
    /// <param name="numbers">The numbers, which are sorted.</param>
    public static NumberSummary? Of(List<double> numbers)
    {
        if (numbers.Count == 0)
        {
            return null;
        }

        Span<double> sorted = CollectionsMarshal.AsSpan(numbers);
        sorted.Sort();
        int middle = sorted.Length / 2;
        double median = sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new NumberSummary(sorted[0], median, sorted[^1]);
    }
}
