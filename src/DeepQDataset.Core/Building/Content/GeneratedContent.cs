namespace DeepQDataset.Building.Content;

/// <summary>Represents bytes that are generated each time they are needed.</summary>
/// <param name="name">The name to use in messages.</param>
/// <param name="lastWriteTimeUtc">
/// The time to write for the entry. A time that depends only on the sources makes two archives of them equal.
/// </param>
/// <param name="write">Writes the bytes; it must write the same bytes each time.</param>
internal sealed class GeneratedContent(string name, DateTime? lastWriteTimeUtc, Action<Stream, CancellationToken> write)
    : EntryContent(name, length: null, lastWriteTimeUtc)
{
    /// <summary>Writes the bytes.</summary>
    public void Write(Stream destination, CancellationToken cancellation) => write(destination, cancellation);
}
