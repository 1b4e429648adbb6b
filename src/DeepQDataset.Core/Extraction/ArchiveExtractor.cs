using DeepQDataset.Files;
using DeepQDataset.Sources.Zip;
using DeepQDataset.Text;
using DeepQDataset.Work;

namespace DeepQDataset.Extraction;

/// <summary>
/// Unpacks a zip into a folder, safely: nothing is written outside of it, no links or special files are made, each file is whole and has
/// the right checksum or is not there, and names are put right for all systems. Done again, it goes on where it was interrupted.
/// </summary>
public static class ArchiveExtractor
{
    private const string Activity = "Unpacking";

    /// <summary>Unpacks a zip. What is wrong with single entries is in the result; the others are written.</summary>
    /// <param name="archive">The zip's rooted path.</param>
    /// <param name="destination">The rooted path of the folder; it is made where it is not there.</param>
    /// <param name="options">How to unpack; null for the defaults.</param>
    /// <param name="progress">Told how far it is, from any thread.</param>
    /// <param name="cancellation">Ends the work; files that are whole stay.</param>
    /// <exception cref="DatasetException">
    /// The file is no zip, unpacks to more than is allowed, or there is no room or no access.
    /// </exception>
    /// <exception cref="IOException">The zip cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access to the zip is denied.</exception>
    public static ExtractionResult Extract(
        string archive,
        string destination,
        ExtractionOptions? options = null,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(archive);
        ArgumentNullException.ThrowIfNull(destination);
        options ??= ExtractionOptions.Default;
        if (!Path.IsPathFullyQualified(destination))
        {
            throw DestinationErrors.NotRooted(destination);
        }

        if (Directory.Exists(archive))
        {
            throw ExtractionErrors.NotAFile(archive);
        }

        using ZipSource zip = ZipSource.Open(archive, cancellation);
        if (zip.Directory.Failure is { } failure)
        {
            throw ExtractionErrors.NotAZip(archive, failure.Detail);
        }

        if (ArchiveExcess.Find(zip.Directory, options.Budget) is ArchiveExcess excess)
        {
            throw ExtractionErrors.ZipBomb(archive, excess);
        }

        ExtractionFailures failures = new();
        ExtractionPlan plan = ExtractionPlan.From(zip.Directory, failures, cancellation);
        DestinationFolders folders = DestinationFolders.Make(destination, plan.Folders, failures, cancellation);
        DestinationSpace.Check(destination, destination, MissingBytes(plan, destination, options.Overwrite, cancellation));
        ProgressCounter bytes = ProgressCounter.OfBytes(progress, Activity, plan.Bytes);
        EntryExtractor extractor = new(zip, destination, options.Overwrite, bytes, cancellation);
        (int written, int kept) = WriteFiles(plan, folders, extractor, failures, options.ThrottleLimit, cancellation);
        return new ExtractionResult
        {
            Path = destination,
            Written = written,
            Kept = kept,
            LeftOut = plan.LeftOut,
            Failures = failures.ToArray(),
        };
    }

    private static (int Written, int Kept) WriteFiles(
        ExtractionPlan plan,
        DestinationFolders folders,
        EntryExtractor extractor,
        ExtractionFailures failures,
        int throttleLimit,
        CancellationToken cancellation)
    {
        int written = 0;
        int kept = 0;
        ParallelWork.Run(plan.Files.Count, throttleLimit, Write, cancellation);
        return (written, kept);

        void Write(int index)
        {
            ExtractionItem item = plan.Files[index];
            if (folders.IsBlocked(EntryPath.Folder(item.Path)))
            {
                return;
            }

            try
            {
                Interlocked.Increment(ref extractor.Extract(item) ? ref written : ref kept);
            }
            catch (DatasetException exception) when (exception.Kind != DatasetErrorKind.OutOfSpace)
            {
                // Without space, the other files would fail likewise: that ends the work.
                failures.Add(item.Entry.Record.Index, exception);
            }
        }
    }

    /// <summary>How many bytes will be written; what is there in the right size is most likely of an earlier try.</summary>
    private static long MissingBytes(ExtractionPlan plan, string destination, bool overwrite, CancellationToken cancellation)
    {
        Int128 bytes = 0;
        foreach (ExtractionItem item in plan.Files)
        {
            cancellation.ThrowIfCancellationRequested();
            FileInfo existing = new(Path.Join(destination, item.Path));
            bool isWritten = existing.Exists ? overwrite && existing.Length != item.Entry.Length : true;
            bytes += isWritten ? item.Entry.Length : 0;
        }

        return (long)Int128.Min(bytes, long.MaxValue);
    }
}
