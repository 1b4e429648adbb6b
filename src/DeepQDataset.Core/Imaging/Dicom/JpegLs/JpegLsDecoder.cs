namespace DeepQDataset.Imaging.Dicom.JpegLs;

/// <summary>
/// Decodes JPEG-LS (ITU-T T.87, ISO/IEC 14495-1): lossless and near-lossless, 2 to 16 bits, components interleaved in any way or in scans
/// of their own, restarts, coding parameters, sizes of more than 65,535. Not: subsampling, mapping tables, point transform. It is used
/// for one codestream after the other.
/// </summary>
internal sealed class JpegLsDecoder
{
    /// <summary>The number of samples a bit can stand for.</summary>
    private const long MostSamplesPerBit = 1 << 15;

    private readonly JpegLsSegments _segments = new();
    private readonly JpegLsScanDecoder _scans = new();

    /// <summary>Gets the image; known when its header was read.</summary>
    public JpegLsFrame Frame => _segments.Frame!;

    /// <summary>Reads up to the first scan's data.</summary>
    /// <param name="data">The codestream.</param>
    /// <returns>What is wrong, as a clause; null if nothing.</returns>
    public string? ReadHeader(ReadOnlySpan<byte> data)
    {
        if ((_segments.Start(data) ?? _segments.FindScan(data)) is string fault)
        {
            return fault;
        }

        // Each line has a bit for each of its longest runs at least.
        long leastBits = (Frame.Width + MostSamplesPerBit - 1) / MostSamplesPerBit * Frame.Height;
        return leastBits <= (data.Length - _segments.Position) * 8L ? null : "its JPEG-LS data end early";
    }

    /// <summary>Decodes the codestream whose header was read.</summary>
    /// <param name="data">The same codestream.</param>
    /// <param name="samples">
    /// Receives the samples, those of a pixel together, each of one or two bytes in this machine's order; as long as the frame says.
    /// </param>
    /// <returns>What is wrong, as a clause; null if nothing.</returns>
    public string? Decode(ReadOnlySpan<byte> data, Span<byte> samples)
    {
        if (samples.Length != Frame.DecodedBytes)
        {
            throw new ArgumentException("The room is not what the frame needs.", nameof(samples));
        }

        string? fault = _scans.Decode(data, _segments, samples);
        while (fault is null && !_segments.HasAllData)
        {
            fault = _segments.FindScan(data) ?? _scans.Decode(data, _segments, samples);
        }

        return fault ?? JpegLsColors.Restore(_segments.ColorTransform, Frame, samples);
    }
}
