namespace DeepQDataset.Imaging;

/// <summary>Reads the header and the end of one image format. Implementations never throw for bad content.</summary>
internal interface IImageFormatProbe
{
    /// <summary>Gets the format it reads.</summary>
    DqImageFormat Format { get; }

    /// <summary>Reads a file whose first bytes were recognised as this format.</summary>
    /// <param name="reader">At the file's start.</param>
    ImageProbeResult Probe(ForwardReader reader);
}
