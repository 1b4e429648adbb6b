using DeepQDataset.Building.Planning;
using DeepQDataset.Files;
using DeepQDataset.Work;

namespace DeepQDataset.Building.Folders;

/// <summary>
/// Carries out a plan in a folder instead of a zip: the same names, each file with the time of its source. Files are written side by side
/// on
/// several threads into a temporary folder, which takes its place when all of them are there, and is removed otherwise.
/// </summary>
public static class FolderWriter
{
    private const string Activity = "Writing the folder";

    /// <summary>Writes the files of a plan.</summary>
    /// <param name="plan">What to write.</param>
    /// <param name="destination">The folder's rooted path; it is made where it is not there, with those that it lies in.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="progress">Told how far it is, from any thread.</param>
    /// <param name="cancellation">Ends the work; nothing stays behind.</param>
    /// <exception cref="DatasetException">
    /// The destination has something in it already, lies in the source or holds it; a source file is gone or changed; access is denied;
    /// there
    /// is no room; or a link cannot be made.
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

    /// <summary>Makes each folder once; the entries' order keeps those of one folder together.</summary>
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
