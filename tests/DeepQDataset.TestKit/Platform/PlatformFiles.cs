using System.IO.Compression;

namespace DeepQDataset.TestKit.Platform;

/// <summary>The files of a zip or a folder by their paths with <c>/</c>.</summary>
internal sealed class PlatformFiles
{
    private static readonly string[] ImageExtensions = [".png", ".jpg", ".jpeg", ".dcm", ".dicom"];

    private readonly Dictionary<string, byte[]> _contents = new(StringComparer.Ordinal);
    private readonly HashSet<string> _folders = new(StringComparer.Ordinal) { "" };
    private readonly HashSet<string> _unreadable = new(StringComparer.Ordinal);

    private PlatformFiles()
    {
    }

    /// <summary>Gets the folder of label.csv.</summary>
    public string Root { get; private set; } = "";

    /// <summary>Gets the folder that names in label.csv are relative to.</summary>
    public string Base { get; private set; } = "";

    /// <summary>Gets the images, by the names that label.csv must use.</summary>
    public IReadOnlyList<string> Images { get; private set; } = [];

    /// <summary>Reads everything.</summary>
    public static PlatformFiles Open(string path)
    {
        PlatformFiles files = new();
        if (Directory.Exists(path))
        {
            files.AddFolder(path);
        }
        else
        {
            using ZipArchive archive = ZipFile.OpenRead(path);
            foreach (ZipArchiveEntry entry in archive.Entries.Where(entry => !entry.FullName.EndsWith('/')))
            {
                using Stream stream = entry.Open();
                using MemoryStream content = new();
                stream.CopyTo(content);
                files.Add(entry.FullName, content.ToArray());
            }
        }

        files.FindBase();
        return files;
    }

    /// <summary>Returns the content of a file beside label.csv or below; null if there is none.</summary>
    public byte[]? Content(string path) => _contents.GetValueOrDefault(path);

    /// <summary>Determines whether the file's group may read it.</summary>
    public bool IsReadable(string path) => !_unreadable.Contains(path);

    /// <summary>Returns the file that a name in label.csv means to a file system; null if there is none.</summary>
    public string? Resolve(string name)
    {
        string at = Base;
        string[] parts = name.Split('/');
        for (int index = 0; index < parts.Length; index++)
        {
            string part = parts[index];
            bool isHere = part is "" or ".";
            bool leadsNowhere = isHere && (index == parts.Length - 1 || (index == 0 && part.Length == 0));
            if (leadsNowhere || !_folders.Contains(at))
            {
                return null;
            }

            if (!isHere)
            {
                at = part == ".." ? Parent(at) : Join(at, part);
            }
        }

        return _contents.ContainsKey(at) ? at : null;
    }

    private void AddFolder(string path)
    {
        foreach (string file in Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories))
        {
            string relative = Path.GetRelativePath(path, file).Replace(Path.DirectorySeparatorChar, '/');
            Add(relative, File.ReadAllBytes(file));
            if (!OperatingSystem.IsWindows() && !File.GetUnixFileMode(file).HasFlag(UnixFileMode.GroupRead))
            {
                _unreadable.Add(relative);
            }
        }
    }

    private void Add(string path, byte[] content)
    {
        _contents[path] = content;
        for (string folder = Parent(path); _folders.Add(folder); folder = Parent(folder))
        {
        }
    }

    private void FindBase()
    {
        string[] names = [.. _contents.Keys.Where(name => !IsSystem(name))];
        HashSet<string> tops = [.. names.Select(name => name.Split('/')[0])];
        bool isAtRoot = names.Contains("label.csv") || tops.Contains("image");
        if (!isAtRoot && tops.Count == 1 && names.All(name => name.Contains('/', StringComparison.Ordinal)))
        {
            Root = tops.Single();
        }

        string inside = Join(Root, "image");
        string[] images =
        [
            .. names.Where(name => ImageExtensions.Any(extension => name.EndsWith(extension, StringComparison.OrdinalIgnoreCase))),
        ];
        bool allInside = images.All(name => name.StartsWith(inside + "/", StringComparison.Ordinal));
        Base = allInside && _folders.Contains(inside) ? inside : Root;
        Images = [.. images.Select(name => Base.Length == 0 ? name : Path.GetRelativePath("/" + Base, "/" + name).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)];
    }

    private static bool IsSystem(string path)
    {
        string name = path[(path.LastIndexOf('/') + 1)..];
        return path.StartsWith("__MACOSX/", StringComparison.Ordinal) || name.StartsWith("._", StringComparison.Ordinal)
            || name.ToLowerInvariant() is ".ds_store" or "thumbs.db" or "desktop.ini";
    }

    private static string Parent(string path) => path.LastIndexOf('/') is > 0 and int slash ? path[..slash] : "";

    private static string Join(string folder, string name) => folder.Length == 0 ? name : $"{folder}/{name}";
}
