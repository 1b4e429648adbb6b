namespace DeepQDataset.Imaging.Dicom.JpegLs;

/// <summary>
/// Decodes JPEG-LS (ITU-T T.87, ISO/IEC 14495-1): lossless and near-lossless, 2 to 16 bits, components interleaved in any way or in
/// separate scans, restarts, coding parameters, sizes of more than 65,535. Subsampling, mapping tables and point transform are not
/// supported. One instance can decode several codestreams.
/// </summary>
internal sealed class JpegLsDecoder
{
    /// <summary>The maximum number of samples that one bit can represent.</summary>
    private const long MaximumSamplesPerBit = 1 << 15;

    private readonly JpegLsSegments _segments = new();
    private readonly JpegLsScanDecoder _scans = new();

    /// <summary>Gets the frame, after its header was read.</summary>
    public JpegLsFrame Frame => _segments.Frame!;

    /// <summary>Reads the header up to the data of the first scan.</summary>
    /// <param name="data">The codestream.</param>
    /// <returns>The problem, as a clause; null if there is none.</returns>
    public string? ReadHeader(ReadOnlySpan<byte> data)
    {
        if ((_segments.Start(data) ?? _segments.FindScan(data)) is string fault)
        {
            return fault;
        }

        // Each line has at least one bit for each run of maximum length.
        long leastBits = (Frame.Width + MaximumSamplesPerBit - 1) / MaximumSamplesPerBit * Frame.Height;
        return leastBits <= (data.Length - _segments.Position) * 8L ? null : "its JPEG-LS data end early";
    }

    /// <summary>Decodes the codestream after its header was read.</summary>
    /// <param name="data">The same codestream.</param>
    /// <param name="samples">
    /// Receives the samples, interleaved by pixel, with one or two bytes each in the byte order of the machine; as long as the frame
    /// requires.
    /// </param>
    /// <returns>The problem, as a clause; null if there is none.</returns>
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
