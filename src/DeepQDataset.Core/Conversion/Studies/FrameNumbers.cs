using System.Globalization;

namespace DeepQDataset.Conversion.Studies;

/// <summary>
/// Gathers the numbers of frames in ascending order, and says which they are. Its size is that of the gaps, not of the numbers.
/// </summary>
internal sealed class FrameNumbers
{
    private const int MostRuns = 5;

    private readonly List<(int First, int Last)> _runs = [];

    /// <summary>How many frames there are.</summary>
    public long Count { get; private set; }

    /// <summary>Adds frames that follow each other.</summary>
    /// <param name="first">The number of the first, from 0, above all that were added.</param>
    /// <param name="last">The number of the last.</param>
    public void Add(int first, int last)
    {
        Count += last - first + 1L;
        if (_runs.Count > 0 && _runs[^1].Last == first - 1)
        {
            _runs[^1] = (_runs[^1].First, last);
        }
        else
        {
            _runs.Add((first, last));
        }
    }

    /// <summary>The numbers as people count, runs of them together: <c>frame 3</c>, <c>frames 1, 4 to 6 and 9</c>.</summary>
    public override string ToString()
    {
        string[] runs = [.. _runs.Take(MostRuns).Select(static run => run.First == run.Last
            ? Number(run.First)
            : $"{Number(run.First)} to {Number(run.Last)}")];
        string numbers = _runs.Count > MostRuns ? $"{string.Join(", ", runs)} …"
            : runs.Length > 1 ? $"{string.Join(", ", runs[..^1])} and {runs[^1]}"
            : string.Concat(runs);
        return Count == 1 ? $"frame {numbers}" : $"frames {numbers}";
    }

    private static string Number(int frame) => (frame + 1L).ToString(CultureInfo.InvariantCulture);
}
