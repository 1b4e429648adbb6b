using System.Diagnostics;
using System.Text;
using DeepQDataset.Validation;
using ICSharpCode.SharpZipLib.Zip;

namespace DeepQDataset.Building;

/// <summary>
/// Writes the zip of a plan: PNG and JPEG stored, all else deflated where that helps; names with flag bit 11 and field 0x7075 where they are
/// not plain ASCII; zip64 where it is needed. The same sources make the same bytes.
/// </summary>
public static class ArchiveWriter
{
    private const string Activity = "Writing the archive";
    private const int HeaderBytes = 30 + 46; // local and central, without the name (APPNOTE 4.3.7, 4.3.12)

    /// <summary>Writes to a temporary sibling of the destination, which gets its name when all is written, and is removed otherwise.</summary>
    /// <param name="plan">What to write.</param>
    /// <param name="destination">The zip's rooted path.</param>
    /// <param name="options">How.</param>
    /// <param name="progress">Told how far it is, from the calling thread.</param>
    /// <param name="cancellation">Ends the work; nothing stays behind.</param>
    /// <exception cref="DatasetException">The destination exists, a source file is gone or changed, access is denied, or there is no room.</exception>
    public static DqArchive Write(
        ArchivePlan plan, string destination, ArchiveOptions options, IProgress<WorkProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(destination);
        ArgumentNullException.ThrowIfNull(options);
        long started = Stopwatch.GetTimestamp();
        RefuseSource(plan, destination);
        using AtomicFile file = AtomicFile.Create(destination, options.Overwrite, LeastBytes(plan));
        using HashedOutput output = new(file.Stream, cancellation);
        WriteEntries(plan, destination, output, Math.Max(1, options.ThrottleLimit), progress, cancellation);
        string hash = output.Finish();
        cancellation.ThrowIfCancellationRequested();
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

    private static void WriteEntries(
        ArchivePlan plan, string destination, Stream output, int threads, IProgress<WorkProgress>? progress, CancellationToken cancellation)
    {
        // Disposing it would write a directory even after an error; it holds nothing else that needs disposing.
        ZipOutputStream zip = new(output) { UseZip64 = UseZip64.Dynamic, NameTransform = null, IsStreamOwner = false };
        using EntryPipeline pipeline = new(plan.Entries, new EntryPreparer(destination), threads, cancellation);
        ByteProgress bytes = new(Activity, plan.SourceBytes, progress);
        for (int index = 0; index < plan.Entries.Count; index++)
        {
            WriteEntry(zip, pipeline.Take(), bytes, cancellation);
        }

        zip.Finish();
    }

    private static void WriteEntry(ZipOutputStream zip, PreparedEntry prepared, ByteProgress bytes, CancellationToken cancellation)
    {
        ZipEntry header = ZipEntryHeader.For(prepared);
        if (prepared.IsDeflated)
        {
            zip.PutNextPassthroughEntry(header);
        }
        else
        {
            zip.PutNextEntry(header);
        }

        prepared.CopyTo(zip, bytes.Add, cancellation);
        zip.CloseEntry();
    }

    private static void RefuseSource(ArchivePlan plan, string destination)
    {
        StringComparison comparison = OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        if (plan.SourceFiles.Contains(destination)
            || plan.SourceFolders.Any(folder => destination.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, comparison)))
        {
            throw new DatasetException(
                "DestinationIsSource", DatasetErrorKind.InvalidArgument, $"'{destination}' lies in the source, which is never written to; choose another place.", destination);
        }
    }

    /// <summary>What the archive takes at the least: what is stored and the headers. How much the rest shrinks is not known before.</summary>
    private static long LeastBytes(ArchivePlan plan)
    {
        long bytes = 0;
        foreach (PlannedEntry entry in plan.Entries)
        {
            bytes += HeaderBytes + (2L * Encoding.UTF8.GetByteCount(entry.EntryName));
            bytes += EntryPreparer.IsStored(entry) ? entry.Content.Length ?? 0 : 0;
        }

        return bytes;
    }

    private static string DatasetName(string destination)
    {
        string name = Path.GetFileName(destination);
        return name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) ? name[..^4] : name;
    }
}
