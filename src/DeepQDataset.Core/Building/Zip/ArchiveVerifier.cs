using System.Buffers;
using System.IO.Hashing;
using System.Runtime.ExceptionServices;
using DeepQDataset.Building.Content;
using DeepQDataset.Building.Planning;
using DeepQDataset.Files;
using DeepQDataset.Sources.Zip;
using DeepQDataset.Work;

namespace DeepQDataset.Building.Zip;

/// <summary>
/// Reads an archive back as any reader of ours does, and compares it with what was to be written: names, sizes, checksums, every byte.
/// </summary>
internal static class ArchiveVerifier
{
    private const string Activity = "Verifying the archive";

    /// <summary>Compares it.</summary>
    /// <param name="file">The archive; all of it is written.</param>
    /// <param name="destination">What messages call it.</param>
    /// <param name="plan">What it is to hold.</param>
    /// <param name="checksums">The CRC-32 of each entry's source, as it was read.</param>
    /// <param name="threads">How many threads read, at least 1.</param>
    /// <param name="progress">Told how far it is, from the calling thread.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="DatasetException">It does not read back as it was written.</exception>
    public static void Verify(
        AtomicFile file, string destination, ArchivePlan plan, uint[] checksums, int threads, IProgress<WorkProgress>? progress,
        CancellationToken cancellation)
    {
        try
        {
            file.Stream.Flush();
            using ZipSource zip = ZipSource.Open(file.TemporaryPath, cancellation);
            if (zip.Directory.Failure is ZipFailure failure)
            {
                throw Failed(destination, failure.Detail);
            }

            CompareNames(zip, destination, plan);
            ByteProgress bytes = new(Activity, plan.SourceBytes, progress);
            Task reading = Task.Run(() => ReadAll(zip, destination, plan, checksums, threads, bytes, cancellation), CancellationToken.None);
            while (Task.WaitAny([reading], 100, CancellationToken.None) < 0)
            {
                bytes.Tell();
            }

            reading.GetAwaiter().GetResult();
            bytes.Tell();
        }
        catch (AggregateException exception) when (exception.InnerException is DatasetException inner)
        {
            ExceptionDispatchInfo.Throw(inner);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Failed(destination, exception.Message, exception);
        }
    }

    private static void CompareNames(ZipSource zip, string destination, ArchivePlan plan)
    {
        if (zip.Entries.Count != plan.Entries.Count || zip.Directory.Entries.Count != plan.Entries.Count)
        {
            throw Failed(destination,
                FormattableString.Invariant($"it holds {zip.Directory.Entries.Count} entries instead of {plan.Entries.Count}"));
        }

        for (int index = 0; index < zip.Entries.Count; index++)
        {
            if (!string.Equals(zip.Entries[index].Path, plan.Entries[index].EntryName, StringComparison.Ordinal))
            {
                throw Failed(destination, $"'{plan.Entries[index].EntryName}' is not in it");
            }
        }
    }

    private static void ReadAll(
        ZipSource zip, string destination, ArchivePlan plan, uint[] checksums, int threads, ByteProgress bytes,
        CancellationToken cancellation)
    {
        ParallelOptions options = new() { MaxDegreeOfParallelism = Math.Max(1, threads), CancellationToken = cancellation };
        Parallel.For(0, checksums.Length, options, index =>
        {
            ZipEntry entry = (ZipEntry)zip.Entries[index];
            (uint crc, long length) = Read(zip, entry, destination, bytes, cancellation);
            if (crc != checksums[index] || crc != entry.Record.Crc32 || length != entry.Length
                || length != (plan.Entries[index].Content.Length ?? length))
            {
                throw Failed(destination, $"'{entry.Path}' is not in it as it was read from its source");
            }
        });
    }

    private static (uint Crc, long Length) Read(ZipSource zip, ZipEntry entry, string destination, ByteProgress bytes,
        CancellationToken cancellation)
    {
        byte[] piece = ArrayPool<byte>.Shared.Rent(ContentReader.PieceBytes);
        try
        {
            using Stream stream = zip.Open(entry);
            Crc32 crc = new();
            long total = 0;
            for (int length = stream.Read(piece); length > 0; length = stream.Read(piece))
            {
                cancellation.ThrowIfCancellationRequested();
                crc.Append(piece.AsSpan(0, length));
                total += length;
                bytes.Add(length);
            }

            return (crc.GetCurrentHashAsUInt32(), total);
        }
        catch (InvalidDataException exception)
        {
            throw Failed(destination, $"'{entry.Path}' cannot be read from it: {exception.Message}", exception);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }

    private static DatasetException Failed(string destination, string reason, Exception? inner = null) => new(
        "ArchiveNotVerified", DatasetErrorKind.InputOutput,
        $"'{destination}' did not read back as it was written: {reason}. Nothing was kept; check the disk.", destination, inner);
}
