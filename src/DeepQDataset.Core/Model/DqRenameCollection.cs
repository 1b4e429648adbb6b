using System.Globalization;

namespace DeepQDataset;

/// <summary>Represents the rename map of an archive; prints as its size.</summary>
/// <param name="renames">The renames, by new name.</param>
public sealed class DqRenameCollection(IEnumerable<DqRename> renames) : DqCollection<DqRename>(renames)
{
    /// <summary>Nothing renamed.</summary>
    public static DqRenameCollection Empty { get; } = new([]);

    /// <inheritdoc/>
    public override string ToString() => Count.ToString(CultureInfo.InvariantCulture);
}
