using System.Buffers;
using System.IO.Hashing;
using DeepQDataset.Files;
using DeepQDataset.Sources.Zip;
using DeepQDataset.Streams;
using DeepQDataset.Work;

namespace DeepQDataset.Extraction;

/// <summary>
/// Writes entries of a zip as files, each completely and with the right checksum or not at all. Safe for use by several threads.
/// </summary>
/// <param name="zip">The zip.</param>
/// <param name="root">The destination.</param>
/// <param name="overwrite">Indicates whether existing files may be replaced.</param>
/// <param name="progress">Receives the number of bytes written.</param>
/// <param name="cancellation">The token to monitor for cancellation requests.</param>
internal sealed class EntryExtractor(ZipSource zip, string root, bool overwrite, ProgressCounter progress, CancellationToken cancellation)
{
    private const int BlockBytes = 1 << 17;

    /// <summary>Writes a file, unless it exists with the same size and checksum.</summary>
    /// <returns>True if the file was written.</returns>
    /// <exception cref="DatasetException">The entry is damaged, another file exists, or the file cannot be written.</exception>
    public bool Extract(ExtractionItem item)
    {
        byte[] block = ArrayPool<byte>.Shared.Rent(BlockBytes);
        long done = 0;
        try
        {
            string destination = Path.Join(root, item.Path);
            if (IsThere(item, destination, block))
            {
                return false;
            }

            Write(item, destination, block, ref done);
            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
            progress.Advance(item.Entry.Length - done);
        }
    }

    private void Write(ExtractionItem item, string destination, byte[] block, ref long done)
    {
        using AtomicFile file = AtomicFile.Create(destination, overwrite);
        using EntryReader content = EntryReader.Open(zip, item.Entry);
        for (int length = content.Read(block); length > 0; length = content.Read(block))
        {
            cancellation.ThrowIfCancellationRequested();
            file.Stream.Write(block, 0, length);
            done += length;
            progress.Advance(length);
        }

        content.Verify();
        file.Commit(lastWriteTimeUtc: item.Entry.LastWriteTimeUtc);
    }

    /// <summary>Determines whether the file has been written before. A link does not count.</summary>
    private bool IsThere(ExtractionItem item, string destination, byte[] block)
    {
        try
        {
            FileInfo existing = new(destination);
            if (!existing.Exists || existing.Length != item.Entry.Length || existing.LinkTarget is not null)
            {
                return false;
            }

            return existing.Length == 0 || Checksum(destination, existing.Length, block) == item.Entry.Record.Crc32;
        }
        catch (Exception exception) when (FileFailure.IsAccess(exception))
        {
            return false; // an unreadable file is written again
        }
    }

    private uint Checksum(string path, long length, byte[] block)
    {
        using FileRegionStream stream = FileRegionStream.OpenFile(path, length);
        Crc32 crc = new();
        for (int read = stream.Read(block); read > 0; read = stream.Read(block))
        {
            cancellation.ThrowIfCancellationRequested();
            crc.Append(block.AsSpan(0, read));
        }

        return crc.GetCurrentHashAsUInt32();
    }
}
