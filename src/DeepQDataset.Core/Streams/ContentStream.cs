using DeepQDataset.Work;

namespace DeepQDataset.Streams;

/// <summary>
/// Represents a forward-only stream that passes each byte to a digest once. It can be canceled within a file of any size.
/// </summary>
/// <param name="source">The source stream, which is not disposed.</param>
/// <param name="digest">The digest to update.</param>
/// <param name="progress">Receives the number of bytes read; null for none.</param>
/// <param name="cancellation">The token to monitor for cancellation requests.</param>
internal sealed class ContentStream(Stream source, ContentDigest digest, ProgressCounter? progress, CancellationToken cancellation)
    : ForwardReadStream
{
    /// <inheritdoc/>
    protected override long ReadBytes => digest.Length;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        cancellation.ThrowIfCancellationRequested();
        int read = source.Read(buffer);
        digest.Append(buffer[..read]);
        progress?.Advance(read);
        return read;
    }
}
