namespace DeepQDataset.Building.Content;

/// <summary>Bytes that are there already, and can be read more than once.</summary>
internal abstract class StoredContent : EntryContent
{
    private protected StoredContent(string location, long length, DateTime? lastWriteTimeUtc)
        : base(location, length, lastWriteTimeUtc)
    {
    }

    /// <summary>The file's rooted path where they are a file of their own; null where they lie in a zip.</summary>
    public abstract string? FilePath { get; }

    /// <summary>
    /// The rooted path of the file they are, or that they lie in; null where that is a zip, which whoever opened it knows.
    /// </summary>
    public virtual string? HoldingFile => FilePath;

    /// <summary>Their CRC-32 where a zip's directory says it; else null.</summary>
    public virtual uint? ExpectedCrc => null;

    /// <summary>Opens them from their start.</summary>
    /// <exception cref="IOException">They cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    /// <exception cref="InvalidDataException">The zip that holds them is damaged.</exception>
    public abstract Stream Open();
}
