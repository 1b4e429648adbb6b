namespace DeepQDataset.Layout;

/// <summary>What operating systems and file servers leave behind in folders and zips (DQ112).</summary>
public static class SystemFileNames
{
    /// <summary>Whether a file's name is one of macOS (<c>._*</c>, <c>.DS_Store</c>) or Windows (<c>Thumbs.db</c>, <c>desktop.ini</c>).</summary>
    /// <param name="name">A file's name, without its path.</param>
    public static bool IsFile(ReadOnlySpan<char> name) => name.StartsWith("._", StringComparison.Ordinal)
        || name.Equals(".DS_Store", StringComparison.OrdinalIgnoreCase)
        || name.Equals("Thumbs.db", StringComparison.OrdinalIgnoreCase)
        || name.Equals("desktop.ini", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a folder's name is macOS's <c>__MACOSX</c> or Synology's <c>@eaDir</c>: all in it is a system's, too.</summary>
    /// <param name="name">A folder's name, without its path.</param>
    public static bool IsFolder(ReadOnlySpan<char> name) => name.Equals("__MACOSX", StringComparison.OrdinalIgnoreCase)
        || name.Equals("@eaDir", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a path is a system file or lies in a system folder.</summary>
    /// <param name="path"><c>/</c>-separated, relative.</param>
    public static bool IsSystemPath(ReadOnlySpan<char> path) => SystemFolderLength(path) > 0 || IsFile(path[(path.LastIndexOf('/') + 1)..]);

    /// <summary>The length of the part of a path that ends with its first system folder; 0 if it has none.</summary>
    internal static int SystemFolderLength(ReadOnlySpan<char> path)
    {
        int start = 0;
        while (start < path.Length)
        {
            int slash = path[start..].IndexOf('/');
            int end = slash < 0 ? path.Length : start + slash;
            if (IsFolder(path[start..end]))
            {
                return end;
            }

            start = end + 1;
        }

        return 0;
    }
}
