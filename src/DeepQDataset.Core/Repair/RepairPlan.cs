using DeepQDataset.Building.Planning;

namespace DeepQDataset.Repair;

/// <summary>
/// Represents what a repair changes, and what it cannot mend; nothing is written yet. It keeps the dataset open until it is disposed.
/// </summary>
public sealed class RepairPlan : IDisposable
{
    internal RepairPlan(ArchivePlan archive, IReadOnlyList<(string Path, string? NewPath)> map)
    {
        Archive = archive;
        Map = map;
    }

    /// <summary>Gets the full path of the dataset that is mended.</summary>
    public required string Source { get; init; }

    /// <summary>Gets the full path of the folder or zip that the mended copy becomes.</summary>
    public required string Destination { get; init; }

    /// <summary>Gets the changes, by rule.</summary>
    public required IReadOnlyList<DqRepair> Repairs { get; init; }

    /// <summary>What is still wrong with the mended copy.</summary>
    public required DqIssueCollection Remaining { get; init; }

    /// <summary>
    /// What was in the zip and is not in the copy, since it is no part of any dataset: unsafe paths, links (DQ704, DQ710).
    /// </summary>
    public required DqIssueCollection NotCarriedOver { get; init; }

    /// <summary>Gets the files of the copy.</summary>
    internal ArchivePlan Archive { get; }

    /// <summary>For each file of the source that gets another path or is left out: both.</summary>
    internal IReadOnlyList<(string Path, string? NewPath)> Map { get; }

    /// <summary>Closes the dataset.</summary>
    public void Dispose() => Archive.Dispose();
}
