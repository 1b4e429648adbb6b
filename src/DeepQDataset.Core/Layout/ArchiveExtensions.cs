namespace DeepQDataset.Layout;

/// <summary>Recognizes archives by name. In a zip they are reported only by DQ711; in a folder they are ordinary files.</summary>
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
    /// <param name="path">A file name or path.</param>
    public static bool IsArchive(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        int last = path.Length > 0 ? path[^1] | 0x20 : 0;

        // The last letter decides for most names, which are those of images.
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
