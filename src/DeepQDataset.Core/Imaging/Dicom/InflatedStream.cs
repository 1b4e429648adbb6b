using System.IO.Compression;
using DeepQDataset.Streams;

namespace DeepQDataset.Imaging.Dicom;

/// <summary>Represents the unpacked rest of a file. Damaged data ends the stream without an exception.</summary>
internal sealed class InflatedStream : ForwardReadStream
{
    private readonly ForwardReaderStream _packed;
    private readonly DeflateStream _inflate;
    private long _read;

    /// <summary>Initializes a new instance of the <see cref="InflatedStream"/> class.</summary>
    /// <param name="reader">The reader, at the first byte of the deflated data. It is not disposed.</param>
    public InflatedStream(ForwardReader reader)
    {
        _packed = new ForwardReaderStream(reader);
        _inflate = new DeflateStream(_packed, CompressionMode.Decompress);
    }

    /// <summary>Gets a value that indicates whether the data read so far is damaged or truncated.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>Gets a value that indicates whether the data is damaged, and not only truncated.</summary>
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
