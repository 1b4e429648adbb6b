using DeepQDataset.Files;
using DeepQDataset.Layout;
using DeepQDataset.Sources;
using DeepQDataset.Streams;
using DeepQDataset.Text;

namespace DeepQDataset.Inventory;

/// <summary>Collects the folders with JSON files, and determines which of them contains LabelMe files (guide chapter 2.3).</summary>
internal sealed class LabelMeSearch
{
    /// <summary>The number of bytes of a JSON to examine: LabelMe writes its keys, except for the image data, at the start.</summary>
    private const int PeekBytes = 16 * 1024;

    /// <summary>The number of JSON files to examine in one folder, and the number of folders.</summary>
    private const int PeekFiles = 3;
    private const int PeekFolders = 16;

    private readonly Dictionary<string, List<SourceEntry>> _folders = new(StringComparer.Ordinal);

    /// <summary>Examines a file.</summary>
    /// <param name="entry">
    /// The file. It is not in a prescribed folder or a system folder, but may be directly in a misspelled prescribed folder.
    /// </param>
    /// <param name="folderLength">The length of the path of its folder.</param>
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

    /// <summary>Determines whether a path is that of a JSON file.</summary>
    public static bool IsJson(string path) => path.EndsWith(".json", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Chooses the shallowest folder with LabelMe files: an image has the same name as the JSON, or the JSON has LabelMe's keys.
    /// </summary>
    /// <param name="source">The source of the files.</param>
    /// <param name="above">The maximum depth, exclusive.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    /// <returns>The location; null if there is none.</returns>
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
    /// Determines whether a misspelling such as <c>images</c> is really the folder of LabelMe files: most JSON files in it have LabelMe's
    /// keys.
    /// </summary>
    /// <param name="source">The source of the files.</param>
    /// <param name="folder">The misspelled folder.</param>
    /// <returns>The location; null if it is not such a folder.</returns>
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

    /// <summary>Determines whether a folder on disk directly contains LabelMe files.</summary>
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
