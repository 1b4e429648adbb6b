using DeepQDataset.Layout;
using DeepQDataset.Sources;

namespace DeepQDataset.Inventory;

/// <summary>
/// Finds the folder of the layout: the one with <c>image</c> or <c>Classes</c>, in any spelling, or with LabelMe files. The shallowest
/// wins; of several at the same depth, the only one with correct spelling. If several remain, they are rivals, that is, more than one
/// dataset. A folder <c>images</c> with LabelMe files and without label.csv beside it encloses them and is not a misspelled <c>image</c>.
/// </summary>
internal static class LayoutDetector
{
    /// <summary>Finds the layout in one pass over the entries; a second one is needed only for LabelMe.</summary>
    /// <param name="source">An open source.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    public static LayoutLocation Find(IDatasetSource source, CancellationToken cancellation)
    {
        FixedFolderSearch fixedFolders = new();
        LabelMeSearch labelMe = new();
        IReadOnlyList<SourceEntry> entries = source.Entries;
        string? lastFolder = null;
        int lastLength = 0;
        bool isOpen = true;
        for (int index = 0; index < entries.Count; index++)
        {
            if (index % 4096 == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            SourceEntry entry = entries[index];
            int length = entry.IsFolder ? entry.Path.Length : Math.Max(0, entry.Path.LastIndexOf('/'));
            if (lastFolder is null || !lastFolder.AsSpan(0, lastLength).SequenceEqual(entry.Path.AsSpan(0, length)))
            {
                lastFolder = entry.Path;
                lastLength = length;
                ReadOnlySpan<char> folder = entry.Path.AsSpan(0, length);
                isOpen = SystemFileNames.SystemFolderLength(folder) == 0 && (!fixedFolders.Look(folder, out bool isNearMiss) || isNearMiss);
            }

            if (isOpen && !entry.IsFolder)
            {
                labelMe.Look(entry, length);
            }
        }

        LayoutLocation found = fixedFolders.Best(out int depth, out string? nearMiss);
        return labelMe.Best(source, depth, cancellation) ?? (nearMiss is null ? null : labelMe.InNearMiss(source, nearMiss)) ?? found;
    }

    /// <summary>Returns the number of folders in a path; 0 for the root.</summary>
    internal static int Depth(string folder)
    {
        int depth = folder.Length == 0 ? 0 : 1;
        foreach (char character in folder)
        {
            depth += character == '/' ? 1 : 0;
        }

        return depth;
    }
}
