namespace DeepQDataset.Imaging.Dicom.Pixels;

/// <summary>Specifies the meaning of the samples of a pixel (PS3.3 section C.7.6.3.1.2).</summary>
internal enum PhotometricKind
{
    /// <summary>An unsupported one: retired, or produced only by other codecs.</summary>
    Unsupported,

    /// <summary>Grey, with the lowest value white.</summary>
    Monochrome1,

    /// <summary>Grey, with the lowest value black.</summary>
    Monochrome2,

    /// <summary>Indexes into three colour tables.</summary>
    PaletteColor,

    /// <summary>Red, green and blue.</summary>
    Rgb,

    /// <summary>Luminance and two chrominances of full range.</summary>
    YbrFull,

    /// <summary>Luminance and two chrominances, with the chrominances shared by two neighbours.</summary>
    YbrFull422,
}
