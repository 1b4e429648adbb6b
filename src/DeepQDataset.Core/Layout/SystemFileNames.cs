namespace DeepQDataset.Layout;

/// <summary>Recognizes files and folders of operating systems, file servers and tools (DQ112).</summary>
internal static class SystemFileNames
{
    private static readonly string[] Files = [".DS_Store", "Thumbs.db", "desktop.ini", "Icon\r"];

    private static readonly string[] Folders =
    [
        "__MACOSX", "@eaDir", "#recycle", "$RECYCLE.BIN", ".AppleDouble", ".ipynb_checkpoints", ".git", ".svn",
    ];

    /// <summary>
    /// Determines whether a file name is one that macOS (<c>._*</c>, <c>.DS_Store</c>, <c>Icon\r</c>), Windows (<c>Thumbs.db</c>,
    /// <c>desktop.ini</c>, a download's <c>*:Zone.Identifier</c>) or an office program (<c>~$*</c>, <c>.~lock.*#</c>) creates.
    /// </summary>
    /// <param name="name">A file name, without its path.</param>
    public static bool IsFile(ReadOnlySpan<char> name) => name.StartsWith("._", StringComparison.Ordinal)
        || name.StartsWith("~$", StringComparison.Ordinal)
        || (name.StartsWith(".~lock.", StringComparison.Ordinal) && name.EndsWith("#", StringComparison.Ordinal))
        || name.EndsWith(":Zone.Identifier", StringComparison.OrdinalIgnoreCase)
        || Contains(Files, name);

    /// <summary>
    /// Determines whether a folder name is one in which macOS, a file server, a recycle bin, Jupyter or a version control system stores its
    /// own files. Everything in it is a system file.
    /// </summary>
    /// <param name="name">The name of a folder, without its path.</param>
    public static bool IsFolder(ReadOnlySpan<char> name) => name.Length > 0 && name[0] is '_' or '@' or '#' or '$' or '.'
        && (name.StartsWith(".Trash-", StringComparison.Ordinal) || Contains(Folders, name));

    /// <summary>Determines whether a path is a system file or is in a system folder.</summary>
    /// <param name="path">The relative path, with <c>/</c> as separator.</param>
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
