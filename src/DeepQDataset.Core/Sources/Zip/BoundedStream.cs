using DeepQDataset.Streams;

namespace DeepQDataset.Sources.Zip;

/// <summary>
/// Represents a stream that ends after a number of bytes, so that a deflated entry is no longer than its directory record states.
/// </summary>
/// <param name="source">The source stream, which is disposed with this stream.</param>
/// <param name="length">The maximum number of bytes.</param>
internal sealed class BoundedStream(Stream source, long length) : ForwardReadStream
{
    private long _position;

    /// <inheritdoc/>
    protected override long ReadBytes => _position;

    /// <inheritdoc/>
    public override bool CanRead => source.CanRead;

    /// <summary>Gets the length in the directory; the data may end earlier.</summary>
    public override long Length => length;

    public override int Read(Span<byte> buffer)
    {
        long left = length - _position;
        int read = source.Read(left < buffer.Length ? buffer[..(int)left] : buffer);
        _position += read;
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            source.Dispose();
        }

        base.Dispose(disposing);
    }
}
