namespace DeepQDataset.Labels;

/// <summary>Specifies the result of matching a name in label.csv.</summary>
internal enum ImageMatchKind
{
    /// <summary>No image, and none that it certainly means.</summary>
    Missing = 0,

    /// <summary>Exactly one image.</summary>
    Found,

    /// <summary>No exact match, but the intended image and the fault of the name are known.</summary>
    Meant,

    /// <summary>Several images.</summary>
    Ambiguous,
}
