namespace DeepQDataset.Imaging.Dicom;

/// <summary>Specifies the compression of a frame of encapsulated pixel data, by its first bytes.</summary>
internal enum CodestreamKind
{
    /// <summary>None of these, or unrecognized.</summary>
    Unknown = 0,

    /// <summary>JPEG, lossy or lossless (ITU-T T.81).</summary>
    Jpeg,

    /// <summary>JPEG-LS (ITU-T T.87).</summary>
    JpegLs,

    /// <summary>JPEG 2000 or its high-throughput form (ITU-T T.800, T.814), with or without boxes around it.</summary>
    Jpeg2000,
}
