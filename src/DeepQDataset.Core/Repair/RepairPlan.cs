using DeepQDataset.Building.Planning;

namespace DeepQDataset.Repair;

/// <summary>
/// Represents the changes of a repair and the remaining issues, before anything is written. It keeps the dataset open until it is disposed.
/// </summary>
public sealed class RepairPlan : IDisposable
{
    internal RepairPlan(ArchivePlan archive, IReadOnlyList<(string Path, string? NewPath)> map)
    {
        Archive = archive;
        Map = map;
    }

    /// <summary>Gets the full path of the dataset.</summary>
    public required string Source { get; init; }

    /// <summary>Gets the full path of the repaired folder or zip.</summary>
    public required string Destination { get; init; }

    /// <summary>Gets the changes, by rule.</summary>
    public required IReadOnlyList<DqRepair> Repairs { get; init; }

    /// <summary>Gets the remaining issues of the repaired copy.</summary>
    public required DqIssueCollection Remaining { get; init; }

    /// <summary>
    /// Gets the issues of entries in the zip that are not copied, since they are not part of a dataset: unsafe paths, links (DQ704, DQ710).
    /// </summary>
    public required DqIssueCollection NotCarriedOver { get; init; }

    /// <summary>Gets the files of the copy.</summary>
    internal ArchivePlan Archive { get; }

    /// <summary>Gets the original and new path of each file that is moved or left out.</summary>
    internal IReadOnlyList<(string Path, string? NewPath)> Map { get; }

    /// <summary>Closes the dataset.</summary>
    public void Dispose() => Archive.Dispose();
}
