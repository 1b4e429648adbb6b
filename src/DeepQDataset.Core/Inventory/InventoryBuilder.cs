using DeepQDataset.Layout;
using DeepQDataset.Sources;
using DeepQDataset.Text;

namespace DeepQDataset.Inventory;

/// <summary>Finds the layout and sorts the entries of a source into it.</summary>
internal static class InventoryBuilder
{
    /// <summary>Builds the inventory in two passes over the entries: one to find the layout, one to sort them.</summary>
    /// <param name="source">An open source.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    /// <exception cref="OperationCanceledException">The operation was canceled.</exception>
    public static DatasetInventory Build(IDatasetSource source, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        LayoutLocation location = LayoutDetector.Find(source, cancellation);
        return location.EnclosingFolder is null
            ? WithoutLayout(source, location, cancellation)
            : new EntrySorter(location).Sort(source.Entries, cancellation);
    }

    /// <summary>Builds the inventory for an edition of the platform.</summary>
    /// <param name="source">An open source.</param>
    /// <param name="platform">The edition.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    /// <exception cref="OperationCanceledException">The operation was canceled.</exception>
    public static DatasetInventory Build(IDatasetSource source, DqPlatform platform, CancellationToken cancellation = default)
    {
        DatasetInventory inventory = Build(source, cancellation);
        return platform == DqPlatform.Edition30 ? FreeLayout.Build(source, inventory, cancellation) : inventory;
    }

    private static DatasetInventory WithoutLayout(IDatasetSource source, LayoutLocation location, CancellationToken cancellation)
    {
        int zips = 0;
        long images = 0;
        string? imageFolder = null;
        List<SourceEntry> systemFiles = [];
        foreach (SourceEntry entry in source.Entries)
        {
            cancellation.ThrowIfCancellationRequested();
            if (entry.IsFolder)
            {
                continue;
            }

            if (SystemFileNames.IsSystemPath(entry.Path))
            {
                systemFiles.Add(entry);
            }
            else if (ImageFileNames.HasImageExtension(entry.Path))
            {
                images++;
                imageFolder ??= EntryPath.Folder(entry.Path);
            }
            else if (entry.Path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) && !entry.Path.Contains('/', StringComparison.Ordinal))
            {
                zips++;
            }
        }

        return new DatasetInventory
        {
            Layout = DqLayout.Unknown,
            EnclosingFolder = "",
            Images = [],
            ClassFolders = [],
            LabelMeFiles = [],
            StrayFiles = [],
            SystemFiles = systemFiles,
            Search = new LayoutSearch(location.Rivals, zips, images, imageFolder),
        };
    }
}
