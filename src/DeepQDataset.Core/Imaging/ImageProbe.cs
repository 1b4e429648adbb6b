namespace DeepQDataset.Imaging;

/// <summary>Recognises a file's format by its first bytes and reads its header and its end.</summary>
public static class ImageProbe
{
    /// <summary>Probes one file. Reads forward, a bounded number of bytes, and never throws for bad content.</summary>
    /// <param name="reader">At the file's start.</param>
    /// <exception cref="IOException">The stream could not be read.</exception>
    public static ImageProbeResult Probe(ForwardReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return new ImageProbeResult(DqImageFormat.Unknown, null, new ImageProblem(ImageProblemKind.UnsupportedFormat, "the content is of no known image format", 0));
    }
}
