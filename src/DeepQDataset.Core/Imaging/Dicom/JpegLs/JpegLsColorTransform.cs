namespace DeepQDataset.Imaging.Dicom.JpegLs;

/// <summary>
/// Specifies how colours were transformed before coding. HP's encoders used these transformations before there was a standard for them, and
/// store them in an APP8 segment that starts with "mrfx".
/// </summary>
internal enum JpegLsColorTransform
{
    /// <summary>No transformation.</summary>
    None,

    /// <summary>Red less green, green, blue less green.</summary>
    Hp1,

    /// <summary>Red less green, green, blue less the mean of red and green.</summary>
    Hp2,

    /// <summary>Green and a quarter of the differences, blue less green, red less green.</summary>
    Hp3,
}
