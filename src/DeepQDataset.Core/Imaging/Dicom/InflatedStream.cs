using System.IO.Compression;

namespace DeepQDataset.Imaging.Dicom;

/// <summary>What the rest of a file unpacks to. Data that cannot be unpacked end it, and are no exception.</summary>
/// <param name="reader">At the first byte of the deflated data; moved on and not owned.</param>
internal sealed class InflatedStream(ForwardReader reader) : Stream
{
    private readonly DeflateStream _inflate = new(new ForwardReaderStream(reader), CompressionMode.Decompress);

    /// <summary>Whether the data are damaged or end early, as far as they have been read.</summary>
    public bool HasFailed { get; private set; }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (HasFailed)
        {
            return 0;
        }

        try
        {
            return _inflate.Read(buffer);
        }
        catch (InvalidDataException)
        {
            HasFailed = true;
            return 0;
        }
    }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

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
