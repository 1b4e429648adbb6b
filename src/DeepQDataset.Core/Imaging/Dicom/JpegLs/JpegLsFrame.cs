namespace DeepQDataset.Imaging.Dicom.JpegLs;

/// <summary>Represents what a codestream says of its image (ITU-T T.87 section C.2.2).</summary>
/// <param name="Width">Samples of a line, at least 1.</param>
/// <param name="Height">Lines, at least 1.</param>
/// <param name="Precision">Bits of a sample, 2 to 16.</param>
/// <param name="Components">Samples of a pixel, 1 to 255.</param>
internal sealed record JpegLsFrame(int Width, int Height, int Precision, int Components)
{
    /// <summary>Bytes that a decoded sample takes: 1 or 2.</summary>
    public int SampleBytes => Precision > 8 ? 2 : 1;

    /// <summary>Bytes of the decoded image.</summary>
    public long DecodedBytes => (long)Width * Height * Components * SampleBytes;
}
