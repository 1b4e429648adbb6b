using DeepQDataset.Building.Content;

namespace DeepQDataset.Building.Planning;

/// <summary>Represents a file of the planned archive.</summary>
/// <param name="EntryName">The path in the archive, with <c>/</c> as separator.</param>
/// <param name="Content">The content.</param>
/// <param name="IsImage">Indicates whether the file is an image of the dataset.</param>
internal sealed record PlannedEntry(string EntryName, EntryContent Content, bool IsImage)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Content} -> {EntryName}";
}
