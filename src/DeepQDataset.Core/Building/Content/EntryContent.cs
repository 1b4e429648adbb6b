namespace DeepQDataset.Building.Content;

/// <summary>Where the bytes of an entry come from.</summary>
internal abstract class EntryContent
{
    private protected EntryContent(string location, long? length, DateTime? lastWriteTimeUtc)
    {
        Location = location;
        Length = length;
        LastWriteTimeUtc = lastWriteTimeUtc;
    }

    /// <summary>A file's path, with the entry behind it when it lies in a zip; what messages call it.</summary>
    public string Location { get; }

    /// <summary>How many bytes it had when the plan was made; null for what is generated.</summary>
    public long? Length { get; }

    /// <summary>When it was last written, if known.</summary>
    public DateTime? LastWriteTimeUtc { get; }

    /// <inheritdoc/>
    public override string ToString() => Location;
}
