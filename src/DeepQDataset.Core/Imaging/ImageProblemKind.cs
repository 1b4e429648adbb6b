namespace DeepQDataset.Imaging;

/// <summary>The kinds of problems that a probe or a data check reports.</summary>
internal enum ImageProblemKind
{
    /// <summary>The content is of no supported format (DQ301).</summary>
    UnsupportedFormat,

    /// <summary>The header cannot be read, or the file ends inside it (DQ306).</summary>
    Corrupt,

    /// <summary>The header is whole, and the file ends early (DQ307).</summary>
    Truncated,

    /// <summary>The file could not be opened or read at all (DQ306).</summary>
    Unreadable,

    /// <summary>The image data are damaged, as reading all of them shows (DQ311).</summary>
    Damaged,
}
