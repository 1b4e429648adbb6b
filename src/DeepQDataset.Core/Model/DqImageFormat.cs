namespace DeepQDataset;

/// <summary>Specifies the image formats that the platform accepts (guide chapter 2).</summary>
public enum DqImageFormat
{
    /// <summary>Not one of the supported formats, or not examined.</summary>
    Unknown = 0,

    /// <summary>PNG.</summary>
    Png,

    /// <summary>JPEG.</summary>
    Jpeg,

    /// <summary>DICOM.</summary>
    Dicom,
}
