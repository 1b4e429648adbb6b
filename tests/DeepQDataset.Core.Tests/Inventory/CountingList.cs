using System.Collections;
using DeepQDataset.Sources;

namespace DeepQDataset.Core.Tests.Inventory;

/// <summary>Represents a list of entries that counts reads.</summary>
internal sealed class CountingList(IReadOnlyList<SourceEntry> entries) : IReadOnlyList<SourceEntry>
{
    public long Reads { get; private set; }

    public int Count => entries.Count;

    public SourceEntry this[int index]
    {
        get
        {
            Reads++;
            return entries[index];
        }
    }

    public IEnumerator<SourceEntry> GetEnumerator()
    {
        for (int index = 0; index < entries.Count; index++)
        {
            yield return this[index];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
