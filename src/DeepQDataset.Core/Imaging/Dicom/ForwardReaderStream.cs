using DeepQDataset.Streams;

namespace DeepQDataset.Imaging.Dicom;

/// <summary>Represents the rest of a <see cref="ForwardReader"/> as a stream, for decompressors.</summary>
/// <param name="reader">The reader, which the stream advances and does not dispose.</param>
internal sealed class ForwardReaderStream(ForwardReader reader) : ForwardReadStream
{
    private const int Step = 16 * 1024;

    /// <summary>Gets a value that indicates whether a read reached the end.</summary>
    public bool SawEnd { get; private set; }

    /// <inheritdoc/>
    protected override long ReadBytes => reader.Position;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        reader.TryPeek(Math.Min(buffer.Length, Step), out ReadOnlySpan<byte> bytes);
        bytes.CopyTo(buffer);
        int count = bytes.Length;
        SawEnd |= count == 0;
        reader.TrySkip(count);
        return count;
    }
}
