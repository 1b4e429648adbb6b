namespace DeepQDataset.Streams;

/// <summary>Provides the base class of streams that are read forward only.</summary>
internal abstract class ForwardReadStream : Stream
{
    private const string OnlyForward = "The stream only goes forward.";
    private const string OnlyReading = "The stream is for reading.";

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public sealed override bool CanSeek => false;

    /// <inheritdoc/>
    public sealed override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException("The length shows at the end.");

    /// <inheritdoc/>
    public sealed override long Position
    {
        get => ReadBytes;
        set => throw new NotSupportedException(OnlyForward);
    }

    /// <summary>Gets the number of bytes read so far, if it is counted.</summary>
    protected virtual long ReadBytes => throw new NotSupportedException("The position is not counted.");

    /// <inheritdoc/>
    public abstract override int Read(Span<byte> buffer);

    /// <inheritdoc/>
    public sealed override int Read(byte[] buffer, int offset, int count)
    {
        ValidateBufferArguments(buffer, offset, count);
        return Read(buffer.AsSpan(offset, count));
    }

    /// <inheritdoc/>
    public sealed override void Flush()
    {
    }

    /// <inheritdoc/>
    public sealed override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException(OnlyForward);

    /// <inheritdoc/>
    public sealed override void SetLength(long value) => throw new NotSupportedException(OnlyReading);

    /// <inheritdoc/>
    public sealed override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException(OnlyReading);
}
