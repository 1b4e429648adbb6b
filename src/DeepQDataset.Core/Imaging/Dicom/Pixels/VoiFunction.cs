namespace DeepQDataset.Imaging.Dicom.Pixels;

/// <summary>Specifies the VOI LUT Function (0028,1056): how a window maps values (PS3.3 section C.11.2.1.3).</summary>
internal enum VoiFunction
{
    /// <summary>The default: from center − 0.5 − (width − 1) / 2 to center − 0.5 + (width − 1) / 2.</summary>
    Linear,

    /// <summary>From center − width / 2 to center + width / 2.</summary>
    LinearExact,

    /// <summary>A sigmoid around the center.</summary>
    Sigmoid,
}
