namespace DeepQDataset.Streams;

/// <summary>Provides the base class of streams that are written forward only.</summary>
internal abstract class ForwardWriteStream : Stream
{
    private const string OnlyForward = "The stream only goes forward.";
    private const string OnlyWriting = "The stream is for writing.";

    /// <inheritdoc/>
    public sealed override bool CanRead => false;

    /// <inheritdoc/>
    public sealed override bool CanSeek => false;

    /// <inheritdoc/>
    public sealed override bool CanWrite => true;

    /// <inheritdoc/>
    public sealed override long Length => WrittenBytes;

    /// <inheritdoc/>
    public sealed override long Position
    {
        get => WrittenBytes;
        set => throw new NotSupportedException(OnlyForward);
    }

    /// <summary>Gets the number of bytes written so far.</summary>
    protected abstract long WrittenBytes { get; }

    /// <inheritdoc/>
    public abstract override void Write(ReadOnlySpan<byte> buffer);

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count)
    {
        ValidateBufferArguments(buffer, offset, count);
        Write(buffer.AsSpan(offset, count));
    }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public sealed override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException(OnlyWriting);

    /// <inheritdoc/>
    public sealed override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException(OnlyForward);

    /// <inheritdoc/>
    public sealed override void SetLength(long value) => throw new NotSupportedException(OnlyForward);
}
