namespace DeepQDataset.Imaging;

/// <summary>Reads the header and the end of one image format. Implementations do not throw for bad content.</summary>
internal interface IImageFormatProbe
{
    /// <summary>Gets the format.</summary>
    DqImageFormat Format { get; }

    /// <summary>Reads a file whose first bytes match this format.</summary>
    /// <param name="reader">The reader, at the start of the file.</param>
    ImageProbeResult Probe(ForwardReader reader);
}
