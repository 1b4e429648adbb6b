using DeepQDataset.Imaging.Dicom.JpegLs;

namespace DeepQDataset.Imaging.Dicom.Pixels;

/// <summary>Decodes JPEG-LS frames (PS3.5 section 8.2.3) and checks them against the file's attributes.</summary>
internal sealed class JpegLsFrameDecoder : IFrameDecoder
{
    private readonly JpegLsDecoder _decoder = new();

    /// <inheritdoc/>
    public ReadOnlySpan<byte> FrameStart => [0xFF, JpegLsMarker.StartOfImage];

    /// <inheritdoc/>
    public ReadOnlySpan<byte> FrameEnd => [0xFF, JpegLsMarker.EndOfImage];

    /// <inheritdoc/>
    public string? Decode(ReadOnlyMemory<byte> data, PixelFormat format, FrameSamples samples)
    {
        if (_decoder.ReadHeader(data.Span) is string fault)
        {
            return fault;
        }

        JpegLsFrame frame = _decoder.Frame;
        string? mismatch = format.CheckAgainst("JPEG-LS", frame.Width, frame.Height, frame.Components) ?? CheckPrecision(frame, format);
        return mismatch ?? _decoder.Decode(data.Span, samples.Prepare((int)frame.DecodedBytes, frame.SampleBytes, isPlanar: false));
    }

    private static string? CheckPrecision(JpegLsFrame frame, PixelFormat format) => frame.Precision <= format.BitsAllocated
        ? null
        : FormattableString.Invariant(
            $"its JPEG-LS data have {frame.Precision} bits a sample, and Bits Allocated (0028,0100) is {format.BitsAllocated}");
}
