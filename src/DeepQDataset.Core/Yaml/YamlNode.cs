namespace DeepQDataset.Yaml;

/// <summary>
/// Represents a value of a YAML document: a scalar, a list, or a map; the other two are null. For an empty value, all three are null.
/// </summary>
/// <param name="line">The 1-based line at which it starts.</param>
internal sealed class YamlNode(int line)
{
    /// <summary>Gets the 1-based line at which it starts.</summary>
    public int Line { get; } = line;

    /// <summary>Gets the scalar as text, also for numbers.</summary>
    public string? Text { get; init; }

    /// <summary>Gets the list.</summary>
    public IReadOnlyList<YamlNode>? Items { get; init; }

    /// <summary>Gets the pairs of the map in file order, with unique keys.</summary>
    public IReadOnlyList<KeyValuePair<string, YamlNode>>? Pairs { get; init; }

    /// <summary>Whether it holds neither a text nor a list nor a map.</summary>
    public bool IsEmpty => Text is null && Items is null && Pairs is null;

    /// <summary>Gets the value of a key; null if there is none, or this is not a map.</summary>
    public YamlNode? this[string key] => Pairs?.FirstOrDefault(pair => string.Equals(pair.Key, key, StringComparison.Ordinal)).Value;
}
