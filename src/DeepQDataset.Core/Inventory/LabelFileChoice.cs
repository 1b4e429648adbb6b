using DeepQDataset.Sources;

namespace DeepQDataset.Inventory;

/// <summary>Chooses label.csv among all files that could be meant: the least deep, then the one spelled best, then the first.</summary>
internal sealed class LabelFileChoice
{
    private int _depth;
    private int _distance;

    /// <summary>Gets the file chosen so far; null if none was offered.</summary>
    public SourceEntry? Chosen { get; private set; }

    /// <summary>Gets the others.</summary>
    public List<SourceEntry> Rejected { get; } = [];

    /// <summary>Offers a file. Files come in ordinal order of their paths.</summary>
    /// <param name="entry">The file.</param>
    /// <param name="depth">0 beside <c>image</c>, 1 in it, and so on.</param>
    /// <param name="distance">How far its name is from the right one.</param>
    public void Offer(SourceEntry entry, int depth, int distance)
    {
        if (Chosen is not null && (depth > _depth || (depth == _depth && distance >= _distance)))
        {
            Rejected.Add(entry);
            return;
        }

        if (Chosen is not null)
        {
            Rejected.Add(Chosen);
        }

        Chosen = entry;
        _depth = depth;
        _distance = distance;
    }
}
