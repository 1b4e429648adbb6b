using DeepQDataset.Building.Planning;
using DeepQDataset.Files;
using DeepQDataset.Work;

namespace DeepQDataset.Building.Folders;

/// <summary>
/// Writes the files of a plan into a folder instead of a zip, with the same names, each with the time of its source. Several threads write
/// into a temporary folder, which is renamed to the destination when it is complete and removed otherwise.
/// </summary>
public static class FolderWriter
{
    private const string Activity = "Writing the folder";

    /// <summary>Writes the files of a plan.</summary>
    /// <param name="plan">The plan to carry out.</param>
    /// <param name="destination">The rooted path of the folder, which is created with its parents if it does not exist.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="progress">Receives the progress; called from any thread.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests. Nothing is left behind.</param>
    /// <exception cref="DatasetException">
    /// The destination is not empty, or is in the source or contains it; a source file does not exist or has changed; access is denied; the
    /// disk is full; or a link cannot be created.
    /// </exception>
    public static FolderResult Write(
        ArchivePlan plan, string destination, FolderOptions? options = null, IProgress<WorkProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(destination);
        options ??= new FolderOptions();
        string folder = Path.TrimEndingDirectorySeparator(destination);
        PlanSources.RefuseFolder(plan, folder);
        using AtomicFolder target = AtomicFolder.Create(folder, options.Overwrite, options.Parts);
        DestinationSpace.Check(target.Root, folder, options.Link == ImageLink.None ? plan.SourceBytes : 0);
        MakeFolders(plan, target.Root, cancellation);
        FileCopier copier = new(folder, options.Link, ProgressCounter.OfBytes(progress, Activity, plan.SourceBytes), cancellation);
        ParallelWork.Run(
            plan.Entries.Count,
            options.ThrottleLimit,
            index => copier.Copy(plan.Entries[index], PathOf(target.Root, plan.Entries[index].EntryName)),
            cancellation);
        cancellation.ThrowIfCancellationRequested();
        target.Commit();
        return new FolderResult
        {
            Path = folder,
            Files = plan.Entries.Count,
            Images = plan.Images,
            Labels = plan.Labels,
            Renames = plan.Renames,
            LeftOut = plan.LeftOut,
        };
    }

    /// <summary>Creates each folder once. The entries are sorted, so that those of one folder follow each other.</summary>
    private static void MakeFolders(ArchivePlan plan, string root, CancellationToken cancellation)
    {
        string last = "";
        foreach (PlannedEntry entry in plan.Entries)
        {
            cancellation.ThrowIfCancellationRequested();
            int length = Math.Max(0, entry.EntryName.LastIndexOf('/'));
            if (!entry.EntryName.AsSpan(0, length).SequenceEqual(last))
            {
                last = entry.EntryName[..length];
                DestinationFolder.Create(PathOf(root, last));
            }
        }
    }

    private static string PathOf(string root, string name) => Path.Join(root, name.Replace('/', Path.DirectorySeparatorChar));
}
