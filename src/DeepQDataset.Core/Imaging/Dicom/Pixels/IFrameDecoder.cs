namespace DeepQDataset.Imaging.Dicom.Pixels;

/// <summary>Decodes compressed frames. Returns problems of a frame instead of throwing.</summary>
internal interface IFrameDecoder
{
    /// <summary>
    /// Gets the first two bytes of each frame, which mark the next frame if frames have several fragments (PS3.5 section A.4); empty if
    /// each frame has one fragment.
    /// </summary>
    ReadOnlySpan<byte> FrameStart { get; }

    /// <summary>The last two bytes of each frame, but for padding with zeros; nothing where each frame has one fragment.</summary>
    ReadOnlySpan<byte> FrameEnd { get; }

    /// <summary>Decodes a frame.</summary>
    /// <param name="data">The joined fragments of the frame.</param>
    /// <param name="format">The pixel format.</param>
    /// <param name="samples">Receives the samples.</param>
    /// <returns>The problem, as a clause about the frame; null if there is none.</returns>
    string? Decode(ReadOnlyMemory<byte> data, PixelFormat format, FrameSamples samples);
}
