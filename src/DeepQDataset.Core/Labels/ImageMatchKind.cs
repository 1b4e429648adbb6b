namespace DeepQDataset.Labels;

/// <summary>Represents what a name in label.csv leads to.</summary>
internal enum ImageMatchKind
{
    /// <summary>No image, and none that it could mean for certain.</summary>
    Missing = 0,

    /// <summary>Just one image.</summary>
    Found,

    /// <summary>No image, yet the one that is meant is known, and so is what is wrong with the name.</summary>
    Meant,

    /// <summary>Several images.</summary>
    Ambiguous,
}
