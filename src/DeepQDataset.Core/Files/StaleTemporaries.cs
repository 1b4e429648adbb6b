using System.Collections.Concurrent;
using System.Diagnostics;

namespace DeepQDataset.Files;

/// <summary>
/// Removes temporary files and folders of processes that were killed. Those of running processes stay, and so do those of other machines,
/// because this machine cannot determine whether their processes have ended.
/// </summary>
internal static class StaleTemporaries
{
    private const int MostFolders = 10_000;

    /// <summary>
    /// The pause between two searches of a folder, as a multiple of the duration of a search. Otherwise a large folder would be listed for
    /// each file that is written to it.
    /// </summary>
    private const int PauseFactor = 100;

    /// <summary>The time of the next search of each folder in ticks of <see cref="Stopwatch"/>.</summary>
    private static readonly ConcurrentDictionary<string, long> Next = new(StringComparer.Ordinal);

    /// <summary>Removes them from a folder, but not from its subfolders.</summary>
    /// <param name="folder">The rooted path of the folder, which need not exist.</param>
    public static void Remove(string folder)
    {
        long start = Stopwatch.GetTimestamp();
        if (Next.TryGetValue(folder, out long next) && start < next)
        {
            return;
        }

        if (Next.Count >= MostFolders)
        {
            Next.Clear();
        }

        foreach (string path in Find(folder))
        {
            Temporary.TryRemove(path);
        }

        long end = Stopwatch.GetTimestamp();
        Next[folder] = end + (PauseFactor * (end - start));
    }

    private static string[] Find(string folder)
    {
        try
        {
            return Directory.EnumerateFileSystemEntries(folder, ".*.tmp", new EnumerationOptions { AttributesToSkip = FileAttributes.None })
                .Where(static path => TemporaryName.IsStale(Path.GetFileName(path)) && !AtomicFolder.HoldsOnlyCopy(path))
                .ToArray();
        }
        catch (Exception exception) when (FileFailure.IsAccess(exception))
        {
            return []; // The error is reported when the file is written.
        }
    }
}
