using System.Buffers;
using System.IO.Compression;
using System.IO.Hashing;
using DeepQDataset.Imaging;

namespace DeepQDataset.Building;

/// <summary>Reads, checks and compresses one entry. Safe for use by several threads.</summary>
/// <param name="destination">The archive's path: what is too large for memory is kept beside it.</param>
internal sealed class EntryPreparer(string destination)
{
    // After that much of a file it shows whether compressing it is worth anything; compressed DICOM, say, is not.
    private const int TrialBytes = 1 << 20;
    private const double WorthwhileRatio = 0.98;

    /// <summary>Whether an entry is stored whatever is in it: PNG and JPEG are compressed already.</summary>
    public static bool IsStored(PlannedEntry entry) => ImageExtension.FormatOf(entry.EntryName) is DqImageFormat.Png or DqImageFormat.Jpeg;

    /// <summary>Prepares an entry.</summary>
    /// <exception cref="DatasetException">Its source is gone, cannot be read or has changed, or there is no room.</exception>
    public PreparedEntry Prepare(PlannedEntry entry, CancellationToken cancellation)
    {
        byte[] piece = ArrayPool<byte>.Shared.Rent(PreparedEntry.PieceBytes);
        try
        {
            return entry.Content switch
            {
                GeneratedContent generated => Generate(entry, generated, cancellation),
                StoredContent stored when IsStored(entry) => Store(entry, stored, piece, cancellation),
                StoredContent stored => Compress(entry, stored, piece, cancellation),
                _ => throw new InvalidOperationException($"Content of kind {entry.Content.GetType().Name} cannot be archived."),
            };
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }

    private PreparedEntry Store(PlannedEntry entry, StoredContent content, byte[] piece, CancellationToken cancellation)
    {
        SpillBuffer? buffer = content.Length <= SpillBuffer.MemoryBytes ? new SpillBuffer(destination) : null;
        try
        {
            using ContentReader reader = new(content);
            for (int length = reader.Read(piece); length > 0; length = reader.Read(piece))
            {
                cancellation.ThrowIfCancellationRequested();
                buffer?.Write(piece, 0, length);
            }

            return new PreparedEntry { Planned = entry, Buffer = buffer, IsDeflated = false, Crc = reader.Crc, Length = reader.Length };
        }
        catch
        {
            buffer?.Dispose();
            throw;
        }
    }

    private PreparedEntry Compress(PlannedEntry entry, StoredContent content, byte[] piece, CancellationToken cancellation)
    {
        SpillBuffer buffer = new(destination);
        try
        {
            using ContentReader reader = new(content);
            if (Deflate(reader, buffer, piece, cancellation))
            {
                return new PreparedEntry { Planned = entry, Buffer = buffer, IsDeflated = true, Crc = reader.Crc, Length = reader.Length };
            }
        }
        catch
        {
            buffer.Dispose();
            throw;
        }

        buffer.Dispose();
        return Store(entry, content, piece, cancellation);
    }

    /// <summary>Compresses a source to its end, unless it turns out to be no use.</summary>
    /// <returns>Whether it was of use.</returns>
    private static bool Deflate(ContentReader reader, SpillBuffer buffer, byte[] piece, CancellationToken cancellation)
    {
        using (DeflateStream deflate = new(buffer, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (int length = reader.Read(piece); length > 0; length = reader.Read(piece))
            {
                cancellation.ThrowIfCancellationRequested();
                deflate.Write(piece, 0, length);
                if (reader.Length >= TrialBytes && buffer.Length >= reader.Length * WorthwhileRatio)
                {
                    return false;
                }
            }
        }

        return buffer.Length < reader.Length * WorthwhileRatio;
    }

    private PreparedEntry Generate(PlannedEntry entry, GeneratedContent content, CancellationToken cancellation)
    {
        SpillBuffer buffer = new(destination);
        try
        {
            Crc32 crc = new();
            long length;
            using (DeflateStream deflate = new(buffer, CompressionLevel.Optimal, leaveOpen: true))
            using (CheckedStream measured = new(deflate, crc))
            {
                content.Write(measured, cancellation);
                length = measured.Length;
            }

            return new PreparedEntry { Planned = entry, Buffer = buffer, IsDeflated = true, Crc = crc.GetCurrentHashAsUInt32(), Length = length };
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
    }
}
