namespace DeepQDataset.LabelMe;

/// <summary>Represents an <c>imagePath</c>, which LabelMe writes in the style of its operating system.</summary>
internal readonly record struct LabelMePath
{
    private LabelMePath(string path, bool isAbsolute, bool hasBackslash)
    {
        Path = path;
        IsAbsolute = isAbsolute;
        HasBackslash = hasBackslash;
    }

    /// <summary>
    /// Gets the path relative to the JSON, with <c>/</c> as separator, without <c>.</c>; it may start with <c>..</c>. An absolute path has
    /// no root.
    /// </summary>
    public string Path { get; }

    /// <summary>Gets a value that indicates whether the path starts with a root, a drive or a server.</summary>
    public bool IsAbsolute { get; }

    /// <summary>Gets a value that indicates whether the path has <c>\</c> as separator.</summary>
    public bool HasBackslash { get; }

    /// <summary>Gets the file name.</summary>
    public string FileName => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>Parses a path.</summary>
    /// <param name="imagePath">The path as written.</param>
    public static LabelMePath Parse(string imagePath)
    {
        bool hasBackslash = imagePath.Contains('\\', StringComparison.Ordinal);
        string slashed = hasBackslash ? imagePath.Replace('\\', '/') : imagePath;
        bool hasDrive = slashed.Length >= 2 && slashed[1] == ':' && char.IsAsciiLetter(slashed[0]);
        bool isAbsolute = hasDrive || slashed.StartsWith('/') || slashed.StartsWith("file:", StringComparison.OrdinalIgnoreCase);
        if (!isAbsolute && !slashed.Contains("./", StringComparison.Ordinal) && !slashed.Contains("//", StringComparison.Ordinal))
        {
            return new LabelMePath(slashed, isAbsolute: false, hasBackslash);
        }

        List<string> parts = [];
        foreach (string part in (hasDrive ? slashed[2..] : slashed).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == ".." && parts.Count > 0 && parts[^1] != "..")
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part != ".")
            {
                parts.Add(part);
            }
        }

        return new LabelMePath(string.Join('/', parts), isAbsolute, hasBackslash);
    }
}
