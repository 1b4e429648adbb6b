namespace DeepQDataset.Imaging.Dicom.Pixels;

/// <summary>Specifies the source of the window of an image.</summary>
internal enum WindowChoiceKind
{
    /// <summary>From the file: its first window, or its first VOI LUT, or else <see cref="MinMax"/>.</summary>
    FromFile,

    /// <summary>From the frame: the lowest value black, the highest white.</summary>
    MinMax,

    /// <summary>A given window.</summary>
    Fixed,
}
