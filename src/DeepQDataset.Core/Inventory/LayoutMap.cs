using DeepQDataset.Layout;

namespace DeepQDataset.Inventory;

/// <summary>Maps the folders of a layout to the meaning of the files in them.</summary>
/// <param name="enclosingFolder">The folder that contains the layout; empty for the root.</param>
internal sealed class LayoutMap(string enclosingFolder)
{
    /// <summary>The maximum depth of folders: one level below a series.</summary>
    private const int DeepestLevel = 3;

    private readonly Dictionary<string, LayoutFolder> _folders = new(StringComparer.Ordinal);
    private readonly int _start = enclosingFolder.Length == 0 ? 0 : enclosingFolder.Length + 1;

    /// <summary>Gets the folders of the layout found so far.</summary>
    public IReadOnlyCollection<LayoutFolder> Folders => _folders.Values;

    /// <summary>Returns the place of a folder, and remembers folders of the layout.</summary>
    /// <param name="folder">The path relative to the root of the source; empty for the root.</param>
    public FolderPlace PlaceOf(ReadOnlySpan<char> folder)
    {
        int systemLength = SystemFileNames.SystemFolderLength(folder);
        if (systemLength > 0)
        {
            return new FolderPlace { SystemFolder = folder[..systemLength].ToString() };
        }

        if (folder.SequenceEqual(enclosingFolder))
        {
            return FolderPlace.Root;
        }

        if (folder.Length <= _start
            || (_start > 0 && (folder[_start - 1] != '/' || !folder.StartsWith(enclosingFolder, StringComparison.Ordinal))))
        {
            return FolderPlace.Outside;
        }

        int end = EndOfPart(folder, _start);
        FixedFolder kind = FixedNames.MatchFolder(folder[_start..end]);
        return kind switch
        {
            FixedFolder.Image => PlaceInImage(folder, end),
            FixedFolder.Classes => PlaceInClasses(folder, end),
            _ => FolderPlace.Outside,
        };
    }

    private FolderPlace PlaceInImage(ReadOnlySpan<char> folder, int end)
    {
        LayoutFolder current = Remember(folder[..end], LayoutFolderRole.Image, parent: null);
        int labelNameStart = end + 1;
        int level = 0;
        string? study = null;
        string? series = null;
        for (int start = end + 1; start < folder.Length; start = end + 1)
        {
            end = EndOfPart(folder, start);
            level++;
            if (level > DeepestLevel)
            {
                continue;
            }

            LayoutFolderRole role = level == 1 ? LayoutFolderRole.Study : level == 2 ? LayoutFolderRole.Series : LayoutFolderRole.Nested;
            current = Remember(folder[..end], role, current);
            study = level == 1 ? current.Name : study;
            series = level == 2 ? current.Name : series;
        }

        // An extra folder in a series leaves the image in its series; one around the studies (no Series<N> in second place) does not.
        bool isInSeries = level == 2 || (level > 2 && SeriesName.IsValid(series));
        return new FolderPlace
        {
            Folder = current,
            Kind = FixedFolder.Image,
            Level = level,
            LabelNameStart = labelNameStart,
            Study = isInSeries ? study : null,
            Series = isInSeries ? series : null,
        };
    }

    private FolderPlace PlaceInClasses(ReadOnlySpan<char> folder, int end)
    {
        LayoutFolder current = Remember(folder[..end], LayoutFolderRole.Classes, parent: null);
        int level = 0;
        string? className = null;
        for (int start = end + 1; start < folder.Length; start = end + 1)
        {
            end = EndOfPart(folder, start);
            level++;
            if (level > 2)
            {
                continue;
            }

            current = Remember(folder[..end], level == 1 ? LayoutFolderRole.Class : LayoutFolderRole.Nested, current);
            className ??= current.Name;
        }

        return new FolderPlace { Folder = current, Kind = FixedFolder.Classes, Level = level, Class = className };
    }

    private LayoutFolder Remember(ReadOnlySpan<char> path, LayoutFolderRole role, LayoutFolder? parent)
    {
        string key = path.ToString();
        if (!_folders.TryGetValue(key, out LayoutFolder? folder))
        {
            folder = new LayoutFolder(key, role, parent);
            _folders.Add(key, folder);
        }

        return folder;
    }

    private static int EndOfPart(ReadOnlySpan<char> path, int start)
    {
        int slash = path[start..].IndexOf('/');
        return slash < 0 ? path.Length : start + slash;
    }
}
