using DeepQDataset.Files;
using DeepQDataset.Sources.Zip;
using DeepQDataset.Text;
using DeepQDataset.Work;

namespace DeepQDataset.Extraction;

/// <summary>
/// Unpacks a zip into a folder safely: nothing is written outside of the folder, no links or special files are created, each file is
/// complete and has the right checksum or does not exist, and names are made valid for all systems. A second run continues after an
/// interruption.
/// </summary>
public static class ArchiveExtractor
{
    private const string Activity = "Unpacking";

    /// <summary>Unpacks a zip. Problems of single entries are in the result; the other entries are written.</summary>
    /// <param name="archive">The zip's rooted path.</param>
    /// <param name="destination">The rooted path of the folder, which is created if it does not exist.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="progress">Receives the progress; called from any thread.</param>
    /// <param name="cancellation">
    /// The token to monitor for cancellation requests. Completed files stay, and the folder stays marked as incomplete.
    /// </param>
    /// <exception cref="DatasetException">
    /// The file is not a zip, unpacks to more than the limits allow, the disk is full, or access is denied.
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
        IncompleteFolder incomplete = IncompleteFolder.Mark(destination, RemedyAction.Unpack, archive, plan.RootNames);
        (int written, int kept) = WriteFiles(plan, folders, extractor, failures, options.ThrottleLimit, cancellation);
        incomplete.Complete();
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
                // If the disk is full, the other files would fail as well, so the work ends.
                failures.Add(item.Entry.Record.Index, exception);
            }
        }
    }

    /// <summary>Returns the number of bytes to write. An existing file of the right size is most likely from an earlier run.</summary>
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
