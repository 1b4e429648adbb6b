namespace DeepQDataset;

/// <summary>The image formats the platform takes (guide chapter 2), and <see cref="Unknown"/> for everything else.</summary>
public enum DqImageFormat
{
    /// <summary>Not one of the supported formats, or not looked at.</summary>
    Unknown = 0,

    /// <summary>PNG.</summary>
    Png,

    /// <summary>JPEG.</summary>
    Jpeg,

    /// <summary>DICOM.</summary>
    Dicom,
}
