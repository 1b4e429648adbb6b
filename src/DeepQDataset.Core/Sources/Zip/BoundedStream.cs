namespace DeepQDataset.Sources.Zip;

/// <summary>A stream that ends after a number of bytes, however much its source would yield: a deflated entry gives no more than its directory record says.</summary>
/// <param name="source">The source, owned.</param>
/// <param name="length">The most bytes it yields.</param>
internal sealed class BoundedStream(Stream source, long length) : Stream
{
    private long _position;

    public override bool CanRead => source.CanRead;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    /// <summary>What the directory declares; the data may end earlier.</summary>
    public override long Length => length;

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException("A deflated entry can only be read forward.");
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        ValidateBufferArguments(buffer, offset, count);
        return Read(buffer.AsSpan(offset, count));
    }

    public override int Read(Span<byte> buffer)
    {
        long left = length - _position;
        int read = source.Read(left < buffer.Length ? buffer[..(int)left] : buffer);
        _position += read;
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException("A deflated entry can only be read forward.");

    public override void SetLength(long value) => throw new NotSupportedException("The stream is for reading.");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("The stream is for reading.");

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            source.Dispose();
        }

        base.Dispose(disposing);
    }
}
