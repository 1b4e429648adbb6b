using DeepQDataset.Building.Content;

namespace DeepQDataset.Building.Zip;

/// <summary>Represents an entry that is too large for a block, or of unknown size.</summary>
/// <param name="prepared">The sizes and checksum of the entry.</param>
/// <param name="buffer">The bytes of the archive; null if the source is read again.</param>
internal sealed class LargeEntry(PreparedEntry prepared, SpillBuffer? buffer) : PreparedUnit
{
    /// <inheritdoc/>
    public override IReadOnlyList<PreparedEntry> Entries { get; } = [prepared];

    /// <inheritdoc/>
    public override void WriteTo(ArchiveContainer archive, CancellationToken cancellation)
    {
        archive.Begin(prepared);
        if (buffer is null)
        {
            CopySource(archive, cancellation);
        }
        else
        {
            buffer.Drain((piece, length) =>
            {
                cancellation.ThrowIfCancellationRequested();
                archive.Write(piece, 0, length);
            });
        }

        archive.End();
    }

    /// <inheritdoc/>
    public override void Dispose() => buffer?.Dispose();

    private void CopySource(ArchiveContainer archive, CancellationToken cancellation)
    {
        StoredContent content = (StoredContent)prepared.Planned.Content;
        using ContentReader reader = new(content);
        for (int length = Read(); length > 0; length = Read())
        {
            archive.Progress.Advance(length);
        }

        if (reader.Crc != prepared.Crc)
        {
            throw ContentReader.Changed(content);
        }

        int Read()
        {
            // Read straight into the current block to avoid a copy.
            cancellation.ThrowIfCancellationRequested();
            ArraySegment<byte> space = archive.Output.Space(ContentReader.PieceBytes);
            int length = reader.Read(space);
            archive.Write(space.Array!, space.Offset, length);
            return length;
        }
    }
}
