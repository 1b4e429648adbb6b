namespace DeepQDataset.Building.Content;

/// <summary>Bytes in memory.</summary>
/// <param name="name">What messages call them.</param>
/// <param name="bytes">The bytes.</param>
/// <param name="lastWriteTimeUtc">The time that their file is to have.</param>
internal sealed class MemoryContent(string name, byte[] bytes, DateTime? lastWriteTimeUtc)
    : StoredContent(name, bytes.Length, lastWriteTimeUtc)
{
    /// <inheritdoc/>
    public override string? FilePath => null;

    /// <inheritdoc/>
    public override Stream Open() => new MemoryStream(bytes, writable: false);
}
