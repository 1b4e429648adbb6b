using DeepQDataset.Imaging.Dicom;
using DeepQDataset.Imaging.Jpeg;
using DeepQDataset.Imaging.Png;
using DeepQDataset.Streams;
using DeepQDataset.Work;

namespace DeepQDataset.Imaging.Probing;

/// <summary>
/// Reads images from their first byte to their last, each byte once, through one buffer. The results of level Header come from the same
/// pass. Not safe for use by several threads.
/// </summary>
internal sealed class ImageInspector : IDisposable
{
    private readonly ForwardReader _reader = new();
    private readonly DataFindings _findings = new();
    private readonly InspectionDepth _depth;
    private readonly PngDataCheck _png;
    private readonly JpegDataCheck _jpeg;
    private readonly DicomProbe _dicom;

    /// <summary>Initializes a new instance of the <see cref="ImageInspector"/> class.</summary>
    /// <param name="depth">The purpose of the reading.</param>
    public ImageInspector(InspectionDepth depth = InspectionDepth.Data)
    {
        _depth = depth;
        _png = new PngDataCheck(_findings, Digest);
        _jpeg = new JpegDataCheck(_findings);
        _dicom = new DicomProbe(new DicomHeaderReader(new DicomDataCheck(_findings)));
    }

    /// <summary>Gets the digest of the last file's bytes.</summary>
    public ContentDigest Digest { get; } = new();

    /// <summary>Reads one image. Does not throw for bad content.</summary>
    /// <param name="content">The content.</param>
    /// <param name="length">The expected number of bytes.</param>
    /// <param name="withChecksum">Indicates whether <see cref="Digest"/> includes the CRC-32.</param>
    /// <param name="progress">Receives the number of bytes read; null for none.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    /// <exception cref="IOException">The stream could not be read.</exception>
    /// <exception cref="InvalidDataException">The decompression of the stream failed.</exception>
    public ImageInspection Inspect(
        Stream content, long length, bool withChecksum, ProgressCounter? progress, CancellationToken cancellation)
    {
        Start(content, length, withChecksum, progress, cancellation);
        ImageProbeResult probe =
            _depth == InspectionDepth.Data ? ImageProbe.Probe(_reader, _png, _jpeg, _dicom) : ImageProbe.Probe(_reader);
        _reader.SkipRest();
        bool isWhole = probe is { Header: not null, Problem: null } && _findings.Damage is null;
        long trailing = isWhole && _findings.End is long end ? Digest.Length - end : 0;
        return new ImageInspection(probe, _findings.Damage, Digest.Hash, Digest.Length, trailing, isWhole && _findings.IsBlank);
    }

    /// <summary>Reads a file that is not an image, only for its digest.</summary>
    /// <inheritdoc cref="Inspect"/>
    public void Read(Stream content, long length, bool withChecksum, ProgressCounter? progress, CancellationToken cancellation)
    {
        Start(content, length, withChecksum, progress, cancellation);
        _reader.SkipRest();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _reader.Dispose();
        _jpeg.Dispose();
    }

    private void Start(Stream content, long length, bool withChecksum, ProgressCounter? progress, CancellationToken cancellation)
    {
        _findings.Reset();
        Digest.Reset(withHash: _depth == InspectionDepth.Data, withChecksum);
        _reader.Reset(new ContentStream(content, Digest, progress, cancellation), length, readsAll: true, cancellation);
    }
}
