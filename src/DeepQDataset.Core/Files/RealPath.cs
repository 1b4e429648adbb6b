namespace DeepQDataset.Files;

/// <summary>Where a path leads once links and junctions are followed, so that one place is not taken for two.</summary>
internal static class RealPath
{
    /// <summary>More links on one way than any file system follows.</summary>
    private const int MostLinks = 40;

    /// <summary>How the system tells names apart.</summary>
    public static readonly StringComparison Comparison =
        OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    /// <summary>
    /// The place that a path leads to. What is not there yet, or cannot be looked at, is taken as it is written.
    /// </summary>
    /// <param name="path">A rooted path; need not exist.</param>
    public static string Of(string path)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        for (int links = 0; links < MostLinks; links++)
        {
            if (FollowFirst(full) is not string followed)
            {
                break;
            }

            full = followed;
        }

        return full;
    }

    /// <summary>Whether a path leads to a folder or into it.</summary>
    /// <param name="path">A rooted path; need not exist.</param>
    /// <param name="folder">The folder's rooted path.</param>
    public static bool IsWithin(string path, string folder) => IsSameOrBelow(Of(path), Of(folder));

    /// <summary>Whether a path is that of a folder or of something in it, both being full and without a separator at their ends.</summary>
    private static bool IsSameOrBelow(string path, string folder)
    {
        // Only a root, such as / or D:\, ends with its separator.
        string start = Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar;
        return path.Equals(folder, Comparison) || path.StartsWith(start, Comparison);
    }

    /// <summary>The path with the first link on its way replaced by that link's target; null where there is none.</summary>
    private static string? FollowFirst(string full)
    {
        int end = Path.GetPathRoot(full)!.Length;
        while (end < full.Length)
        {
            int next = full.IndexOf(Path.DirectorySeparatorChar, end);
            end = next < 0 ? full.Length : next;
            string part = full[..end];
            try
            {
                if (Directory.ResolveLinkTarget(part, returnFinalTarget: false) is { } target)
                {
                    return Path.TrimEndingDirectorySeparator(Path.GetFullPath(Path.Join(target.FullName, full[end..])));
                }
            }
            catch (Exception exception) when (FileFailure.IsAccess(exception))
            {
                return null;
            }

            end++;
        }

        return null;
    }
}
