namespace DeepQDataset.Imaging.Dicom.JpegLs;

/// <summary>Represents the frame header of a codestream (ITU-T T.87 section C.2.2).</summary>
/// <param name="Width">The number of samples in a line, at least 1.</param>
/// <param name="Height">The number of lines, at least 1.</param>
/// <param name="Precision">The number of bits in a sample, 2 to 16.</param>
/// <param name="Components">The number of samples in a pixel, 1 to 255.</param>
internal sealed record JpegLsFrame(int Width, int Height, int Precision, int Components)
{
    /// <summary>Gets the number of bytes of a decoded sample: 1 or 2.</summary>
    public int SampleBytes => Precision > 8 ? 2 : 1;

    /// <summary>Gets the number of bytes of the decoded image.</summary>
    public long DecodedBytes => (long)Width * Height * Components * SampleBytes;
}
