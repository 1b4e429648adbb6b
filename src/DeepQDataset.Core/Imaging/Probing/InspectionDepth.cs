namespace DeepQDataset.Imaging.Probing;

/// <summary>Specifies the purpose of reading a whole file.</summary>
internal enum InspectionDepth
{
    /// <summary>Only the checksums of a zip's entries.</summary>
    Checksums = 0,

    /// <summary>Checksums and the checks of level Header.</summary>
    Headers,

    /// <summary>All checks of level Full.</summary>
    Data,
}
