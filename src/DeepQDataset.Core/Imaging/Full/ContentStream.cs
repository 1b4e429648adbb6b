namespace DeepQDataset.Imaging.Full;

/// <summary>A stream that only goes forward and lets a digest see each byte once. It can be cancelled within a file, however large.</summary>
/// <param name="source">What is read; not owned.</param>
/// <param name="digest">Sees what is read.</param>
/// <param name="progress">Is told how many bytes were read; null for nobody.</param>
/// <param name="cancellation">Ends the reading.</param>
internal sealed class ContentStream(Stream source, ContentDigest digest, ReadProgress? progress, CancellationToken cancellation) : Stream
{
    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException("The length shows at the end.");

    /// <inheritdoc/>
    public override long Position { get => digest.Length; set => throw new NotSupportedException("The stream only goes forward."); }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count)
    {
        ValidateBufferArguments(buffer, offset, count);
        return Read(buffer.AsSpan(offset, count));
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        cancellation.ThrowIfCancellationRequested();
        int read = source.Read(buffer);
        digest.Append(buffer[..read]);
        progress?.Add(read);
        return read;
    }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException("The stream only goes forward.");

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException("The stream is for reading.");

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("The stream is for reading.");
}
