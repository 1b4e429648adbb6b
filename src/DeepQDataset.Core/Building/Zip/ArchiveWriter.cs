using System.Diagnostics;
using DeepQDataset.Building.Planning;
using DeepQDataset.Files;
using DeepQDataset.Work;

namespace DeepQDataset.Building.Zip;

/// <summary>
/// Writes the zip of a plan. PNG and JPEG are stored, other files are deflated if that makes them smaller. Names that are not ASCII get
/// flag bit 11 and field 0x7075; zip64 is used only where it is needed. Entries are in ordinal order of their names, readable by all
/// (0644), with the times of their files to the second in UTC. The same sources give the same bytes with the same runtime, and with any
/// runtime if the archive is reproducible.
/// </summary>
public static class ArchiveWriter
{
    private const string Activity = "Writing the archive";
    private const int CentralBytes = 46; // of a record, without its name (APPNOTE 4.3.12)

    /// <summary>
    /// Writes the archive to a temporary file beside the destination, which is renamed when it is complete and removed otherwise.
    /// </summary>
    /// <param name="plan">The plan to carry out.</param>
    /// <param name="destination">The zip's rooted path.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="progress">Receives the progress; called from any thread.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests. Nothing is left behind.</param>
    /// <exception cref="DatasetException">
    /// The destination exists, a source file does not exist or has changed, access is denied, the disk is full, or verification failed.
    /// </exception>
    public static DqArchive Write(
        ArchivePlan plan, string destination, ArchiveOptions? options = null, IProgress<WorkProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(destination);
        options ??= new ArchiveOptions();
        long started = Stopwatch.GetTimestamp();
        PlanSources.RefuseFile(plan, destination);
        ZipEntryHeader headers = new(hasTimes: !options.Reproducible);
        using AtomicFile file = AtomicFile.Create(destination, options.Overwrite, MinimumBytes(plan, options, headers));
        using BlockOutput output = new(file.Stream, options.Hash, cancellation);
        uint[] checksums = WriteEntries(plan, destination, output, options, headers, progress, cancellation);
        string hash = output.Finish();
        cancellation.ThrowIfCancellationRequested();
        if (options.Verify)
        {
            ArchiveVerifier.Verify(file, destination, plan, checksums, options.ThrottleLimit, progress, cancellation);
        }

        file.Commit(options.Flush);
        return new DqArchive
        {
            Path = destination,
            Dataset = DatasetName(destination),
            Entries = plan.Entries.Count,
            Images = plan.Images,
            Labels = plan.Labels,
            Bytes = output.Length,
            Sha256 = hash,
            Renames = plan.Renames,
            LeftOut = plan.LeftOut,
            Duration = Stopwatch.GetElapsedTime(started),
        };
    }

    /// <returns>The CRC-32 of each entry, computed from the source.</returns>
    private static uint[] WriteEntries(
        ArchivePlan plan,
        string destination,
        BlockOutput output,
        ArchiveOptions options,
        ZipEntryHeader headers,
        IProgress<WorkProgress>? progress,
        CancellationToken cancellation)
    {
        uint[] checksums = new uint[plan.Entries.Count];
        ProgressCounter bytes = ProgressCounter.OfBytes(progress, Activity, plan.SourceBytes);
        ArchiveContainer archive = new(output, headers, bytes);
        EntryPreparer preparer = new(plan.Entries, options, headers, destination, bytes);
        using EntryPipeline pipeline = new(preparer, Math.Max(1, options.ThrottleLimit), bytes, cancellation);
        for (int written = 0; written < checksums.Length;)
        {
            PreparedUnit unit = pipeline.Take();
            unit.WriteTo(archive, cancellation);
            bytes.Report();
            foreach (PreparedEntry entry in unit.Entries)
            {
                checksums[written++] = entry.Crc;
            }
        }

        archive.Finish();
        return checksums;
    }

    /// <summary>
    /// Returns the minimum size of the archive: the headers and what is stored. The size of deflated entries is not known yet.
    /// </summary>
    private static long MinimumBytes(ArchivePlan plan, ArchiveOptions options, ZipEntryHeader headers)
    {
        Compressor compressor = new(options);
        long bytes = 0;
        foreach (PlannedEntry entry in plan.Entries)
        {
            bytes += headers.LocalLength(entry) + CentralBytes + entry.EntryName.Length;
            bytes += EntryPreparer.IsStored(entry, compressor) ? entry.Content.Length ?? 0 : 0;
        }

        return bytes;
    }

    private static string DatasetName(string destination)
    {
        string name = Path.GetFileName(destination);
        return name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) ? name[..^4] : name;
    }
}
