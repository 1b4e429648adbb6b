namespace DeepQDataset.Files;

/// <summary>Resolves links and junctions in paths, so that two paths of one place are recognized.</summary>
internal static class RealPath
{
    /// <summary>More links than any file system follows.</summary>
    private const int MaximumLinks = 40;

    /// <summary>The comparison of names on this system.</summary>
    public static readonly StringComparison Comparison =
        OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    /// <summary>Returns the path with all links resolved. Parts that do not exist or cannot be read are kept as they are.</summary>
    /// <param name="path">The rooted path, which need not exist.</param>
    public static string Of(string path)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        for (int links = 0; links < MaximumLinks; links++)
        {
            if (FollowFirst(full) is not string followed)
            {
                break;
            }

            full = followed;
        }

        return full;
    }

    /// <summary>Determines whether a path is a folder or is inside it.</summary>
    /// <param name="path">The rooted path, which need not exist.</param>
    /// <param name="folder">The rooted path of the folder.</param>
    public static bool IsWithin(string path, string folder) => IsSameOrBelow(Of(path), Of(folder));

    /// <summary>Determines whether a path is a folder or is inside it. Both must be full paths without a separator at the end.</summary>
    private static bool IsSameOrBelow(string path, string folder)
    {
        // Only a root, such as / or D:\, ends with its separator.
        string start = Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar;
        return path.Equals(folder, Comparison) || path.StartsWith(start, Comparison);
    }

    /// <summary>Returns the path with its first link replaced by the target; null if there is none.</summary>
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
