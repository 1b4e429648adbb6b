namespace DeepQDataset.Building.Content;

/// <summary>Represents existing bytes that can be read more than once.</summary>
internal abstract class StoredContent : EntryContent
{
    private protected StoredContent(string location, long length, DateTime? lastWriteTimeUtc)
        : base(location, length, lastWriteTimeUtc)
    {
    }

    /// <summary>Gets the rooted path of the file if the content is a file of its own; null for an entry of a zip.</summary>
    public abstract string? FilePath { get; }

    /// <summary>Gets the rooted path of the file that is or contains the content; null for an entry of a zip.</summary>
    public virtual string? HoldingFile => FilePath;

    /// <summary>Gets the CRC-32 from the zip's directory; null if there is none.</summary>
    public virtual uint? ExpectedCrc => null;

    /// <summary>Opens the content at its start.</summary>
    /// <exception cref="IOException">The content cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    /// <exception cref="InvalidDataException">The zip that holds them is damaged.</exception>
    public abstract Stream Open();
}
