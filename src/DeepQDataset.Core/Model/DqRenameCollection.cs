using System.Globalization;

namespace DeepQDataset;

/// <summary>Represents the renamed images of an archive. Its text is their number.</summary>
/// <param name="renames">The renames, by new name.</param>
public sealed class DqRenameCollection(IEnumerable<DqRename> renames) : DqCollection<DqRename>(renames)
{
    /// <summary>Gets an empty collection.</summary>
    public static DqRenameCollection Empty { get; } = new([]);

    /// <inheritdoc/>
    public override string ToString() => Count.ToString(CultureInfo.InvariantCulture);
}
