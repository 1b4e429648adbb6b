using System.IO.Compression;
using DeepQDataset.Streams;

namespace DeepQDataset.Imaging.Dicom;

/// <summary>Represents what the rest of a file unpacks to. Data that cannot be unpacked end it, and are no exception.</summary>
internal sealed class InflatedStream : ForwardReadStream
{
    private readonly ForwardReaderStream _packed;
    private readonly DeflateStream _inflate;
    private long _read;

    /// <summary>Starts to unpack.</summary>
    /// <param name="reader">At the first byte of the deflated data; moved on and not owned.</param>
    public InflatedStream(ForwardReader reader)
    {
        _packed = new ForwardReaderStream(reader);
        _inflate = new DeflateStream(_packed, CompressionMode.Decompress);
    }

    /// <summary>Gets a value that indicates whether the data are damaged or end early, as far as they have been read.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>Gets a value that indicates whether they are damaged, and not just cut off.</summary>
    public bool IsDamaged => HasFailed && !_packed.SawEnd;

    /// <inheritdoc/>
    protected override long ReadBytes => _read;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (HasFailed)
        {
            return 0;
        }

        try
        {
            int count = _inflate.Read(buffer);
            _read += count;
            return count;
        }
        catch (InvalidDataException)
        {
            HasFailed = true;
            return 0;
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inflate.Dispose();
        }

        base.Dispose(disposing);
    }
}
