namespace DeepQDataset.Imaging.Dicom.Pixels;

/// <summary>Decodes compressed frames, one after the other. What is wrong with a frame is said, not thrown.</summary>
internal interface IFrameDecoder
{
    /// <summary>
    /// Gets the first two bytes of each frame, by which a frame of several fragments is told from the next (PS3.5 section A.4); nothing
    /// where each frame has one fragment.
    /// </summary>
    ReadOnlySpan<byte> FrameStart { get; }

    /// <summary>Decodes a frame.</summary>
    /// <param name="data">The frame's fragments put together.</param>
    /// <param name="format">How its pixels are described.</param>
    /// <param name="samples">Receives the samples.</param>
    /// <returns>What is wrong, as a clause about the frame; null if nothing.</returns>
    string? Decode(ReadOnlyMemory<byte> data, PixelFormat format, FrameSamples samples);
}
