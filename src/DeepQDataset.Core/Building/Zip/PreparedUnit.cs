namespace DeepQDataset.Building.Zip;

/// <summary>What a thread prepares at once and the archive takes in its order: many small entries, or a large one.</summary>
internal abstract class PreparedUnit : IDisposable
{
    /// <summary>Its entries in their order.</summary>
    public abstract IReadOnlyList<PreparedEntry> Entries { get; }

    /// <summary>Writes its entries.</summary>
    /// <param name="archive">The archive.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="DatasetException">A source, read again, is no longer what it was, or the archive cannot be written.</exception>
    public abstract void WriteTo(ArchiveContainer archive, CancellationToken cancellation);

    /// <inheritdoc/>
    public abstract void Dispose();
}
