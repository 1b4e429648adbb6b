namespace DeepQDataset.Layout;

/// <summary>Determines whether files are images by their names, and where the name ends and the extension begins.</summary>
internal static class ImageFileNames
{
    /// <summary>Returns the supported format for a name; blanks and dots after the extension are ignored (DQ208 reports them).</summary>
    /// <param name="path">A file name or path.</param>
    public static DqImageFormat FormatOf(string path) => ImageExtension.FormatOf(Trim(path));

    /// <summary>
    /// Determines whether a file in an image folder is treated as an image: it has the extension of a supported or unsupported image
    /// format, or none at all.
    /// </summary>
    /// <param name="path">A file name or path.</param>
    public static bool IsCandidate(string path)
    {
        string trimmed = Trim(path);
        return ImageExtension.FormatOf(trimmed) != DqImageFormat.Unknown
            || IsMissing(trimmed)
            || ImageExtension.ForeignFormatOf(trimmed) is not null;
    }

    /// <summary>Determines whether a name has the extension of a supported or unsupported image format.</summary>
    /// <param name="path">A file name or path.</param>
    public static bool HasImageExtension(string path)
    {
        string trimmed = Trim(path);
        return ImageExtension.FormatOf(trimmed) != DqImageFormat.Unknown || ImageExtension.ForeignFormatOf(trimmed) is not null;
    }

    /// <summary>
    /// Determines whether a name has no extension. Digits after a dot are not an extension, since DICOM files are often named by a UID or
    /// as <c>IM.0001</c>. A hidden file (leading dot) is not an image.
    /// </summary>
    /// <param name="path">A file name or path.</param>
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
    /// Returns the length of a path without its image extension; the whole length if it has none, including digits after a dot.
    /// </summary>
    /// <param name="path">A file name or path.</param>
    public static int StemLength(string path)
    {
        int dot = path.LastIndexOf('.');
        return dot <= path.LastIndexOf('/') + 1 || !HasImageExtension(path) ? path.Length : dot;
    }

    /// <summary>Determines whether a name is that of a DICOM directory file (PS3.10, 8.6): <c>DICOMDIR</c>, ignoring case.</summary>
    /// <param name="name">A file name, without its path.</param>
    public static bool IsDicomDirectory(ReadOnlySpan<char> name) => name.Equals("DICOMDIR", StringComparison.OrdinalIgnoreCase);

    private static string Trim(string path) => path.Length > 0 && path[^1] is ' ' or '.' ? path.TrimEnd(' ', '.') : path;
}
