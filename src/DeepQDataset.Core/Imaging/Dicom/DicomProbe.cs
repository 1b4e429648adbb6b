namespace DeepQDataset.Imaging.Dicom;

/// <summary>Reads the header of a DICOM file as an image header.</summary>
/// <param name="reader">The reader of DICOM files.</param>
internal sealed class DicomProbe(IDicomReader reader) : IImageFormatProbe
{
    /// <inheritdoc/>
    public DqImageFormat Format => DqImageFormat.Dicom;

    /// <summary>
    /// Reads a file with any content. A file that is not DICOM has the problem <see cref="ImageProblemKind.UnsupportedFormat"/>.
    /// </summary>
    /// <param name="file">The reader, at the start of the file.</param>
    public ImageProbeResult Probe(ForwardReader file)
    {
        DicomReadResult result = reader.Read(file);
        if (result.Problem?.Kind == ImageProblemKind.UnsupportedFormat)
        {
            return new ImageProbeResult(DqImageFormat.Unknown, null, result.Problem);
        }

        bool isCorrupt = result.Problem?.Kind == ImageProblemKind.Corrupt;
        ImageHeader? image = result.Header is { } header && !isCorrupt ? ToImageHeader(header) : null;
        return new ImageProbeResult(DqImageFormat.Dicom, image, result.Problem, Dicom: result.Header);
    }

    private static ImageHeader ToImageHeader(DicomHeader header) => new()
    {
        Format = DqImageFormat.Dicom,
        Width = header.Columns ?? 0,
        Height = header.Rows ?? 0,
        BitDepth = header.BitsStored ?? header.BitsAllocated ?? 0,
        Channels = header.SamplesPerPixel ?? (header.HasPixelData ? 1 : 0),
        Frames = Math.Max(1, header.NumberOfFrames ?? 1),
        Photometric = header.PhotometricInterpretation ?? "",
        Dicom = header,
    };
}
