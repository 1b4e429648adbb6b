namespace DeepQDataset.Imaging;

/// <summary>Specifies the kinds of problems that a probe or a data check reports.</summary>
internal enum ImageProblemKind
{
    /// <summary>The format is not supported (DQ301).</summary>
    UnsupportedFormat,

    /// <summary>The header cannot be read, or the file ends inside it (DQ306).</summary>
    Corrupt,

    /// <summary>The header is complete, but the file ends early (DQ307).</summary>
    Truncated,

    /// <summary>The file could not be opened or read (DQ306).</summary>
    Unreadable,

    /// <summary>The image data is damaged, which shows when all of it is read (DQ311).</summary>
    Damaged,
}
