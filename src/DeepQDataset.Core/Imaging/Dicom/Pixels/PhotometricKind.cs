namespace DeepQDataset.Imaging.Dicom.Pixels;

/// <summary>Represents what the samples of a pixel mean (PS3.3 section C.7.6.3.1.2).</summary>
internal enum PhotometricKind
{
    /// <summary>One of those that are not converted: retired ones, and those that only other codecs make.</summary>
    Unsupported,

    /// <summary>Grey, the lowest value white.</summary>
    Monochrome1,

    /// <summary>Grey, the lowest value black.</summary>
    Monochrome2,

    /// <summary>Numbers of colours in three tables.</summary>
    PaletteColor,

    /// <summary>Red, green and blue.</summary>
    Rgb,

    /// <summary>Luminance and two chrominances of full range.</summary>
    YbrFull,

    /// <summary>The same, the chrominances given for two neighbours at once.</summary>
    YbrFull422,
}
