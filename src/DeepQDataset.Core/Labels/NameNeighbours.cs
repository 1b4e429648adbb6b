namespace DeepQDataset.Labels;

/// <summary>
/// Finds which of many names are near to a name, with the distance of <see cref="NearestName"/>. Names that differ by two edits have a text
/// in common that is left when up to two letters are deleted from each, so these texts are the keys of a table (Garbe 2012, symmetric
/// delete). Of names longer than 40 letters, only those that differ by one edit are found.
/// </summary>
internal sealed class NameNeighbours
{
    private const int LongestWithTwoEdits = 40;
    private const int LongestName = 255;

    private readonly IReadOnlyList<string> _names;
    private readonly Dictionary<int, int> _first = [];
    private readonly List<(int Name, int Next)> _entries = [];
    private readonly int[] _lastQuery;
    private int _query;

    /// <summary>Builds the table.</summary>
    /// <param name="names">The names, without folders and extensions.</param>
    public NameNeighbours(IReadOnlyList<string> names)
    {
        _names = names;
        _lastQuery = new int[names.Count];
        for (int index = 0; index < names.Count; index++)
        {
            ForEachKey(names[index], index, Add);
        }
    }

    /// <summary>Adds the names that are near to a name, and the number of edits.</summary>
    /// <param name="name">The name, without folders and extension.</param>
    /// <param name="found">Receives the indexes of the names; its content is replaced.</param>
    public void Find(ReadOnlySpan<char> name, List<(int Name, int Edits)> found)
    {
        found.Clear();
        _query++;
        List<int> candidates = [];
        ForEachKey(name, 0, (key, _) => Collect(key, candidates));
        foreach (int candidate in candidates)
        {
            int limit = NearestName.LimitOf(_names[candidate]) + 1;
            int edits = NearestName.Edits(_names[candidate], name, limit);
            if (edits < limit)
            {
                found.Add((candidate, edits));
            }
        }
    }

    private void Add(int key, int name)
    {
        int next = _first.GetValueOrDefault(key, -1);
        if (next < 0 || _entries[next].Name != name)
        {
            _first[key] = _entries.Count;
            _entries.Add((name, next));
        }
    }

    private void Collect(int key, List<int> candidates)
    {
        for (int entry = _first.GetValueOrDefault(key, -1); entry >= 0; entry = _entries[entry].Next)
        {
            int name = _entries[entry].Name;
            if (_lastQuery[name] != _query)
            {
                _lastQuery[name] = _query;
                candidates.Add(name);
            }
        }
    }

    /// <summary>Passes the hashes of a name and of what is left without one or two of its letters.</summary>
    private static void ForEachKey(ReadOnlySpan<char> name, int index, Action<int, int> take)
    {
        if (name.Length > LongestName)
        {
            return;
        }

        take(string.GetHashCode(name, StringComparison.Ordinal), index);
        Span<char> one = stackalloc char[LongestName];
        Span<char> two = stackalloc char[LongestWithTwoEdits];
        for (int first = 0; first < name.Length; first++)
        {
            ReadOnlySpan<char> rest = Without(name, first, one);
            take(string.GetHashCode(rest, StringComparison.Ordinal), index);
            for (int second = first; name.Length <= LongestWithTwoEdits && second < rest.Length; second++)
            {
                take(string.GetHashCode(Without(rest, second, two), StringComparison.Ordinal), index);
            }
        }
    }

    private static ReadOnlySpan<char> Without(ReadOnlySpan<char> text, int index, Span<char> buffer)
    {
        text[..index].CopyTo(buffer);
        text[(index + 1)..].CopyTo(buffer[index..]);
        return buffer[..(text.Length - 1)];
    }
}
