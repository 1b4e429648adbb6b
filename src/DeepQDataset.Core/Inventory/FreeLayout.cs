using DeepQDataset.Layout;
using DeepQDataset.Sources;
using DeepQDataset.Text;

namespace DeepQDataset.Inventory;

/// <summary>
/// Builds the inventory of the free layout of edition 3.0: images anywhere, and a label.csv at the root with their paths (guide 3.0, Data
/// Formats). It applies if an image is outside of <c>image</c>; class folders and LabelMe datasets keep their layouts.
/// </summary>
internal static class FreeLayout
{
    /// <summary>Builds the inventory in edition 3.0.</summary>
    /// <param name="source">An open source.</param>
    /// <param name="listed">The inventory in the other editions.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    /// <returns><paramref name="listed"/> itself if edition 3.0 reads the dataset in the same way.</returns>
    public static DatasetInventory Build(IDatasetSource source, DatasetInventory listed, CancellationToken cancellation)
    {
        bool applies = listed.Layout switch
        {
            DqLayout.Unknown => listed.Search is { Images: > 0 },
            DqLayout.ClassFolders or DqLayout.LabelMe => false,
            _ => listed.StrayFiles.Any(static file => ImageFileNames.FormatOf(file.Path) != DqImageFormat.Unknown),
        };
        return applies ? Sort(source, cancellation) : listed;
    }

    private static DatasetInventory Sort(IDatasetSource source, CancellationToken cancellation)
    {
        LabelFileChoice labelFile = new();
        List<SourceEntry> images = [];
        List<SourceEntry> stray = [];
        List<SourceEntry> system = [];
        Dictionary<string, int> systemFolders = new(StringComparer.Ordinal);
        string? previous = null;
        int count = 0;
        foreach (SourceEntry entry in source.Entries)
        {
            if (count++ % 4096 == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            ReadOnlySpan<char> name = entry.Path.AsSpan(entry.Path.LastIndexOf('/') + 1);
            int systemLength = SystemFileNames.SystemFolderLength(entry.Path);
            if (systemLength > 0)
            {
                string folder = entry.Path[..systemLength];
                systemFolders[folder] = systemFolders.GetValueOrDefault(folder) + (entry.IsFolder ? 0 : 1);
            }

            if (entry.IsFolder || string.Equals(entry.Path, previous, StringComparison.Ordinal))
            {
                continue; // A zip may contain a path twice (DQ706); the first one counts.
            }

            previous = entry.Path;
            if (systemLength > 0 || SystemFileNames.IsFile(name))
            {
                system.Add(entry);
            }
            else if (FixedNames.IsLabelFile(name))
            {
                labelFile.Offer(entry, LayoutDetector.Depth(EntryPath.Folder(entry.Path)), FixedNames.LabelFileDistance(name));
            }
            else if (IsImage(entry.Path))
            {
                images.Add(entry);
            }
            else
            {
                stray.Add(entry);
            }
        }

        string enclosing = EnclosingFolder(labelFile.Chosen, images);
        FreeFolders folders = new(enclosing);
        foreach (SourceEntry image in images)
        {
            folders.Add(image.Path);
        }

        int start = enclosing.Length == 0 ? 0 : enclosing.Length + 1;
        stray.AddRange(labelFile.Rejected);
        stray.Sort(static (left, right) => string.CompareOrdinal(left.Path, right.Path));
        return new DatasetInventory
        {
            Layout = DqLayout.Free,
            EnclosingFolder = enclosing,
            Images = images.ConvertAll(entry => new ImageEntry
            {
                Entry = entry,
                ExpectedFormat = ImageFileNames.FormatOf(entry.Path),
                LabelName = entry.Path[start..],
            }),
            LabelFile = labelFile.Chosen,
            ClassFolders = [],
            LabelMeFiles = [],
            StrayFiles = stray,
            SystemFiles = system,
            SystemFolders =
            [
                .. systemFolders.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new SystemFolder(pair.Key, pair.Value)),
            ],
            Folders = folders.ToArray(),
        };
    }

    /// <summary>
    /// Determines whether a file is an image. In <c>image</c>, files without an extension are images, too, as in the other editions.
    /// </summary>
    private static bool IsImage(string path) => ImageFileNames.HasImageExtension(path)
        || (path.StartsWith(FixedNames.ImageFolder + "/", StringComparison.Ordinal) && ImageFileNames.IsCandidate(path));

    /// <summary>
    /// Returns the folder that contains label.csv and all images, which is not part of the names of images; empty if there is none.
    /// </summary>
    private static string EnclosingFolder(SourceEntry? labelFile, List<SourceEntry> images)
    {
        string folder = labelFile is null ? "" : EntryPath.Folder(labelFile.Path);
        return folder.Length > 0 && !FixedNames.ImageFolder.Equals(folder, StringComparison.Ordinal)
            && images.TrueForAll(image => image.Path.Length > folder.Length && image.Path[folder.Length] == '/'
                && image.Path.StartsWith(folder, StringComparison.Ordinal))
            ? folder
            : "";
    }
}
