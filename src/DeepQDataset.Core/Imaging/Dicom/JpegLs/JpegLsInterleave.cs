namespace DeepQDataset.Imaging.Dicom.JpegLs;

/// <summary>Specifies how the components of a scan are interleaved: its ILV (ITU-T T.87 section C.2.3).</summary>
internal enum JpegLsInterleave
{
    /// <summary>The scan has one component.</summary>
    None,

    /// <summary>One line of each component, alternately.</summary>
    Line,

    /// <summary>One sample of each component, alternately.</summary>
    Sample,
}
