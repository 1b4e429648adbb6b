namespace DeepQDataset.Architecture.Tests;

/// <summary>Represents the rooms of an assembly, which are its namespaces, and their uses of each other.</summary>
internal sealed class RoomGraph
{
    /// <summary>The number of uses a message names for one arrow.</summary>
    private const int NamedUses = 5;

    private readonly SortedDictionary<string, SortedDictionary<string, List<TypeUse>>> _arrows = new(StringComparer.Ordinal);

    /// <summary>Makes the graph of what types use.</summary>
    public RoomGraph(IEnumerable<TypeUse> uses)
    {
        foreach (TypeUse use in uses.Where(use => use.UserNamespace != use.UsedNamespace))
        {
            if (!_arrows.TryGetValue(use.UserNamespace, out SortedDictionary<string, List<TypeUse>>? targets))
            {
                _arrows.Add(use.UserNamespace, targets = new(StringComparer.Ordinal));
            }

            if (!targets.TryGetValue(use.UsedNamespace, out List<TypeUse>? arrow))
            {
                targets.Add(use.UsedNamespace, arrow = []);
            }

            arrow.Add(use);
        }
    }

    /// <summary>All pairs of rooms of which the first uses the second.</summary>
    public IEnumerable<(string User, string Used)> Arrows => _arrows.SelectMany(user => user.Value.Keys.Select(used => (user.Key, used)));

    /// <summary>One arrow in words, with the types that make it.</summary>
    public string Describe(string user, string used)
    {
        List<TypeUse> uses = _arrows[user][used];
        IEnumerable<string> named = uses.Select(use => $"{Plain(use.User)} uses {Plain(use.Used)}")
            .Order(StringComparer.Ordinal)
            .Take(NamedUses);
        string more = uses.Count > NamedUses ? $", and {uses.Count - NamedUses} more" : "";
        return $"{user} -> {used} ({string.Join(", ", named)}{more})";
    }

    /// <summary>Finds the circles: for every arrow that leads back to where it starts, the shortest way round.</summary>
    /// <returns>The rooms of each circle, the first of them in ordinal order first; each circle once.</returns>
    public IReadOnlyList<IReadOnlyList<string>> FindCircles()
    {
        Dictionary<string, IReadOnlyList<string>> circles = new(StringComparer.Ordinal);
        foreach ((string user, string used) in Arrows)
        {
            if (FindWay(used, user) is { } way)
            {
                int first = way.IndexOf(way.Min(StringComparer.Ordinal)!);
                List<string> circle = [.. way[first..], .. way[..first]];
                circles.TryAdd(string.Join(' ', circle), circle);
            }
        }

        return [.. circles.Values.OrderBy(circle => circle.Count)];
    }

    /// <summary>Returns a circle in words, arrow by arrow.</summary>
    public string Describe(IReadOnlyList<string> circle) => string.Join(
        Environment.NewLine + "  ",
        circle.Select((room, index) => Describe(room, circle[(index + 1) % circle.Count])).Prepend("A circle:"));

    /// <summary>Returns a name without the number of its type parameters.</summary>
    private static string Plain(string type) => type.Split('`')[0];

    /// <summary>Returns the shortest way along arrows from one room to another, both included; null if there is none.</summary>
    private List<string>? FindWay(string from, string to)
    {
        Dictionary<string, string?> cameFrom = new(StringComparer.Ordinal) { [from] = null };
        Queue<string> open = new([from]);
        while (open.TryDequeue(out string? room))
        {
            if (room == to)
            {
                List<string> way = [];
                for (string? step = room; step is not null; step = cameFrom[step])
                {
                    way.Insert(0, step);
                }

                return way;
            }

            foreach (string next in _arrows.TryGetValue(room, out SortedDictionary<string, List<TypeUse>>? targets)
                    ? targets.Keys
                    : Enumerable.Empty<string>())
            {
                if (cameFrom.TryAdd(next, room))
                {
                    open.Enqueue(next);
                }
            }
        }

        return null;
    }
}
