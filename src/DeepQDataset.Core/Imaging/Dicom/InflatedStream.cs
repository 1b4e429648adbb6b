using System.IO.Compression;
using DeepQDataset.Streams;

namespace DeepQDataset.Imaging.Dicom;

/// <summary>What the rest of a file unpacks to. Data that cannot be unpacked end it, and are no exception.</summary>
/// <param name="reader">At the first byte of the deflated data; moved on and not owned.</param>
internal sealed class InflatedStream(ForwardReader reader) : ForwardReadStream
{
    private readonly DeflateStream _inflate = new(new ForwardReaderStream(reader), CompressionMode.Decompress);
    private long _read;

    /// <summary>Whether the data are damaged or end early, as far as they have been read.</summary>
    public bool HasFailed { get; private set; }

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
