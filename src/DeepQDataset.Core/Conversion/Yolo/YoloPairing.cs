using DeepQDataset.Layout;
using DeepQDataset.Sources;
using DeepQDataset.Text;

namespace DeepQDataset.Conversion.Yolo;

/// <summary>
/// Finds the label file of each image: the image's path with <c>labels</c> instead of <c>images</c>, beside the image, or the nearest file
/// with the same name that belongs to no other image.
/// </summary>
internal sealed class YoloPairing
{
    private readonly Dictionary<string, SourceEntry> _labels = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private Dictionary<string, List<SourceEntry>>? _byStem;

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
                _labels.Add(entry.Path, entry);
            }
        }
    }

    /// <summary>Gets a value that indicates whether there is any label file.</summary>
    public bool IsEmpty => _labels.Count == 0;

    /// <summary>Gets the label files without an image.</summary>
    public IEnumerable<SourceEntry> Left => _labels.Values.Where(entry => !_taken.Contains(entry.Path));

    /// <summary>Finds the label file of each image.</summary>
    /// <returns>The file and the number of matches, at the index of the image.</returns>
    public (SourceEntry? File, int Count)[] Pair(IReadOnlyList<SourceEntry> images)
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

        for (int index = 0; index < pairs.Length; index++)
        {
            if (pairs[index].File is null)
            {
                pairs[index] = Nearest(images[index].Path);
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
        return beside is not null && _labels.TryGetValue(beside, out SourceEntry? file) ? file : _labels.GetValueOrDefault(label);
    }

    private (SourceEntry? File, int Count) Nearest(string image)
    {
        _byStem ??= Left.GroupBy(entry => EntryPath.FileName(entry.Path)[..^4], StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        string stem = EntryPath.FileName(image[..ImageFileNames.StemLength(image)]);
        if (!_byStem.TryGetValue(stem, out List<SourceEntry>? files))
        {
            return (null, 0);
        }

        (SourceEntry? best, int count, int bestRank) = (null, 0, -1);
        foreach (SourceEntry file in files)
        {
            int rank = Common(EntryPath.Folder(image).Split('/'), EntryPath.Folder(file.Path).Split('/'));
            (best, count, bestRank) = rank > bestRank ? (file, 1, rank) : (best, rank == bestRank ? count + 1 : count, bestRank);
        }

        if (count == 1)
        {
            _taken.Add(best!.Path);
        }

        return count == 1 ? (best, 1) : (null, count);
    }

    /// <summary>Returns the number of folders that two paths share at their starts and ends.</summary>
    private static int Common(string[] first, string[] second)
    {
        int least = Math.Min(first.Length, second.Length);
        int start = 0;
        while (start < least && string.Equals(first[start], second[start], StringComparison.OrdinalIgnoreCase))
        {
            start++;
        }

        int end = 0;
        while (end < least - start && string.Equals(first[^(end + 1)], second[^(end + 1)], StringComparison.OrdinalIgnoreCase))
        {
            end++;
        }

        return start + end;
    }
}
