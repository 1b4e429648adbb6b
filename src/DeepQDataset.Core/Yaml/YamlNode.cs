namespace DeepQDataset.Yaml;

/// <summary>
/// Represents a value of a YAML document: text, a list, or a map; the other two are null. All three are null for a value that is empty.
/// </summary>
/// <param name="line">The 1-based line it starts in.</param>
internal sealed class YamlNode(int line)
{
    /// <summary>Gets the 1-based line it starts in.</summary>
    public int Line { get; } = line;

    /// <summary>Gets the text; numbers are texts, too.</summary>
    public string? Text { get; init; }

    /// <summary>Gets the list.</summary>
    public IReadOnlyList<YamlNode>? Items { get; init; }

    /// <summary>Gets the map's pairs in the file's order; each key once.</summary>
    public IReadOnlyList<KeyValuePair<string, YamlNode>>? Pairs { get; init; }

    /// <summary>Gets the value of a key; null if there is none, or this is no map.</summary>
    public YamlNode? this[string key] => Pairs?.FirstOrDefault(pair => string.Equals(pair.Key, key, StringComparison.Ordinal)).Value;
}
