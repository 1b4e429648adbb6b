using DeepQDataset.Building.Folders;
using DeepQDataset.Building.Planning;
using DeepQDataset.Building.Zip;
using DeepQDataset.Inventory;
using DeepQDataset.Sources;
using DeepQDataset.Sources.Zip;
using DeepQDataset.Work;

namespace DeepQDataset.Repair;

/// <summary>
/// Mends what can be mended of a dataset, in a copy. Images are carried over byte for byte; only names, places and label.csv change. What
/// is mended is tested and mended again until nothing changes any more, all in the plan, before a byte is written: so a second repair has
/// nothing to do, and what remains wrong is known.
/// </summary>
public static class DatasetRepairer
{

    /// <summary>Plans the repair of a dataset.</summary>
    /// <param name="fullPath">The rooted path of the folder or zip.</param>
    /// <param name="destination">The rooted path of the copy: a zip where it ends with <c>.zip</c>, else a folder.</param>
    /// <param name="options">What to mend.</param>
    /// <param name="progress">Receives the progress; called from any thread.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    /// <exception cref="FileNotFoundException">There is no folder or file at the path.</exception>
    /// <exception cref="IOException">The source cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    /// <exception cref="DatasetException">It is no dataset that could be mended, or not all of it can be read.</exception>
    public static RepairPlan Plan(
        string fullPath, string destination, RepairOptions options, IProgress<WorkProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(destination);
        ArgumentNullException.ThrowIfNull(options);
        IDatasetSource source = Open(fullPath, cancellation);
        try
        {
            return new RepairPlanner(source, destination, options, progress, cancellation).Plan();
        }
        catch
        {
            source.Dispose();
            throw;
        }
    }

    /// <summary>Writes the mended copy, and the map of its names beside it.</summary>
    /// <param name="plan">The repair.</param>
    /// <param name="options">How it is written.</param>
    /// <param name="progress">Receives the progress; called from any thread.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests. Nothing is left behind.</param>
    /// <exception cref="DatasetException">
    /// The destination exists or lies in the source, a source file is gone or damaged, access is denied, or the disk is full.
    /// </exception>
    public static void Write(
        RepairPlan plan, RepairOptions options, IProgress<WorkProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(options);
        string map = RepairMap.PathOf(plan.Destination);
        if (File.Exists(map) && !options.Overwrite)
        {
            throw new DatasetException("DestinationExists", DatasetErrorKind.AlreadyExists,
                $"'{map}' exists already; {Remedy.Of(RemedyAction.Overwrite)} replaces it.", map);
        }

        PlanSources.RefuseFile(plan.Archive, map);
        if (IsZip(plan.Destination))
        {
            ArchiveOptions archive = new() { Overwrite = options.Overwrite, ThrottleLimit = options.ThrottleLimit, Hash = false };
            ArchiveWriter.Write(plan.Archive, plan.Destination, archive, progress, cancellation);
        }
        else
        {
            FolderOptions folder = new() { Overwrite = options.Overwrite, ThrottleLimit = options.ThrottleLimit };
            FolderWriter.Write(plan.Archive, plan.Destination, folder, progress, cancellation);
        }

        RepairMap.Write(plan, options.Overwrite, cancellation);
    }

    /// <summary>Determines whether a copy is written as a zip.</summary>
    public static bool IsZip(string destination)
    {
        ArgumentNullException.ThrowIfNull(destination);
        return destination.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);
    }

    private static IDatasetSource Open(string fullPath, CancellationToken cancellation)
    {
        IDatasetSource source = DatasetSource.Open(fullPath, readsForeignMethods: true, cancellation);
        string? problem = source.Failure is string failure ? $"'{fullPath}' is no readable zip: {failure}."
            : ArchiveExcess.Find(source, ZipBudget.Default) is ArchiveExcess excess ? $"'{fullPath}' is not unpacked. {excess.Message}"
            : null;
        if (problem is not null)
        {
            source.Dispose();
            throw new DatasetException("NotADataset", DatasetErrorKind.InvalidData, problem, fullPath);
        }

        return source;
    }
}
