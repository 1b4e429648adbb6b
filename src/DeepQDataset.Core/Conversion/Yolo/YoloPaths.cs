namespace DeepQDataset.Conversion.Yolo;

/// <summary>Takes the folders off a path that are YOLO's own, so that an image's own study and series are seen.</summary>
internal static class YoloPaths
{
    private static readonly HashSet<string> Splits = new(["train", "val", "valid", "test"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a folder's name is that of a split.</summary>
    public static bool IsSplit(string folder) => Splits.Contains(folder);

    /// <summary>
    /// What of an image's path comes behind the last <c>images</c>, a split, or both in either order; the path where neither is in it.
    /// </summary>
    /// <param name="path">The path, <c>/</c>-separated.</param>
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
