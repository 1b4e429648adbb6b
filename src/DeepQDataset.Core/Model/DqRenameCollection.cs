using System.Collections;
using System.Globalization;

namespace DeepQDataset;

/// <summary>The rename map of an archive; prints as its size.</summary>
/// <param name="renames">The renames, by new name.</param>
public sealed class DqRenameCollection(IEnumerable<DqRename> renames) : IReadOnlyList<DqRename>
{
    private readonly DqRename[] _renames = renames.ToArray();

    /// <summary>Nothing renamed.</summary>
    public static DqRenameCollection Empty { get; } = new([]);

    /// <inheritdoc/>
    public int Count => _renames.Length;

    /// <inheritdoc/>
    public DqRename this[int index] => _renames[index];

    /// <inheritdoc/>
    public IEnumerator<DqRename> GetEnumerator() => ((IEnumerable<DqRename>)_renames).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _renames.GetEnumerator();

    /// <inheritdoc/>
    public override string ToString() => _renames.Length.ToString(CultureInfo.InvariantCulture);
}
