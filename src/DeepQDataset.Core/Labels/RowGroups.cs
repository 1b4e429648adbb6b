using System.Runtime.InteropServices;

namespace DeepQDataset.Labels;

/// <summary>Groups rows by subject, in file order within each group.</summary>
internal sealed class RowGroups
{
    private readonly int[] _starts;
    private readonly LabelEntry[] _entries;

    private RowGroups(int[] starts, LabelEntry[] entries)
    {
        _starts = starts;
        _entries = entries;
    }

    /// <summary>Gets the number of subjects.</summary>
    public int Count => _starts.Length - 1;

    /// <summary>Gets the rows of a subject.</summary>
    public ReadOnlySpan<LabelEntry> this[int subject] => _entries.AsSpan(_starts[subject], _starts[subject + 1] - _starts[subject]);

    /// <summary>Groups rows.</summary>
    /// <param name="entries">The rows.</param>
    /// <param name="subjects">The subject of each image name.</param>
    public static RowGroups Of(List<LabelEntry> entries, int[] subjects)
    {
        ReadOnlySpan<LabelEntry> source = CollectionsMarshal.AsSpan(entries);
        int[] starts = new int[subjects.Length + 1];
        foreach (ref readonly LabelEntry entry in source)
        {
            starts[subjects[entry.Image] + 1]++;
        }

        for (int subject = 0; subject < subjects.Length; subject++)
        {
            starts[subject + 1] += starts[subject];
        }

        int[] free = starts[..^1];
        LabelEntry[] sorted = new LabelEntry[source.Length];
        foreach (ref readonly LabelEntry entry in source)
        {
            sorted[free[subjects[entry.Image]]++] = entry;
        }

        return new RowGroups(starts, sorted);
    }
}
