using DeepQDataset.Imaging.Dicom;
using DeepQDataset.Imaging.Jpeg;
using DeepQDataset.Imaging.Png;

namespace DeepQDataset.Imaging.Probing;

/// <summary>Recognizes the format of a file by its first bytes and reads its header and end.</summary>
internal static class ImageProbe
{
    private static readonly PngProbe Png = new();
    private static readonly JpegProbe Jpeg = new();
    private static readonly DicomProbe Dicom = new(new DicomHeaderReader());

    /// <summary>
    /// Probes one file. Reads forward, a bounded number of bytes if the stream can seek, and does not throw for bad content.
    /// </summary>
    /// <param name="reader">The reader, at the start of the file.</param>
    /// <exception cref="IOException">The stream could not be read.</exception>
    public static ImageProbeResult Probe(ForwardReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return Probe(reader, Png, Jpeg, Dicom);
    }

    /// <summary>Probes one file with given probes for each format.</summary>
    internal static ImageProbeResult Probe(ForwardReader reader, IImageFormatProbe png, IImageFormatProbe jpeg, IImageFormatProbe dicom)
    {
        reader.TryPeek(FormatSniffer.Length, out ReadOnlySpan<byte> first);
        if (first.IsEmpty)
        {
            return new ImageProbeResult(
                DqImageFormat.Unknown, null, new ImageProblem(ImageProblemKind.Corrupt, "the file has no content", 0));
        }

        bool isZero = first.IndexOfAnyExcept((byte)0) < 0;
        DqImageFormat format = FormatSniffer.Recognise(first, out string? foreign);
        if (foreign is not null)
        {
            return Unsupported($"the content is {foreign}", foreign);
        }

        return format switch
        {
            DqImageFormat.Png => png.Probe(reader),
            DqImageFormat.Jpeg => jpeg.Probe(reader),
            _ => ProbeDicom(reader, dicom, isZero),
        };
    }

    /// <summary>Probes a file that may be DICOM without a preamble, which only its probe can determine.</summary>
    private static ImageProbeResult ProbeDicom(ForwardReader reader, IImageFormatProbe dicom, bool isZero)
    {
        ImageProbeResult result = dicom.Probe(reader);
        return isZero && result.Format == DqImageFormat.Unknown ? Unsupported("the content starts with zeros only", null) : result;
    }

    private static ImageProbeResult Unsupported(string detail, string? foreign) =>
        new(DqImageFormat.Unknown, null, new ImageProblem(ImageProblemKind.UnsupportedFormat, detail, 0), foreign);
}
