using System.Buffers;
using System.IO.Hashing;
using DeepQDataset.Building.Content;
using DeepQDataset.Building.Planning;
using DeepQDataset.Work;

namespace DeepQDataset.Building.Zip;

/// <summary>
/// Prepares an entry that is too large for a block, or of unknown size. Deflated data is kept in a buffer that spills to the disk, since
/// its size precedes it in the archive. Stored data is read once for its checksum and again when it is written.
/// </summary>
/// <param name="compressor">Compresses the entry.</param>
/// <param name="destination">The path of the archive.</param>
/// <param name="progress">Receives the progress of compression.</param>
internal sealed class LargePreparer(Compressor compressor, string destination, ProgressCounter progress)
{
    /// <summary>Prepares the entry.</summary>
    public LargeEntry Prepare(PlannedEntry entry, CancellationToken cancellation) => entry.Content switch
    {
        GeneratedContent generated => Generate(entry, generated, cancellation),
        StoredContent stored when !EntryPreparer.IsStored(entry, compressor) => Compress(entry, stored, cancellation),
        StoredContent stored => Store(entry, stored, cancellation),
        _ => throw new InvalidOperationException($"Content of kind {entry.Content.GetType().Name} cannot be archived."),
    };

    private LargeEntry Generate(PlannedEntry entry, GeneratedContent content, CancellationToken cancellation)
    {
        if (!compressor.IsOff)
        {
            LargeEntry deflated = Generate(entry, content, isDeflated: true, cancellation);
            if (IsWorthwhile(deflated.Entries[0].CompressedLength, deflated.Entries[0].Length))
            {
                return deflated;
            }

            deflated.Dispose();
        }

        return Generate(entry, content, isDeflated: false, cancellation);
    }

    private LargeEntry Generate(PlannedEntry entry, GeneratedContent content, bool isDeflated, CancellationToken cancellation)
    {
        SpillBuffer buffer = new(destination);
        try
        {
            Crc32 crc = new();
            using Stream? deflate = isDeflated ? compressor.DeflateInBlocks(buffer, cancellation) : null;
            using CheckedStream measured = new(deflate ?? buffer, crc);
            content.Write(measured, cancellation);
            Finish(deflate);
            return new LargeEntry(new PreparedEntry(entry, isDeflated, crc.GetCurrentHashAsUInt32(), measured.Length, buffer.Length),
                buffer);
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
    }

    private LargeEntry Compress(PlannedEntry entry, StoredContent content, CancellationToken cancellation)
    {
        SpillBuffer buffer = new(destination);
        try
        {
            using ContentReader reader = new(content);
            if (TryDeflate(reader, buffer, cancellation))
            {
                return new LargeEntry(new PreparedEntry(entry, IsDeflated: true, reader.Crc, reader.Length, buffer.Length), buffer);
            }

            progress.Add(-reader.Length);
        }
        catch
        {
            buffer.Dispose();
            throw;
        }

        buffer.Dispose();
        return Store(entry, content, cancellation);
    }

    /// <summary>Deflates a source to its end. Stops and returns false if deflating does not make it smaller.</summary>
    private bool TryDeflate(ContentReader reader, SpillBuffer buffer, CancellationToken cancellation)
    {
        byte[] piece = ArrayPool<byte>.Shared.Rent(BlockDeflateStream.BlockBytes);
        try
        {
            using Stream deflate = compressor.DeflateInBlocks(buffer, cancellation);
            for (int length = reader.Read(piece); length > 0; length = reader.Read(piece))
            {
                cancellation.ThrowIfCancellationRequested();
                progress.Add(length);
                deflate.Write(piece, 0, length);
                if (buffer.Length >= BlockDeflateStream.BlockBytes && !IsWorthwhile(buffer.Length, reader.Length))
                {
                    return false;
                }
            }

            Finish(deflate);
            return IsWorthwhile(buffer.Length, reader.Length);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }

    private static LargeEntry Store(PlannedEntry entry, StoredContent content, CancellationToken cancellation)
    {
        byte[] piece = ArrayPool<byte>.Shared.Rent(ContentReader.PieceBytes);
        try
        {
            using ContentReader reader = new(content);
            while (reader.Read(piece) > 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            return new LargeEntry(new PreparedEntry(entry, IsDeflated: false, reader.Crc, reader.Length, reader.Length), buffer: null);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }

    private static bool IsWorthwhile(long deflated, long length) => deflated < length * Compressor.WorthwhileRatio;

    private static void Finish(Stream? deflate)
    {
        if (deflate is BlockDeflateStream blocks)
        {
            blocks.Finish();
        }
        else
        {
            deflate?.Dispose();
        }
    }
}
