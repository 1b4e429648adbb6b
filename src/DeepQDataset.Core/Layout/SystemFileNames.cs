namespace DeepQDataset.Layout;

/// <summary>What operating systems, file servers and tools leave behind in folders and zips (DQ112).</summary>
internal static class SystemFileNames
{
    private static readonly string[] Files = [".DS_Store", "Thumbs.db", "desktop.ini", "Icon\r"];

    private static readonly string[] Folders =
    [
        "__MACOSX", "@eaDir", "#recycle", "$RECYCLE.BIN", ".AppleDouble", ".ipynb_checkpoints", ".git", ".svn",
    ];

    /// <summary>
    /// Determines whether a file's name is one that macOS (<c>._*</c>, <c>.DS_Store</c>, <c>Icon\r</c>), Windows (<c>Thumbs.db</c>,
    /// <c>desktop.ini</c>, a download's <c>*:Zone.Identifier</c>) or an office program (<c>~$*</c>, <c>.~lock.*#</c>) leaves behind.
    /// </summary>
    /// <param name="name">A file's name, without its path.</param>
    public static bool IsFile(ReadOnlySpan<char> name) => name.StartsWith("._", StringComparison.Ordinal)
        || name.StartsWith("~$", StringComparison.Ordinal)
        || (name.StartsWith(".~lock.", StringComparison.Ordinal) && name.EndsWith("#", StringComparison.Ordinal))
        || name.EndsWith(":Zone.Identifier", StringComparison.OrdinalIgnoreCase)
        || Contains(Files, name);

    /// <summary>
    /// Determines whether a folder's name is one that macOS, a file server, a recycle bin, Jupyter or a version control system keeps its
    /// own files in: all in it is theirs.
    /// </summary>
    /// <param name="name">A folder's name, without its path.</param>
    public static bool IsFolder(ReadOnlySpan<char> name) => name.Length > 0 && name[0] is '_' or '@' or '#' or '$' or '.'
        && (name.StartsWith(".Trash-", StringComparison.Ordinal) || Contains(Folders, name));

    /// <summary>Determines whether a path is a system file or lies in a system folder.</summary>
    /// <param name="path">with <c>/</c> as separator, relative.</param>
    public static bool IsSystemPath(ReadOnlySpan<char> path) => SystemFolderLength(path) > 0 || IsFile(path[(path.LastIndexOf('/') + 1)..]);

    private static bool Contains(string[] names, ReadOnlySpan<char> name)
    {
        foreach (string known in names)
        {
            if (name.Equals(known, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Returns the length of the part of a path that ends with its first system folder; 0 if it has none.</summary>
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
