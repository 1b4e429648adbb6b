using System.Diagnostics;
using DeepQDataset.Building.Planning;
using DeepQDataset.Files;
using DeepQDataset.Work;

namespace DeepQDataset.Building.Zip;

/// <summary>
/// Writes the zip of a plan: PNG and JPEG stored, all else deflated where that helps; names with flag bit 11 and field 0x7075 where they
/// are not plain ASCII; zip64 where it is needed; entries in ordinal order of their names, readable by all (0644), with the times of
/// their files to the second in UTC. The same sources make the same bytes with the same runtime, and with any where they are asked to
/// be reproducible.
/// </summary>
public static class ArchiveWriter
{
    private const string Activity = "Writing the archive";
    private const int CentralBytes = 46; // of a record, without its name (APPNOTE 4.3.12)

    /// <summary>
    /// Writes to a temporary sibling of the destination, which gets its name when all is written, and is removed otherwise.
    /// </summary>
    /// <param name="plan">What to write.</param>
    /// <param name="destination">The zip's rooted path.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="progress">Told how far it is, from any thread.</param>
    /// <param name="cancellation">Ends the work; nothing stays behind.</param>
    /// <exception cref="DatasetException">
    /// The destination exists, a source file is gone or changed, access is denied, there is no room, or what was written does not read
    /// back.
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
        using AtomicFile file = AtomicFile.Create(destination, options.Overwrite, LeastBytes(plan, options, headers));
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

    /// <returns>The CRC-32 of each entry's source, as it was read.</returns>
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
    /// What the archive takes at the least: what is stored and the headers. How much the rest shrinks is not known before.
    /// </summary>
    private static long LeastBytes(ArchivePlan plan, ArchiveOptions options, ZipEntryHeader headers)
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
