namespace DeepQDataset.Building.Content;

/// <summary>Bytes that are made when they are needed.</summary>
/// <param name="name">What messages call it.</param>
/// <param name="lastWriteTimeUtc">The time it is to have; one that depends on its sources alone makes two archives of them equal.</param>
/// <param name="write">Writes the bytes; the same ones each time.</param>
internal sealed class GeneratedContent(string name, DateTime? lastWriteTimeUtc, Action<Stream, CancellationToken> write)
    : EntryContent(name, length: null, lastWriteTimeUtc)
{
    /// <summary>Writes the bytes.</summary>
    public void Write(Stream destination, CancellationToken cancellation) => write(destination, cancellation);
}
