using DeepQDataset.Building.Content;
using DeepQDataset.Files;

namespace DeepQDataset.Building.Planning;

/// <summary>Checks that a destination is not a source of the plan.</summary>
internal static class PlanSources
{
    /// <summary>Throws an exception if a file is a source or is in one.</summary>
    /// <exception cref="DatasetException">The file is a source or is in one.</exception>
    public static void RefuseFile(ArchivePlan plan, string destination)
    {
        if (plan.SourceFiles.Contains(destination) || plan.SourceFolders.Any(folder => RealPath.IsWithin(destination, folder)))
        {
            throw IsSource(destination, "lies in the source");
        }
    }

    /// <summary>Throws an exception if a folder is a source, is in one or contains one.</summary>
    /// <exception cref="DatasetException">The folder is a source, is in one or contains one.</exception>
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
