using System.Buffers;

namespace DeepQDataset.Building;

/// <summary>An entry whose sizes and checksum are known, ready to be written.</summary>
internal sealed class PreparedEntry : IDisposable
{
    /// <summary>How many bytes are read at once: few enough that cancelling is prompt.</summary>
    public const int PieceBytes = 1 << 17;

    /// <summary>What was planned.</summary>
    public required PlannedEntry Planned { get; init; }

    /// <summary>The bytes as they go into the archive; null where the source is read again for that.</summary>
    public SpillBuffer? Buffer { get; init; }

    /// <summary>Whether the bytes are deflated; stored otherwise.</summary>
    public required bool IsDeflated { get; init; }

    /// <summary>The CRC-32 of the content.</summary>
    public required uint Crc { get; init; }

    /// <summary>The content's size in bytes.</summary>
    public required long Length { get; init; }

    /// <summary>The size in the archive in bytes.</summary>
    public long CompressedLength => Buffer?.Length ?? Length;

    /// <summary>Writes the bytes.</summary>
    /// <param name="destination">The archive.</param>
    /// <param name="report">Told how many more bytes of the source are done.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="DatasetException">The source, read again, is no longer what it was.</exception>
    public void CopyTo(Stream destination, Action<long> report, CancellationToken cancellation)
    {
        if (Buffer is not null)
        {
            Buffer.Drain((piece, length) =>
            {
                cancellation.ThrowIfCancellationRequested();
                destination.Write(piece, 0, length);
            });
            report(Planned.Content.Length ?? 0);
            return;
        }

        StoredContent content = (StoredContent)Planned.Content;
        byte[] buffer = ArrayPool<byte>.Shared.Rent(PieceBytes);
        try
        {
            using ContentReader reader = new(content);
            for (int length = reader.Read(buffer); length > 0; length = reader.Read(buffer))
            {
                cancellation.ThrowIfCancellationRequested();
                destination.Write(buffer, 0, length);
                report(length);
            }

            if (reader.Crc != Crc)
            {
                throw ContentReader.Changed(content);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Buffer?.Dispose();
}
