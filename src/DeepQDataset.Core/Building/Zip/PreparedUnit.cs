namespace DeepQDataset.Building.Zip;

/// <summary>Represents what one thread prepares at a time: many small entries or one large entry.</summary>
internal abstract class PreparedUnit : IDisposable
{
    /// <summary>Gets the entries in order.</summary>
    public abstract IReadOnlyList<PreparedEntry> Entries { get; }

    /// <summary>Writes the entries.</summary>
    /// <param name="archive">The archive.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    /// <exception cref="DatasetException">A source that is read again has changed, or the archive cannot be written.</exception>
    public abstract void WriteTo(ArchiveContainer archive, CancellationToken cancellation);

    /// <inheritdoc/>
    public abstract void Dispose();
}
