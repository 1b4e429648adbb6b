namespace DeepQDataset.Imaging;

/// <summary>Represents the header of an image.</summary>
internal sealed class ImageHeader
{
    private const int FirstTurnedOrientation = 5;

    /// <summary>Gets the format by content.</summary>
    public required DqImageFormat Format { get; init; }

    /// <summary>Gets the width in pixels; 0 for a DICOM file without pixel data.</summary>
    public required int Width { get; init; }

    /// <summary>Gets the height in pixels; 0 for a DICOM file without pixel data.</summary>
    public required int Height { get; init; }

    /// <summary>Gets the number of bits of a sample (DICOM: Bits Stored).</summary>
    public required int BitDepth { get; init; }

    /// <summary>Gets the number of samples of a pixel, including alpha.</summary>
    public required int Channels { get; init; }

    /// <summary>Gets the number of frames; 1 for a still image.</summary>
    public int Frames { get; init; } = 1;

    /// <summary>
    /// Gets the colour model: DICOM's photometric interpretation, or <c>Grayscale</c>, <c>RGB</c>, <c>Palette</c>, <c>YCbCr</c>,
    /// <c>CMYK</c>, <c>YCCK</c>, followed by <c>A</c> if there is alpha.
    /// </summary>
    public required string Photometric { get; init; }

    /// <summary>Gets the EXIF orientation, 1 to 8; 1 if there is none (EXIF 2.32, tag 0x0112).</summary>
    public int Orientation { get; init; } = 1;

    /// <summary>
    /// Gets the unusual property of a PNG's or JPEG's encoding (DQ309), as a phrase such as <c>16 bits a sample</c>; null if there is none.
    /// </summary>
    public string? UnusualEncoding { get; init; }

    /// <summary>
    /// Gets the metadata of a PNG or JPEG about place and author (DQ904). In a PNG, metadata after the image data is only found at level
    /// Full.
    /// </summary>
    public ImageMetadata Metadata { get; init; }

    /// <summary>Gets the DICOM attributes; null for PNG and JPEG.</summary>
    public DicomHeader? Dicom { get; init; }

    /// <summary>Gets the size in pixels after EXIF orientation: orientations 5 to 8 swap the sides (EXIF 2.32, tag 0x0112).</summary>
    public (int Width, int Height) UprightSize => Orientation >= FirstTurnedOrientation ? (Height, Width) : (Width, Height);
}
