namespace DeepQDataset.Building.Content;

/// <summary>Represents bytes in memory.</summary>
/// <param name="name">The name to use in messages.</param>
/// <param name="bytes">The bytes.</param>
/// <param name="lastWriteTimeUtc">The time to write for the entry.</param>
internal sealed class MemoryContent(string name, byte[] bytes, DateTime? lastWriteTimeUtc)
    : StoredContent(name, bytes.Length, lastWriteTimeUtc)
{
    /// <inheritdoc/>
    public override string? FilePath => null;

    /// <inheritdoc/>
    public override Stream Open() => new MemoryStream(bytes, writable: false);
}
