namespace DeepQDataset.Layout;

/// <summary>What a file's name says about its being an image, and where the name ends and the extension begins.</summary>
internal static class ImageFileNames
{
    /// <summary>
    /// Returns the format of ours that a name promises; blanks and dots behind the extension are skipped (DQ208 tells of them).
    /// </summary>
    /// <param name="path">A file's name or path.</param>
    public static DqImageFormat FormatOf(string path) => ImageExtension.FormatOf(Trim(path));

    /// <summary>
    /// Determines whether a file in an image folder is taken for an image: it has an image extension, ours or not, or none at all.
    /// </summary>
    /// <param name="path">A file's name or path.</param>
    public static bool IsCandidate(string path)
    {
        string trimmed = Trim(path);
        return ImageExtension.FormatOf(trimmed) != DqImageFormat.Unknown
            || IsMissing(trimmed)
            || ImageExtension.ForeignFormatOf(trimmed) is not null;
    }

    /// <summary>Determines whether a name is that of an image: one with an image extension, ours or not.</summary>
    /// <param name="path">A file's name or path.</param>
    public static bool HasImageExtension(string path)
    {
        string trimmed = Trim(path);
        return ImageExtension.FormatOf(trimmed) != DqImageFormat.Unknown || ImageExtension.ForeignFormatOf(trimmed) is not null;
    }

    /// <summary>
    /// Determines whether a name has no extension. Digits behind a dot are none, since DICOM files are often named by a UID or as
    /// <c>IM.0001</c>. A hidden file (leading dot) is no image.
    /// </summary>
    /// <param name="path">A file's name or path.</param>
    public static bool IsMissing(string path)
    {
        ReadOnlySpan<char> name = path.AsSpan(path.LastIndexOf('/') + 1);
        if (name.StartsWith("."))
        {
            return false;
        }

        int dot = name.LastIndexOf('.');
        return dot < 0 || !name[(dot + 1)..].ContainsAnyExceptInRange('0', '9');
    }

    /// <summary>
    /// Returns the length of a path without its image extension; all of it where it has none, digits behind a dot included.
    /// </summary>
    /// <param name="path">A file's name or path.</param>
    public static int StemLength(string path)
    {
        int dot = path.LastIndexOf('.');
        return dot <= path.LastIndexOf('/') + 1 || !HasImageExtension(path) ? path.Length : dot;
    }

    /// <summary>Determines whether a name is that of a DICOM directory file (PS3.10, 8.6): <c>DICOMDIR</c>, whatever its case.</summary>
    /// <param name="name">A file's name, without its path.</param>
    public static bool IsDicomDirectory(ReadOnlySpan<char> name) => name.Equals("DICOMDIR", StringComparison.OrdinalIgnoreCase);

    private static string Trim(string path) => path.Length > 0 && path[^1] is ' ' or '.' ? path.TrimEnd(' ', '.') : path;
}
