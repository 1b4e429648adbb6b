using DeepQDataset.Sources;

namespace DeepQDataset.Inventory;

/// <summary>Chooses label.csv among all candidates: the shallowest, then the best spelled, then the first.</summary>
internal sealed class LabelFileChoice
{
    private int _depth;
    private int _distance;

    /// <summary>Gets the chosen file; null if there is no candidate.</summary>
    public SourceEntry? Chosen { get; private set; }

    /// <summary>Gets the other candidates.</summary>
    public List<SourceEntry> Rejected { get; } = [];

    /// <summary>Adds a candidate. Files must be in ordinal order of their paths.</summary>
    /// <param name="entry">The file.</param>
    /// <param name="depth">The depth: 0 beside <c>image</c>, 1 in it, and so on.</param>
    /// <param name="distance">The distance of its name from the correct one.</param>
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
