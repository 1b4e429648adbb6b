namespace DeepQDataset.Building.Content;

/// <summary>Represents the source of an entry's bytes.</summary>
internal abstract class EntryContent
{
    private protected EntryContent(string location, long? length, DateTime? lastWriteTimeUtc)
    {
        Location = location;
        Length = length;
        LastWriteTimeUtc = lastWriteTimeUtc;
    }

    /// <summary>Gets the location for messages: the file's path, followed by the entry if the file is in a zip.</summary>
    public string Location { get; }

    /// <summary>Gets the length in bytes when the plan was made; null for generated content.</summary>
    public long? Length { get; }

    /// <summary>Gets the time of the last write, if known.</summary>
    public DateTime? LastWriteTimeUtc { get; }

    /// <inheritdoc/>
    public override string ToString() => Location;
}
