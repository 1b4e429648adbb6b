using System.Collections;

namespace DeepQDataset;

/// <summary>A list of names that prints as its members joined by <c>; </c>, so that it stays useful in a CSV cell.</summary>
/// <param name="values">The names, in the order in which they are kept.</param>
public sealed class DqStringList(IEnumerable<string> values) : IReadOnlyList<string>
{
    private readonly string[] _values = values.ToArray();

    /// <summary>No name.</summary>
    public static DqStringList Empty { get; } = new([]);

    /// <inheritdoc/>
    public int Count => _values.Length;

    /// <inheritdoc/>
    public string this[int index] => _values[index];

    /// <inheritdoc/>
    public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)_values).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _values.GetEnumerator();

    /// <inheritdoc/>
    public override string ToString() => string.Join("; ", _values);
}
