using DeepQDataset.Streams;

namespace DeepQDataset.Files;

/// <summary>
/// Writes forward to a file that is being created, and translates errors of the file system into a <see cref="DatasetException"/> that
/// names the destination.
/// </summary>
/// <param name="inner">The file; the caller disposes it.</param>
/// <param name="destination">The final name of the file.</param>
internal sealed class DestinationStream(Stream inner, string destination) : ForwardWriteStream
{
    private long _written;

    /// <inheritdoc/>
    protected override long WrittenBytes => _written;

    /// <inheritdoc/>
    /// <exception cref="OperationCanceledException">The process is about to end.</exception>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        ProcessEnd.ThrowIfEnding();
        try
        {
            inner.Write(buffer);
            _written += buffer.Length;
        }
        catch (Exception exception) when (DestinationErrors.CanTranslate(exception))
        {
            throw DestinationErrors.Translate(exception, destination);
        }
    }

    /// <inheritdoc/>
    public override void Flush()
    {
        try
        {
            inner.Flush();
        }
        catch (Exception exception) when (DestinationErrors.CanTranslate(exception))
        {
            throw DestinationErrors.Translate(exception, destination);
        }
    }
}
