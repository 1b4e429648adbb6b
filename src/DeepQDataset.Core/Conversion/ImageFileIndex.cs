using DeepQDataset.Layout;
using DeepQDataset.Sources;
using DeepQDataset.Text;

namespace DeepQDataset.Conversion;

/// <summary>
/// The images of a source by their file names, whatever the case, and by their stems. Of several that have the name, the nearest wins: the
/// one that shares the most folders with the name, then the one that lies nearest to the annotations.
/// </summary>
internal sealed class ImageFileIndex
{
    private readonly List<SourceEntry> _images = [];
    private readonly List<int> _sameName = [];
    private readonly List<int> _sameStem = [];
    private readonly Dictionary<string, int> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _stems = new(StringComparer.OrdinalIgnoreCase);
    private bool _hasStems;

    /// <summary>Indexes a source.</summary>
    /// <param name="source">The folder or zip.</param>
    public ImageFileIndex(IDatasetSource source)
    {
        foreach (SourceEntry entry in source.Entries)
        {
            if (!entry.IsFolder && ImageFileNames.IsCandidate(entry.Path) && !SystemFileNames.IsSystemPath(entry.Path))
            {
                string name = EntryPath.FileName(entry.Path);
                _sameName.Add(_names.GetValueOrDefault(name, -1));
                _names[name] = _images.Count;
                _images.Add(entry);
            }
        }
    }

    /// <summary>All images, in ordinal order of their paths.</summary>
    public IReadOnlyList<SourceEntry> Images => _images;

    /// <summary>Finds an image.</summary>
    /// <param name="name">How an annotation names it: <c>/</c>-separated, without <c>.</c> and <c>..</c>.</param>
    /// <param name="nearFolder">The folder in the source that the annotations lie in; null when they lie elsewhere.</param>
    /// <param name="hint">A folder's name that is to be preferred, such as <c>train</c>; null for none.</param>
    /// <returns>How many fit equally well, and the first of them.</returns>
    public (SourceEntry? Image, int Count) Find(string name, string? nearFolder, string? hint)
    {
        Query query = new(name, nearFolder, hint);
        if (_names.TryGetValue(EntryPath.FileName(name), out int first))
        {
            return Nearest(first, _sameName, query);
        }

        // The extension may differ: the images may have been converted meanwhile.
        IndexStems();
        return _stems.TryGetValue(EntryPath.FileName(name)[..StemLength(name)], out first) ? Nearest(first, _sameStem, query) : (null, 0);
    }

    private static int StemLength(string path) => ImageFileNames.StemLength(path) - (path.LastIndexOf('/') + 1);

    private void IndexStems()
    {
        if (_hasStems)
        {
            return;
        }

        _hasStems = true;
        foreach (SourceEntry image in _images)
        {
            string stem = EntryPath.FileName(image.Path)[..StemLength(image.Path)];
            _sameStem.Add(_stems.GetValueOrDefault(stem, -1));
            _stems[stem] = _sameStem.Count - 1;
        }
    }

    private (SourceEntry? Image, int Count) Nearest(int first, List<int> next, Query query)
    {
        SourceEntry? best = null;
        int count = 0;
        (int, int, int, int) bestRank = default;
        for (int index = first; index >= 0; index = next[index])
        {
            (int, int, int, int) rank = query.Rank(_images[index].Path);
            int order = best is null ? 1 : rank.CompareTo(bestRank);
            if (order >= 0)
            {
                best = _images[index];
                count = order > 0 ? 1 : count + 1;
                bestRank = rank;
            }
        }

        return (best, count);
    }

    /// <summary>What is looked for.</summary>
    private readonly record struct Query(string Name, string? NearFolder, string? Hint)
    {
        /// <summary>How well a path fits, the better the greater.</summary>
        public (int Folders, int Case, int Format, int Near) Rank(string path)
        {
            bool isSame = string.Equals(EntryPath.FileName(path), EntryPath.FileName(Name), StringComparison.Ordinal);
            bool isOurs = ImageFileNames.FormatOf(path) != DqImageFormat.Unknown;
            int hinted = Hint is not null && EntryPath.Folder(path).Split('/').Contains(Hint, StringComparer.OrdinalIgnoreCase) ? 1000 : 0;
            return (CommonEnd(path), isSame ? 1 : 0, isOurs ? 1 : 0, hinted + (NearFolder is null ? 0 : CommonStart(path, NearFolder)));
        }

        private int CommonEnd(string path)
        {
            string[] have = EntryPath.Folder(path).Split('/', StringSplitOptions.RemoveEmptyEntries);
            string[] want = EntryPath.Folder(Name).Split('/', StringSplitOptions.RemoveEmptyEntries);
            int common = 0;
            while (common < Math.Min(have.Length, want.Length)
                && string.Equals(have[^(common + 1)], want[^(common + 1)], StringComparison.OrdinalIgnoreCase))
            {
                common++;
            }

            return common;
        }

        private static int CommonStart(string path, string folder)
        {
            string[] have = EntryPath.Folder(path).Split('/', StringSplitOptions.RemoveEmptyEntries);
            string[] want = folder.Split('/', StringSplitOptions.RemoveEmptyEntries);
            int common = 0;
            while (common < Math.Min(have.Length, want.Length) && string.Equals(have[common], want[common], StringComparison.Ordinal))
            {
                common++;
            }

            // In the very folder is nearer than below it.
            return (2 * common) + (have.Length == want.Length && common == have.Length ? 1 : 0);
        }
    }
}
