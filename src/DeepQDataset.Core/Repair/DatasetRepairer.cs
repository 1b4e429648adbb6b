using DeepQDataset.Building.Folders;
using DeepQDataset.Building.Planning;
using DeepQDataset.Building.Zip;
using DeepQDataset.Inventory;
using DeepQDataset.Sources;
using DeepQDataset.Sources.Zip;
using DeepQDataset.Work;

namespace DeepQDataset.Repair;

/// <summary>
/// Repairs a dataset in a copy. Images are copied byte for byte; only names, places and label.csv change. The planned result is tested and
/// repaired again until nothing changes, before a byte is written, so that a second repair has nothing to do and the remaining issues are
/// known.
/// </summary>
public static class DatasetRepairer
{

    /// <summary>Plans the repair of a dataset.</summary>
    /// <param name="fullPath">The rooted path of the folder or zip.</param>
    /// <param name="destination">The rooted path of the copy: a zip if it ends with <c>.zip</c>, otherwise a folder.</param>
    /// <param name="options">The options.</param>
    /// <param name="progress">Receives the progress; called from any thread.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    /// <exception cref="FileNotFoundException">There is no folder or file at the path.</exception>
    /// <exception cref="IOException">The source cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    /// <exception cref="DatasetException">The source is not a dataset that can be repaired, or cannot be read completely.</exception>
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

    /// <summary>Writes the repaired copy and the list of its renamed files beside it.</summary>
    /// <param name="plan">The repair plan.</param>
    /// <param name="options">The options for writing.</param>
    /// <param name="progress">Receives the progress; called from any thread.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests. Nothing is left behind.</param>
    /// <exception cref="DatasetException">
    /// The destination exists or is in the source, a source file does not exist or is damaged, access is denied, or the disk is full.
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
        string? problem = source.Failure is string failure ? $"'{fullPath}' is not a readable zip: {failure}."
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
