using DeepQDataset.Layout;
using DeepQDataset.Sources;
using DeepQDataset.Text;

namespace DeepQDataset.Conversion.Yolo;

/// <summary>
/// Finds the label file of each image: where <c>images</c> in its path is <c>labels</c>, beside it, or else the one of its name in a tree
/// of folders that mirrors the images' one. A file of the same name in any other folder may well be another image's.
/// </summary>
internal sealed class YoloPairing
{
    private readonly Dictionary<string, SourceEntry> _labels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SourceEntry> _visible = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private Dictionary<string, List<SourceEntry>>? _byStem;
    private YoloMirrors? _mirrors;

    /// <summary>Lists the label files.</summary>
    /// <param name="source">The dataset.</param>
    /// <param name="lists">The lists of images, which are not label files.</param>
    public YoloPairing(IDatasetSource source, IReadOnlySet<string> lists)
    {
        foreach (SourceEntry entry in source.Entries)
        {
            if (!entry.IsFolder && entry.Path.EndsWith(".txt", StringComparison.OrdinalIgnoreCase) && !lists.Contains(entry.Path)
                && !YoloNamesFinder.IsNamesFile(EntryPath.FileName(entry.Path)) && !SystemFileNames.IsSystemPath(entry.Path))
            {
                _labels.TryAdd(entry.Path, entry);
                _visible.TryAdd(PortableName.VisibleForm(entry.Path), entry);
            }
        }
    }

    /// <summary>Gets a value that indicates whether there is any label file.</summary>
    public bool IsEmpty => _labels.Count == 0;

    /// <summary>Gets the label files without an image.</summary>
    public IEnumerable<SourceEntry> Left => _labels.Values.Where(entry => !_taken.Contains(entry.Path));

    /// <summary>Finds the label file of each image.</summary>
    /// <param name="images">The images.</param>
    /// <param name="allImages">These and those that the splits leave out.</param>
    /// <returns>The file and the number of matches, at the index of the image.</returns>
    public (SourceEntry? File, int Count)[] Pair(IReadOnlyList<SourceEntry> images, IReadOnlyList<SourceEntry> allImages)
    {
        (SourceEntry? File, int Count)[] pairs = new (SourceEntry?, int)[images.Count];
        for (int index = 0; index < pairs.Length; index++)
        {
            if (Exact(images[index].Path) is SourceEntry file)
            {
                pairs[index] = (file, 1);
                _taken.Add(file.Path);
            }
        }

        _mirrors = new YoloMirrors(allImages.Select(static image => image.Path), _labels.Keys);
        for (int index = 0; index < pairs.Length; index++)
        {
            if (pairs[index].File is null)
            {
                pairs[index] = Mirrored(images[index].Path);
            }
        }

        // Labels of images that no split names are not left over.
        foreach (SourceEntry image in allImages)
        {
            if (Exact(image.Path) is SourceEntry file)
            {
                _taken.Add(file.Path);
            }
        }

        return pairs;
    }

    private SourceEntry? Exact(string image)
    {
        string label = string.Concat(image.AsSpan(0, ImageFileNames.StemLength(image)), ".txt");
        int at = label.LastIndexOf("/images/", StringComparison.OrdinalIgnoreCase);
        string? beside = at >= 0 ? string.Concat(label.AsSpan(0, at), "/labels/", label.AsSpan(at + 8))
            : label.StartsWith("images/", StringComparison.OrdinalIgnoreCase) ? string.Concat("labels/", label.AsSpan(7))
            : null;
        return (beside is null ? null : LabelAt(beside)) ?? LabelAt(label);
    }

    /// <summary>Returns the label file of a path, or else the one whose path looks the same.</summary>
    private SourceEntry? LabelAt(string path) =>
        _labels.GetValueOrDefault(path) ?? _visible.GetValueOrDefault(PortableName.VisibleForm(path));

    private (SourceEntry? File, int Count) Mirrored(string image)
    {
        _byStem ??= Left.GroupBy(entry => PortableName.VisibleForm(EntryPath.FileName(entry.Path)[..^4]), StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        string stem = PortableName.VisibleForm(EntryPath.FileName(image[..ImageFileNames.StemLength(image)]));
        SourceEntry[] files = [.. _byStem.GetValueOrDefault(stem, []).Where(file => _mirrors!.Holds(image, file.Path))];
        if (files.Length == 1)
        {
            _taken.Add(files[0].Path);
        }

        return files.Length == 1 ? (files[0], 1) : (null, files.Length);
    }
}
