namespace DeepQDataset.Imaging.Dicom;

/// <summary>The rest of a <see cref="ForwardReader"/> as a stream, for decompressors.</summary>
/// <param name="reader">The reader, which the stream moves on and does not own.</param>
internal sealed class ForwardReaderStream(ForwardReader reader) : Stream
{
    private const int Step = 16 * 1024;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => reader.Position; set => throw new NotSupportedException(); }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        reader.TryPeek(Math.Min(buffer.Length, Step), out ReadOnlySpan<byte> bytes);
        bytes.CopyTo(buffer);
        int count = bytes.Length;
        reader.TrySkip(count);
        return count;
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
}
