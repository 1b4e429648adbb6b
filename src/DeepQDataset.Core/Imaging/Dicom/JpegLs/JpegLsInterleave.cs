namespace DeepQDataset.Imaging.Dicom.JpegLs;

/// <summary>Specifies how the components of a scan follow each other: its ILV (ITU-T T.87 section C.2.3).</summary>
internal enum JpegLsInterleave
{
    /// <summary>The scan has one component.</summary>
    None,

    /// <summary>A line of one component, then that line of the next.</summary>
    Line,

    /// <summary>A sample of one component, then that sample of the next.</summary>
    Sample,
}
