using DeepQDataset.Layout;
using DeepQDataset.Sources;
using DeepQDataset.Text;

namespace DeepQDataset.Conversion;

/// <summary>
/// The images of a source by their file names, whatever the case and the form of Unicode, and by their stems. Of several that have the
/// name, the nearest wins: the the name wins, then the one that is nearest to the annotations.
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
                string name = PortableName.VisibleForm(EntryPath.FileName(entry.Path));
                _sameName.Add(_names.GetValueOrDefault(name, -1));
                _names[name] = _images.Count;
                _images.Add(entry);
            }
        }
    }

    /// <summary>Gets all images in ordinal order of their paths.</summary>
    public IReadOnlyList<SourceEntry> Images => _images;

    /// <summary>Finds an image.</summary>
    /// <param name="name">The name in the annotations, with <c>/</c> as separator, without <c>.</c> and <c>..</c>.</param>
    /// <param name="nearFolder">The folder of the annotations in the source; null if they are elsewhere.</param>
    /// <param name="hint">The name of a folder to prefer, such as <c>train</c>; null for none.</param>
    /// <returns>The number of equally good matches, and the first of them.</returns>
    public (SourceEntry? Image, int Count) Find(string name, string? nearFolder, string? hint)
    {
        Query query = new(name, nearFolder, hint);
        string visible = PortableName.VisibleForm(EntryPath.FileName(name));
        if (_names.TryGetValue(visible, out int first))
        {
            return Nearest(first, _sameName, query);
        }

        // The extension may differ if the images were converted later.
        IndexStems();
        return _stems.TryGetValue(visible[..ImageFileNames.StemLength(visible)], out first) ? Nearest(first, _sameStem, query) : (null, 0);
    }

    private void IndexStems()
    {
        if (_hasStems)
        {
            return;
        }

        _hasStems = true;
        foreach (SourceEntry image in _images)
        {
            string name = PortableName.VisibleForm(EntryPath.FileName(image.Path));
            string stem = name[..ImageFileNames.StemLength(name)];
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

    /// <summary>Represents what to search for.</summary>
    private readonly record struct Query(string Name, string? NearFolder, string? Hint)
    {
        /// <summary>Ranks how well a path matches; higher is better.</summary>
        public (int Folders, int Case, int Format, int Near) Rank(string path)
        {
            bool isSame = string.Equals(EntryPath.FileName(path), EntryPath.FileName(Name), StringComparison.Ordinal);
            bool isOurs = ImageFileNames.FormatOf(path) != DqImageFormat.Unknown;
            int hinted = Hint is not null && EntryPath.Folder(path).Split('/').Contains(Hint, StringComparer.OrdinalIgnoreCase) ? 1000 : 0;
            return (CommonEnd(path), isSame ? 1 : 0, isOurs ? 1 : 0, hinted + (NearFolder is null ? 0 : CommonStart(path, NearFolder)));
        }

        private int CommonEnd(string path)
        {
            string[] have = PortableName.VisibleForm(EntryPath.Folder(path)).Split('/', StringSplitOptions.RemoveEmptyEntries);
            string[] want = PortableName.VisibleForm(EntryPath.Folder(Name)).Split('/', StringSplitOptions.RemoveEmptyEntries);
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

            // The same folder is nearer than a folder below it.
            return (2 * common) + (have.Length == want.Length && common == have.Length ? 1 : 0);
        }
    }
}
