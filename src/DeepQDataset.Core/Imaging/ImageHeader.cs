namespace DeepQDataset.Imaging;

/// <summary>Represents what an image's header says.</summary>
internal sealed class ImageHeader
{
    private const int FirstTurnedOrientation = 5;

    /// <summary>Gets the format by content.</summary>
    public required DqImageFormat Format { get; init; }

    /// <summary>Width in pixels; 0 in a DICOM file without pixel data.</summary>
    public required int Width { get; init; }

    /// <summary>Height in pixels; 0 in a DICOM file without pixel data.</summary>
    public required int Height { get; init; }

    /// <summary>Bits a sample (DICOM: Bits Stored).</summary>
    public required int BitDepth { get; init; }

    /// <summary>Samples a pixel, alpha included.</summary>
    public required int Channels { get; init; }

    /// <summary>Gets the number of frames; 1 for a still image.</summary>
    public int Frames { get; init; } = 1;

    /// <summary>
    /// Colour model: DICOM's photometric interpretation, or <c>Grayscale</c>, <c>RGB</c>, <c>Palette</c>, <c>YCbCr</c>, <c>CMYK</c>,
    /// <c>YCCK</c>, with <c>A</c> behind it for alpha.
    /// </summary>
    public required string Photometric { get; init; }

    /// <summary>EXIF orientation 1 to 8; 1 where there is none (EXIF 2.32, tag 0x0112).</summary>
    public int Orientation { get; init; } = 1;

    /// <summary>
    /// What is unusual about a PNG's or JPEG's encoding (DQ309), as a phrase such as <c>16 bits a sample</c>; null if nothing.
    /// </summary>
    public string? UnusualEncoding { get; init; }

    /// <summary>
    /// What a PNG or JPEG tells of where and by whom it was taken (DQ904); of a PNG, what stands before its image data, and at level Full
    /// behind them, too.
    /// </summary>
    public ImageMetadata Metadata { get; init; }

    /// <summary>Gets the DICOM attributes; null for PNG and JPEG.</summary>
    public DicomHeader? Dicom { get; init; }

    /// <summary>Gets the size in pixels as EXIF turns the image: orientations 5 to 8 swap the sides (EXIF 2.32, tag 0x0112).</summary>
    public (int Width, int Height) UprightSize => Orientation >= FirstTurnedOrientation ? (Height, Width) : (Width, Height);
}
