using System.Buffers;
using System.IO.Hashing;
using DeepQDataset.Building.Content;
using DeepQDataset.Building.Planning;
using DeepQDataset.Files;
using DeepQDataset.Sources.Zip;
using DeepQDataset.Work;

namespace DeepQDataset.Building.Zip;

/// <summary>Reads an archive back and compares names, sizes, checksums and all bytes with the plan.</summary>
internal static class ArchiveVerifier
{
    private const string Activity = "Verifying the archive";

    /// <summary>Verifies the archive.</summary>
    /// <param name="file">The complete archive.</param>
    /// <param name="destination">The path to use in messages.</param>
    /// <param name="plan">The plan of the archive.</param>
    /// <param name="checksums">The CRC-32 of each entry, computed from the source.</param>
    /// <param name="threads">The number of threads; at least 1.</param>
    /// <param name="progress">Receives the progress; called from any thread.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    /// <exception cref="DatasetException">The archive differs from what was written.</exception>
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
            ProgressCounter bytes = ProgressCounter.OfBytes(progress, Activity, plan.SourceBytes);
            ReadAll(zip, destination, plan, checksums, threads, bytes, cancellation);
        }
        catch (Exception exception) when (FileFailure.IsAccess(exception))
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
        ZipSource zip, string destination, ArchivePlan plan, uint[] checksums, int threads, ProgressCounter bytes,
        CancellationToken cancellation)
    {
        ParallelWork.Run(checksums.Length, threads, Compare, cancellation);

        void Compare(int index)
        {
            ZipEntry entry = (ZipEntry)zip.Entries[index];
            (uint crc, long length) = Read(zip, entry, destination, bytes, cancellation);
            if (crc != checksums[index] || crc != entry.Record.Crc32 || length != entry.Length
                || length != (plan.Entries[index].Content.Length ?? length))
            {
                throw Failed(destination, $"'{entry.Path}' is not in it as it was read from its source");
            }
        }
    }

    private static (uint Crc, long Length) Read(ZipSource zip, ZipEntry entry, string destination, ProgressCounter bytes,
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
                bytes.Advance(length);
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
