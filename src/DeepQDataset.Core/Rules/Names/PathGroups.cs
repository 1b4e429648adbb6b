namespace DeepQDataset.Rules.Names;

/// <summary>Groups paths that share something, and keeps only groups with several members.</summary>
/// <param name="comparer">Compares what they share.</param>
/// <param name="capacity">The approximate number of paths.</param>
internal sealed class PathGroups(IEqualityComparer<string> comparer, int capacity)
{
    private readonly Dictionary<string, string> _first = new(capacity, comparer);
    private readonly Dictionary<string, List<string>> _groups = new(comparer);

    /// <summary>
    /// Gets the groups with at least two members, in the order of their first paths; paths are in the order of <see cref="Add"/>.
    /// </summary>
    public IReadOnlyCollection<List<string>> Groups => _groups.Values;

    /// <summary>Adds a path.</summary>
    public void Add(string path)
    {
        if (_first.TryAdd(path, path))
        {
            return;
        }

        if (!_groups.TryGetValue(path, out List<string>? group))
        {
            group = [_first[path]];
            _groups.Add(path, group);
        }

        group.Add(path);
    }
}
