namespace DeepQDataset.Imaging.Dicom.Pixels;

/// <summary>Provides the frames of an image in order.</summary>
internal interface IFrameSource
{
    /// <summary>Whether there is a next frame that can be decoded although the last one could not.</summary>
    bool CanGoOn { get; }

    /// <summary>Decodes the next frame.</summary>
    /// <param name="samples">Receives the frame.</param>
    /// <returns>The reason why it cannot be decoded, as a clause about the frame; null on success.</returns>
    string? Next(FrameSamples samples);
}
