namespace DeepQDataset.Building;

/// <summary>Bytes that are there already, and can be read more than once.</summary>
internal abstract class StoredContent : EntryContent
{
    private protected StoredContent(string location, long length, DateTime? lastWriteTimeUtc)
        : base(location, length, lastWriteTimeUtc)
    {
    }

    /// <summary>Opens them from their start.</summary>
    /// <exception cref="IOException">They cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    /// <exception cref="InvalidDataException">The zip that holds them is damaged.</exception>
    public abstract Stream Open();
}
