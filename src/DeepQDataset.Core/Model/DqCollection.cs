using System.Collections;

namespace DeepQDataset;

/// <summary>Represents a read-only list. Derived types have a text that is useful in a CSV cell.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
public abstract class DqCollection<T> : IReadOnlyList<T>
{
    private readonly T[] _items;

    /// <summary>Makes a list.</summary>
    /// <param name="items">The items, in the order in which they are kept.</param>
    private protected DqCollection(IEnumerable<T> items) => _items = items.ToArray();

    /// <inheritdoc/>
    public int Count => _items.Length;

    /// <inheritdoc/>
    public T this[int index] => _items[index];

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();
}
