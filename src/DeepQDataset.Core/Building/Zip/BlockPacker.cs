using System.Buffers;
using DeepQDataset.Building.Content;
using DeepQDataset.Building.Planning;

namespace DeepQDataset.Building.Zip;

/// <summary>Packs entries into a block in the form of the archive, with a gap for each header. Safe for use by several threads.</summary>
/// <param name="compressor">Compresses the entries.</param>
/// <param name="headers">Returns the lengths of the headers.</param>
internal sealed class BlockPacker(Compressor compressor, ZipEntryHeader headers)
{
    /// <summary>Returns the maximum number of bytes that an entry needs in a block.</summary>
    public long Room(PlannedEntry entry) => headers.LocalLength(entry) + entry.Content.Length!.Value;

    /// <summary>Packs entries.</summary>
    /// <param name="entries">All entries.</param>
    /// <param name="start">The index of the first entry to pack.</param>
    /// <param name="count">The number of entries to pack.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    public PackedBlock Pack(IReadOnlyList<PlannedEntry> entries, int start, int count, CancellationToken cancellation)
    {
        long room = 0;
        for (int index = start; index < start + count; index++)
        {
            room += Room(entries[index]);
        }

        byte[] block = ArrayPool<byte>.Shared.Rent((int)room);
        try
        {
            PreparedEntry[] prepared = new PreparedEntry[count];
            int[] offsets = new int[count];
            int filled = 0;
            for (int index = 0; index < count; index++)
            {
                cancellation.ThrowIfCancellationRequested();
                PlannedEntry entry = entries[start + index];
                filled += headers.LocalLength(entry);
                offsets[index] = filled;
                prepared[index] = Pack(entry, block.AsSpan(filled), new MemoryStream(block, filled, block.Length - filled), cancellation);
                filled += (int)prepared[index].CompressedLength;
            }

            return new PackedBlock(block, prepared, offsets);
        }
        catch
        {
            ArrayPool<byte>.Shared.Return(block);
            throw;
        }
    }

    private PreparedEntry Pack(PlannedEntry entry, Span<byte> place, MemoryStream placeStream, CancellationToken cancellation)
    {
        StoredContent content = (StoredContent)entry.Content;
        int length = (int)content.Length!.Value;
        if (EntryPreparer.IsStored(entry, compressor))
        {
            uint crc = ContentReader.ReadAll(content, place[..length], cancellation);
            return new PreparedEntry(entry, IsDeflated: false, crc, length, length);
        }

        byte[] whole = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            Span<byte> bytes = whole.AsSpan(0, length);
            uint crc = ContentReader.ReadAll(content, bytes, cancellation);
            if (TryDeflate(bytes, placeStream, out int deflated))
            {
                return new PreparedEntry(entry, IsDeflated: true, crc, length, deflated);
            }

            bytes.CopyTo(place);
            return new PreparedEntry(entry, IsDeflated: false, crc, length, length);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(whole);
        }
    }

    private bool TryDeflate(ReadOnlySpan<byte> content, MemoryStream place, out int deflated)
    {
        deflated = 0;
        if (compressor.LooksCompressed(content))
        {
            return false;
        }

        try
        {
            using Stream deflate = compressor.Deflate(place);
            deflate.Write(content);
            deflate.Dispose();
        }
        catch (NotSupportedException)
        {
            return false; // stored, it is not larger
        }

        deflated = (int)place.Position;
        return deflated < content.Length * Compressor.WorthwhileRatio;
    }
}
