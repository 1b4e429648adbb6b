namespace DeepQDataset.Imaging.Dicom.Pixels;

/// <summary>Where the window of an image is known from.</summary>
internal enum WindowChoiceKind
{
    /// <summary>From the file: its first window, else its first VOI LUT, else as <see cref="MinMax"/>.</summary>
    FromFile,

    /// <summary>From the frame: its lowest value black, its highest white.</summary>
    MinMax,

    /// <summary>Given.</summary>
    Fixed,
}
