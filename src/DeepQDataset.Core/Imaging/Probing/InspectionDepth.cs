namespace DeepQDataset.Imaging.Probing;

/// <summary>Represents what reading all of a file is for.</summary>
internal enum InspectionDepth
{
    /// <summary>The checksums of a zip's entries alone.</summary>
    Checksums = 0,

    /// <summary>Checksums, and what level Header looks at.</summary>
    Headers,

    /// <summary>All that level Full looks at.</summary>
    Data,
}
