using System.IO.Enumeration;
using DeepQDataset.Text;

namespace DeepQDataset.Sources;

/// <summary>Lists a folder with all its descendants in one walk.</summary>
internal sealed class FolderListing
{
    private static readonly EnumerationOptions Everything = new()
    {
        AttributesToSkip = FileAttributes.None,
        IgnoreInaccessible = false,
        RecurseSubdirectories = true,
        ReturnSpecialDirectories = false,
        MaxRecursionDepth = int.MaxValue,
    };

    private readonly string _root;
    private readonly Func<string, bool, bool>? _belongs;
    private readonly CancellationToken _cancellation;
    private readonly List<SourceEntry> _entries = [];
    private readonly List<(string Path, string Target)> _links = [];

    /// <summary>Lists a folder.</summary>
    /// <param name="root">The full path of the folder, without a trailing separator.</param>
    /// <param name="belongs">Determines by name, and whether it is a folder, which direct children to include; null for all.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    public FolderListing(string root, Func<string, bool, bool>? belongs, CancellationToken cancellation)
    {
        _root = root;
        _belongs = belongs;
        _cancellation = cancellation;
        List(root, prefix: "", belongs is null ? null : BelongsAtRoot, followsLinks: true);
        foreach ((string path, string target) in _links)
        {
            List(target, path, include: null, followsLinks: false);
        }
    }

    private delegate bool EntryFilter(ref FileSystemEntry entry);

    /// <summary>Returns all entries in ordinal order of their paths.</summary>
    public SourceEntry[] ToArray()
    {
        SourceEntry[] entries = _entries.ToArray();
        string[] paths = new string[entries.Length];
        for (int index = 0; index < entries.Length; index++)
        {
            paths[index] = entries[index].Path;
        }

        Array.Sort(paths, entries, StringComparer.Ordinal);
        return entries;
    }

    private bool BelongsAtRoot(ref FileSystemEntry entry) =>
        entry.Directory.Length > entry.RootDirectory.Length || _belongs!(entry.FileName.ToString(), entry.IsDirectory);

    private void List(string folder, string prefix, EntryFilter? include, bool followsLinks)
    {
        PathMaker paths = new(prefix);
        FileSystemEnumerable<SourceEntry> listing = new(
            folder, (ref FileSystemEntry entry) => ToEntry(ref entry, paths, followsLinks), Everything)
        {
            ShouldIncludePredicate = include is null ? null : (ref FileSystemEntry entry) => include(ref entry),
            ShouldRecursePredicate = (ref FileSystemEntry entry) => (include is null || include(ref entry)) && !IsLink(ref entry),
        };
        foreach (SourceEntry entry in listing)
        {
            _cancellation.ThrowIfCancellationRequested();
            _entries.Add(entry);
        }
    }

    private SourceEntry ToEntry(ref FileSystemEntry entry, PathMaker paths, bool followsLinks)
    {
        string path = paths.PathOf(ref entry);
        if (entry.IsDirectory)
        {
            if (followsLinks && IsLink(ref entry) && TargetOf(path) is string target)
            {
                _links.Add((path, target));
            }

            return new SourceEntry(path, 0, isFolder: true, entry.LastWriteTimeUtc.UtcDateTime);
        }

        bool isLink = entry.Attributes.HasFlag(FileAttributes.ReparsePoint);
        return isLink && File.ResolveLinkTarget(entry.ToFullPath(), returnFinalTarget: true) is FileInfo { Exists: true } file
            ? new SourceEntry(path, file.Length, isFolder: false, file.LastWriteTimeUtc)
            : new SourceEntry(path, entry.Length, isFolder: false, entry.LastWriteTimeUtc.UtcDateTime);
    }

    /// <summary>
    /// Determines whether a folder is a link or junction. Folders of cloud storage are reparse points, too, but do not lead elsewhere.
    /// </summary>
    private static bool IsLink(ref FileSystemEntry entry) =>
        entry.Attributes.HasFlag(FileAttributes.ReparsePoint) && new DirectoryInfo(entry.ToFullPath()).LinkTarget is not null;

    /// <summary>Returns the target of a link; null if it is a parent of the link.</summary>
    private string? TargetOf(string path)
    {
        string link = Path.Join(_root, path);
        if (Directory.ResolveLinkTarget(link, returnFinalTarget: true) is not { Exists: true } target)
        {
            return null;
        }

        string around = Path.TrimEndingDirectorySeparator(target.FullName) + Path.DirectorySeparatorChar;
        StringComparison comparison = OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        return Path.GetFullPath(link).StartsWith(around, comparison) ? null : target.FullName;
    }

    /// <summary>Creates relative paths. Caches that of the last folder, since the files of a folder follow each other.</summary>
    private sealed class PathMaker(string prefix)
    {
        private string? _folder;
        private string _relative = "";

        public string PathOf(ref FileSystemEntry entry)
        {
            if (_folder is null || !entry.Directory.SequenceEqual(_folder))
            {
                _folder = entry.Directory.ToString();
                string below = _folder[entry.RootDirectory.Length..].Trim(Path.DirectorySeparatorChar);
                if (Path.DirectorySeparatorChar != '/')
                {
                    below = below.Replace(Path.DirectorySeparatorChar, '/');
                }

                _relative = below.Length == 0 ? prefix : EntryPath.Combine(prefix, below);
            }

            return _relative.Length == 0 ? entry.FileName.ToString() : string.Concat(_relative, "/", entry.FileName);
        }
    }
}
