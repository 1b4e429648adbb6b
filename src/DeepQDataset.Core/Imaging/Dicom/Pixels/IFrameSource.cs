namespace DeepQDataset.Imaging.Dicom.Pixels;

/// <summary>Gives the frames of an image one after the other.</summary>
internal interface IFrameSource
{
    /// <summary>Decodes the next frame.</summary>
    /// <param name="samples">Takes it.</param>
    /// <returns>Why it cannot be decoded, as a clause about the frame; null if it was.</returns>
    string? Next(FrameSamples samples);
}
