using DeepQDataset.Files;
using DeepQDataset.Layout;
using DeepQDataset.Sources;
using DeepQDataset.Streams;
using DeepQDataset.Text;

namespace DeepQDataset.Inventory;

/// <summary>Gathers the folders that hold JSON files, and finds out which of them holds LabelMe's (guide chapter 2.3).</summary>
internal sealed class LabelMeSearch
{
    /// <summary>How much of a JSON is looked at: LabelMe writes its keys, but for the image's data, at the start.</summary>
    private const int PeekBytes = 16 * 1024;

    /// <summary>The number of JSON files of one folder are looked into, and how many folders.</summary>
    private const int PeekFiles = 3;
    private const int PeekFolders = 16;

    private readonly Dictionary<string, List<SourceEntry>> _folders = new(StringComparer.Ordinal);

    /// <summary>Looks at a file.</summary>
    /// <param name="entry">The file; in no prescribed folder, but perhaps directly in its near miss, and in no system folder.</param>
    /// <param name="folderLength">The length of its folder's path.</param>
    public void Look(SourceEntry entry, int folderLength)
    {
        if (!IsJson(entry.Path) || SystemFileNames.IsFile(EntryPath.FileName(entry.Path)))
        {
            return;
        }

        string folder = entry.Path[..folderLength];
        if (!_folders.TryGetValue(folder, out List<SourceEntry>? files))
        {
            files = [];
            _folders.Add(folder, files);
        }

        files.Add(entry);
    }

    /// <summary>Determines whether a file's name is that of a JSON file.</summary>
    public static bool IsJson(string path) => path.EndsWith(".json", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Chooses the shallowest folder whose JSON files are LabelMe's: an image has the same name, or the JSON has LabelMe's keys.
    /// </summary>
    /// <param name="source">What holds the files.</param>
    /// <param name="above">Only folders less deep than this come into question.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    /// <returns>Null when there is none.</returns>
    public LayoutLocation? Best(IDatasetSource source, int above, CancellationToken cancellation)
    {
        List<string> folders = _folders.Keys.Where(folder => LayoutDetector.Depth(folder) < above)
            .OrderBy(LayoutDetector.Depth).ThenBy(folder => folder, StringComparer.Ordinal).Take(PeekFolders).ToList();
        if (folders.Count == 0)
        {
            return null;
        }

        HashSet<string> withImages = FoldersWithImageOfSameName(source, cancellation);
        List<string> found = [];
        foreach (string folder in folders)
        {
            if (found.Count > 0 && LayoutDetector.Depth(folder) > LayoutDetector.Depth(found[0]))
            {
                break;
            }

            if (withImages.Contains(folder) || _folders[folder].Take(PeekFiles).Any(entry => HasKeys(source, entry)))
            {
                found.Add(folder);
            }
        }

        return found.Count switch
        {
            0 => null,
            1 => new LayoutLocation(found[0], IsLabelMe: true, []),
            _ => new LayoutLocation(null, IsLabelMe: false, found),
        };
    }

    /// <summary>
    /// Determines whether a near miss such as <c>images</c> is in truth the folder around LabelMe's files: they have its keys, and are not
    /// just a few.
    /// </summary>
    /// <param name="source">What holds the files.</param>
    /// <param name="folder">The near miss.</param>
    /// <returns>Null when it is not.</returns>
    public LayoutLocation? InNearMiss(IDatasetSource source, string folder)
    {
        if (!_folders.TryGetValue(folder, out List<SourceEntry>? files) || !files.Take(PeekFiles).All(entry => HasKeys(source, entry)))
        {
            return null;
        }

        string around = EntryPath.Folder(folder);
        int images = 0;
        foreach (SourceEntry entry in source.Entries)
        {
            ReadOnlySpan<char> place = entry.Path.AsSpan(0, Math.Max(0, entry.Path.LastIndexOf('/')));
            if (entry.IsFolder)
            {
                continue;
            }

            if (place.SequenceEqual(around) && FixedNames.IsLabelFile(EntryPath.FileName(entry.Path)))
            {
                return null;
            }

            images += place.StartsWith(folder, StringComparison.Ordinal) && ImageFileNames.HasImageExtension(entry.Path) ? 1 : 0;
        }

        return images <= 2 * files.Count ? new LayoutLocation(folder, IsLabelMe: true, []) : null;
    }

    /// <summary>Determines whether a folder on disk directly holds LabelMe's files.</summary>
    /// <param name="folder">The rooted path.</param>
    /// <exception cref="IOException">The folder cannot be listed.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    public static bool IsIn(string folder)
    {
        string[] files = Directory.EnumerateFiles(folder, "*.json").Take(PeekFiles).ToArray();
        return files.Length > 0 && Array.TrueForAll(files, static file => HasKeys(() => FileRegionStream.OpenFile(file)));
    }

    private HashSet<string> FoldersWithImageOfSameName(IDatasetSource source, CancellationToken cancellation)
    {
        HashSet<string> stems = new(StringComparer.Ordinal);
        foreach (List<SourceEntry> files in _folders.Values)
        {
            foreach (SourceEntry file in files)
            {
                stems.Add(file.Path[..^".json".Length]);
            }
        }

        HashSet<string> folders = new(StringComparer.Ordinal);
        foreach (SourceEntry entry in source.Entries)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!entry.IsFolder && ImageFileNames.HasImageExtension(entry.Path)
                && stems.Contains(entry.Path[..ImageFileNames.StemLength(entry.Path)]))
            {
                folders.Add(EntryPath.Folder(entry.Path));
            }
        }

        return folders;
    }

    private static bool HasKeys(IDatasetSource source, SourceEntry entry) => HasKeys(() => source.Open(entry));

    private static bool HasKeys(Func<Stream> open)
    {
        byte[] bytes = new byte[PeekBytes];
        try
        {
            using Stream stream = open();
            ReadOnlySpan<byte> start = bytes.AsSpan(0, stream.ReadAtLeast(bytes, PeekBytes, throwOnEndOfStream: false));
            return start.IndexOf("\"shapes\""u8) >= 0 || start.IndexOf("\"imagePath\""u8) >= 0 || start.IndexOf("\"imageData\""u8) >= 0;
        }
        catch (Exception exception) when (FileFailure.IsReading(exception))
        {
            return false;
        }
    }
}
