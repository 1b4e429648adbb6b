using DeepQDataset.Building.Content;
using DeepQDataset.Files;

namespace DeepQDataset.Building.Planning;

/// <summary>Sees to it that nothing is written where a plan reads.</summary>
internal static class PlanSources
{
    /// <summary>Refuses a file that is a source or lies in one.</summary>
    /// <exception cref="DatasetException">It is one.</exception>
    public static void RefuseFile(ArchivePlan plan, string destination)
    {
        if (plan.SourceFiles.Contains(destination) || plan.SourceFolders.Any(folder => RealPath.IsWithin(destination, folder)))
        {
            throw IsSource(destination, "lies in the source");
        }
    }

    /// <summary>Refuses a folder that is a source, lies in one or holds one.</summary>
    /// <exception cref="DatasetException">It is one.</exception>
    public static void RefuseFolder(ArchivePlan plan, string destination)
    {
        foreach (string folder in plan.SourceFolders)
        {
            if (RealPath.IsWithin(destination, folder))
            {
                throw IsSource(destination, "lies in the source");
            }
        }

        foreach (PlannedEntry entry in plan.Entries)
        {
            if (entry.Content is StoredContent { HoldingFile: string path } && IsIn(path, destination))
            {
                throw IsSource(destination, $"holds '{path}', which is a source,");
            }
        }
    }

    private static bool IsIn(string path, string folder)
    {
        int length = Path.TrimEndingDirectorySeparator(folder.AsSpan()).Length;
        return path.Length > length && path[length] == Path.DirectorySeparatorChar
            && path.AsSpan(0, length).Equals(folder.AsSpan(0, length), RealPath.Comparison);
    }

    private static DatasetException IsSource(string destination, string how) => new(
        "DestinationIsSource", DatasetErrorKind.InvalidArgument,
        $"'{destination}' {how} and sources are never written to; choose another place.", destination);
}
