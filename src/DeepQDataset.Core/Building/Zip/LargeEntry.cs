using DeepQDataset.Building.Content;

namespace DeepQDataset.Building.Zip;

/// <summary>An entry too large for a block, or of a size that was not known.</summary>
/// <param name="prepared">What is known of it.</param>
/// <param name="buffer">The bytes as they go into the archive; null where the source is read again for that.</param>
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
            // Straight into the block that is being filled: what is there already is not copied.
            cancellation.ThrowIfCancellationRequested();
            ArraySegment<byte> space = archive.Output.Space(ContentReader.PieceBytes);
            int length = reader.Read(space);
            archive.Write(space.Array!, space.Offset, length);
            return length;
        }
    }
}
