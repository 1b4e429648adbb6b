using DeepQDataset.Work;

namespace DeepQDataset.Streams;

/// <summary>
/// Represents a stream that only goes forward and lets a digest see each byte once. It can be cancelled within a file, however large.
/// </summary>
/// <param name="source">What is read; not owned.</param>
/// <param name="digest">Sees what is read.</param>
/// <param name="progress">Is told how many bytes were read; null for nobody.</param>
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
