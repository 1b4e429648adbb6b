using System.Runtime.InteropServices;

namespace DeepQDataset.Statistics;

/// <summary>Represents the smallest, the middle and the largest of some numbers.</summary>
/// <param name="Minimum">The smallest.</param>
/// <param name="Median">The middle one; of an even number, the mean of the two in the middle.</param>
/// <param name="Maximum">The largest.</param>
internal readonly record struct NumberSummary(double Minimum, double Median, double Maximum)
{
    /// <summary>Sums up numbers; null if there are none.</summary>
    /// <param name="numbers">The numbers; their order is changed.</param>
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
