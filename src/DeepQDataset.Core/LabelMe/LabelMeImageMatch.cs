namespace DeepQDataset.LabelMe;

/// <summary>Specifies how a LabelMe JSON leads to its image.</summary>
internal enum LabelMeImageMatch
{
    /// <summary>It leads to none.</summary>
    None = 0,

    /// <summary><c>imagePath</c> names a file that is there, seen from the JSON.</summary>
    Path,

    /// <summary>A file lies beside the JSON that has the name in <c>imagePath</c>, whose folders are others or not there.</summary>
    FileName,

    /// <summary>The same, but for the name's case.</summary>
    FileNameIgnoringCase,

    /// <summary>A file lies beside the JSON that has the JSON's own name, whatever <c>imagePath</c> says.</summary>
    Stem,

    /// <summary>There is no file, and the image is embedded.</summary>
    Embedded,
}
