namespace DeepQDataset.Bench;

/// <summary>
/// Two things measured in turn, so that a machine that changes its speed changes both; prints medians and the ratio pair by pair.
/// </summary>
internal static class Comparison
{
    /// <summary>Measures ours and the peer's in turn and prints a line.</summary>
    /// <param name="what">What is compared.</param>
    /// <param name="ours">Gives our seconds.</param>
    /// <param name="peer">Gives the peer's seconds.</param>
    /// <param name="bound">The ratio that is to be met.</param>
    /// <param name="runs">How many pairs count; one more before them does not.</param>
    /// <returns>Whether the median ratio is within the bound.</returns>
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
        Console.WriteLine(FormattableString.Invariant(
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
