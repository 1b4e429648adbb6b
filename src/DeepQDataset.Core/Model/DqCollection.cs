using System.Collections;

namespace DeepQDataset;

/// <summary>Represents a read-only list. Derived types have a text that is useful in a CSV cell.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <param name="items">The items in order.</param>
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
