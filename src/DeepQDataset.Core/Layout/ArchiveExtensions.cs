namespace DeepQDataset.Layout;

/// <summary>Knows archives by their names. In a zip they are DQ711 and nothing else; in a folder they are files like others.</summary>
internal static class ArchiveExtensions
{
    private static readonly string[] Extensions =
    [
        ".zip",
        ".zipx",
        ".7z",
        ".rar",
        ".tar",
        ".tgz",
        ".tbz",
        ".tbz2",
        ".txz",
        ".tzst",
        ".tar.gz",
        ".tar.bz2",
        ".tar.xz",
        ".tar.zst",
        ".tar.lz",
        ".tar.z",
    ];

    /// <summary>Determines whether a file's name is that of a zip, 7z, rar or tar, compressed or not.</summary>
    /// <param name="path">A file's name or path.</param>
    public static bool IsArchive(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        int last = path.Length > 0 ? path[^1] | 0x20 : 0;

        // Most names end like an image; their last letter settles it.
        if (last is not ('p' or 'x' or 'z' or 'r' or '2' or 't'))
        {
            return false;
        }

        foreach (string extension in Extensions)
        {
            if (path.EndsWith(extension, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
