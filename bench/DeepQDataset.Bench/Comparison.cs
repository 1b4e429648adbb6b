using System.Globalization;

namespace DeepQDataset.Bench;

/// <summary>
/// Measures two things alternately, so that changes in the speed of the machine affect both; prints medians and the ratio of each pair.
/// </summary>
internal static class Comparison
{
    /// <summary>Measures this project and a peer alternately and prints a line.</summary>
    /// <param name="what">The name of the comparison.</param>
    /// <param name="ours">Returns the seconds of this project.</param>
    /// <param name="peer">Returns the seconds of the peer.</param>
    /// <param name="bound">The maximum ratio.</param>
    /// <param name="runs">The number of pairs that count, after one that does not.</param>
    /// <returns>True if the median ratio is within the bound.</returns>
    public static bool Print(string what, Func<double> ours, Func<double> peer, double bound, int runs = 5)
    {
        _ = ours();
        _ = peer();
        List<double> ourSeconds = [];
        List<double> peerSeconds = [];
        List<double> ratios = [];
        for (int run = 0; run < runs; run++)
        {
            ourSeconds.Add(ours());
            peerSeconds.Add(peer());
            ratios.Add(ourSeconds[run] / peerSeconds[run]);
        }

        double ratio = Median(ratios);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what}: ratio {ratio:F3} ({ratios.Min():F3} to {ratios.Max():F3}), at most {bound:F2}: "
            + $"{(ratio <= bound ? "met" : "MISSED")}; ours {Median(ourSeconds):F3} s, peer {Median(peerSeconds):F3} s, {runs} pairs"));
        return ratio <= bound;
    }

    private static double Median(List<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }
}
