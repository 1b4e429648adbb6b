using DeepQDataset.Building.Content;

namespace DeepQDataset.Building.Planning;

/// <summary>A file that an archive will hold.</summary>
/// <param name="EntryName">Its path in the archive, <c>/</c>-separated.</param>
/// <param name="Content">Where its bytes come from.</param>
/// <param name="IsImage">Whether it is an image of the dataset.</param>
internal sealed record PlannedEntry(string EntryName, EntryContent Content, bool IsImage)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Content} -> {EntryName}";
}
