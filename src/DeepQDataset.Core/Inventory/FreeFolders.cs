using DeepQDataset.Layout;

namespace DeepQDataset.Inventory;

/// <summary>Collects the folders of images and their parents.</summary>
/// <param name="enclosingFolder">The enclosing folder of the dataset, which is not included; empty for the root.</param>
internal sealed class FreeFolders(string enclosingFolder)
{
    /// <summary>The maximum depth of folders. Deeper ones are part of them; a path in a zip may have thousands.</summary>
    private const int DeepestLevel = 32;

    private readonly Dictionary<string, LayoutFolder> _folders = new(StringComparer.Ordinal);
    private readonly int _start = enclosingFolder.Length == 0 ? 0 : enclosingFolder.Length + 1;
    private string? _lastPath;
    private LayoutFolder? _last;

    /// <summary>Counts an image in its folder.</summary>
    /// <param name="path">The path of the image.</param>
    public void Add(string path)
    {
        int length = path.LastIndexOf('/');
        if (length <= _start)
        {
            return;
        }

        if (_last is null || !path.AsSpan(0, length).SequenceEqual(_lastPath))
        {
            _lastPath = path[..length];
            _last = FolderOf(_lastPath);
        }

        _last.Add(isImage: true);
    }

    /// <summary>Returns all folders in ordinal order of their paths.</summary>
    public LayoutFolder[] ToArray()
    {
        LayoutFolder[] folders = [.. _folders.Values];
        Array.Sort(folders, static (left, right) => string.CompareOrdinal(left.Path, right.Path));
        return folders;
    }

    private LayoutFolder FolderOf(string path)
    {
        LayoutFolder? folder = null;
        int slash = path.IndexOf('/', _start);
        for (int level = 1; ; level++)
        {
            string part = slash < 0 ? path : path[..slash];
            if (!_folders.TryGetValue(part, out LayoutFolder? known))
            {
                known = new LayoutFolder(part, LayoutFolderRole.Free, folder);
                _folders.Add(part, known);
            }

            folder = known;
            if (slash < 0 || level == DeepestLevel)
            {
                return folder;
            }

            slash = path.IndexOf('/', slash + 1);
        }
    }
}
