namespace DeepQDataset.Imaging.Dicom.JpegLs;

/// <summary>
/// Specifies how red, green and blue were made into what is coded: transformations that HP's encoders used before there was a standard for
/// it. They are told in a segment of APP8 that starts with "mrfx".
/// </summary>
internal enum JpegLsColorTransform
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>Red less green, green, blue less green.</summary>
    Hp1,

    /// <summary>Red less green, green, blue less the mean of red and green.</summary>
    Hp2,

    /// <summary>Green and a quarter of the differences, blue less green, red less green.</summary>
    Hp3,
}
