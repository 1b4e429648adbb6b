using System.Collections;

namespace DeepQDataset;

/// <summary>Represents a list that cannot be changed; what derives from it prints as something useful in a CSV cell.</summary>
/// <typeparam name="T">What it lists.</typeparam>
/// <param name="items">The items, in the order in which they are kept.</param>
public abstract class DqCollection<T>(IEnumerable<T> items) : IReadOnlyList<T>
{
    private readonly T[] _items = items.ToArray();

    /// <inheritdoc/>
    public int Count => _items.Length;

    /// <inheritdoc/>
    public T this[int index] => _items[index];

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();
}
