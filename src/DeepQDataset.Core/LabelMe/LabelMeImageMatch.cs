namespace DeepQDataset.LabelMe;

/// <summary>Specifies how the image of a LabelMe JSON was found.</summary>
internal enum LabelMeImageMatch
{
    /// <summary>No image was found.</summary>
    None = 0,

    /// <summary><c>imagePath</c> is the path of an existing file, relative to the JSON.</summary>
    Path,

    /// <summary>A file beside the JSON has the file name in <c>imagePath</c>, whose folders differ or do not exist.</summary>
    FileName,

    /// <summary>A file beside the JSON has the file name in <c>imagePath</c>, ignoring case.</summary>
    FileNameIgnoringCase,

    /// <summary>A file beside the JSON has the name of the JSON, whatever <c>imagePath</c> is.</summary>
    Stem,

    /// <summary>There is no file, and the image is embedded.</summary>
    Embedded,
}
