using DeepQDataset.Imaging.Jpeg;
using JpegLibrary;

namespace DeepQDataset.Imaging.Dicom.Pixels;

/// <summary>
/// Decodes JPEG frames (PS3.5 section 8.2.1): baseline and extended sequential DCT of 8 and 12 bits with JpegLibrary, lossless ones with
/// <see cref="LosslessJpegDecoder"/>. The library does not report damage, so the data is checked to its end first. One instance can decode
/// several frames.
/// </summary>
internal sealed class JpegDecoding : IFrameDecoder, IDisposable
{
    private readonly ForwardReader _reader = new();
    private readonly DataFindings _findings = new();
    private readonly JpegProbe _probe = new();
    private readonly JpegTableSet _tables;
    private readonly JpegDataCheck _check;
    private readonly LosslessJpegDecoder _lossless;
    private readonly JpegPlanes _planes = new();

    /// <summary>Initializes a new instance of the <see cref="JpegDecoding"/> class.</summary>
    public JpegDecoding()
    {
        _tables = new JpegTableSet(_findings);
        _check = new JpegDataCheck(_findings);
        _lossless = new LosslessJpegDecoder(_tables, _findings);
    }

    /// <inheritdoc/>
    public ReadOnlySpan<byte> FrameStart => JpegProbe.Signature[..2];

    /// <inheritdoc/>
    public ReadOnlySpan<byte> FrameEnd => JpegProbe.EndMarker;

    /// <inheritdoc/>
    public string? Decode(ReadOnlyMemory<byte> data, PixelFormat format, FrameSamples samples)
    {
        using MemoryStream stream = Wrap(data);
        _reader.Reset(stream, stream.Length, readsAll: true);
        _findings.Reset();
        _tables.Reset();
        JpegHeader header = new();
        if (_probe.ReadHeader(_reader, header, _tables) is ImageProbeResult failure)
        {
            return $"its JPEG data cannot be read: {failure.Problem!.Detail}";
        }

        ImageHeader image = header.ToImageHeader();
        if ((Damage() ?? format.CheckAgainst("JPEG", image.Width, image.Height, image.Channels)) is string fault)
        {
            return fault;
        }

        string? failed = _tables.IsLossless
            ? _lossless.Decode(_reader, image.BitDepth, samples)
            : CheckSequential(image) ?? CheckData(stream, out bool hasEnd)
                ?? DecodeSequential(hasEnd ? data : (byte[])[.. data.Span, .. JpegProbe.EndMarker], image, format, samples);
        samples.IsLuminance = header.IsLuminance;
        return failed;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _reader.Dispose();
        _check.Dispose();
    }

    private static MemoryStream Wrap(ReadOnlyMemory<byte> data) =>
        System.Runtime.InteropServices.MemoryMarshal.TryGetArray(data, out ArraySegment<byte> segment)
            ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
            : new MemoryStream(data.ToArray(), writable: false);

    private string? Damage() => _findings.Damage is { } damage ? $"its JPEG data are damaged: {damage.Detail}" : null;

    private string? CheckSequential(ImageHeader image)
    {
        if (_tables.FrameMarker is not (0xC0 or 0xC1))
        {
            return $"its JPEG data have a form that is not converted ({JpegHeader.NameOf(_tables.FrameMarker)})";
        }

        if (image.BitDepth is not (8 or 12))
        {
            return FormattableString.Invariant($"its JPEG data have {image.BitDepth} bits a sample, and 8 or 12 are due");
        }

        foreach (JpegComponent component in _tables.Components)
        {
            int across = _tables.LargestAcross / component.Across;
            int down = _tables.LargestDown / component.Down;
            bool isWhole = across * component.Across == _tables.LargestAcross && down * component.Down == _tables.LargestDown;
            bool isAlone = _tables.Components.Length == 1;
            if (!isWhole || across is not (1 or 2 or 4) || down is not (1 or 2 or 4) || (isAlone && component.Across * component.Down > 1))
            {
                return FormattableString.Invariant(
                    $"its JPEG data have sampling factors of {component.Across} × {component.Down}, which are not converted");
            }
        }

        return null;
    }

    /// <summary>Checks the data to its end. Data without an end of image may still be complete.</summary>
    private string? CheckData(MemoryStream stream, out bool hasEnd)
    {
        bool isSubsampled = _tables.LargestAcross * _tables.LargestDown > 1;
        stream.Position = 0;
        _reader.Reset(stream, stream.Length, readsAll: true);
        ImageProbeResult result = _check.Probe(_reader);
        hasEnd = result.Problem is null;
        if (Damage() is string damage)
        {
            return damage;
        }

        if (result.Problem is { Kind: not ImageProblemKind.Truncated } problem)
        {
            return $"its JPEG data cannot be read: {problem.Detail}";
        }

        return _check.EndsInScan ? "its JPEG data end early"
            : _check.Scans > 1 && isSubsampled
                ? "its JPEG data have chrominances of less size in scans of their own, which are not converted"
            : null;
    }

    private string? DecodeSequential(ReadOnlyMemory<byte> data, ImageHeader image, PixelFormat format, FrameSamples samples)
    {
        try
        {
            JpegDecoder decoder = new();
            decoder.SetInput(data);
            decoder.Identify();
            _planes.Start(_tables, image.BitDepth);
            decoder.SetOutputWriter(_planes);
            decoder.Decode();
        }
        catch (Exception exception)
            when (exception
                    is InvalidDataException
                        or InvalidOperationException
                        or NotSupportedException
                        or ArgumentException
                        or IndexOutOfRangeException
                        or NullReferenceException
                        or DivideByZeroException
                        or OverflowException)
        {
            // The exceptions that the library throws for unexpected data.
            return $"its JPEG data cannot be decoded: {exception.Message}";
        }

        _planes.CopyTo(format, samples);
        return null;
    }
}
