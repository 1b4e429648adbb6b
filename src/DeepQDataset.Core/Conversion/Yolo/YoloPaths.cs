namespace DeepQDataset.Conversion.Yolo;

/// <summary>Removes YOLO's own folders from a path, so that the study and series of an image remain.</summary>
internal static class YoloPaths
{
    private static readonly HashSet<string> Splits = new(["train", "val", "valid", "test"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Determines whether a folder name is that of a split.</summary>
    public static bool IsSplit(string folder) => Splits.Contains(folder);

    /// <summary>
    /// Returns the part of an image's path after the last <c>images</c>, a split, or both in either order; the whole path if it contains
    /// neither.
    /// </summary>
    /// <param name="path">The path, with <c>/</c> as separator.</param>
    public static string NameOf(string path)
    {
        string[] parts = path.Split('/');
        int start = 0;
        for (int index = 0; index < parts.Length - 1; index++)
        {
            bool isOwn = parts[index].Equals("images", StringComparison.OrdinalIgnoreCase) || (IsSplit(parts[index]) && index <= start + 1);
            start = isOwn ? index + 1 : start;
        }

        return string.Join('/', parts[start..]);
    }
}
