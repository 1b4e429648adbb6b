using System.IO.Hashing;
using DeepQDataset.Streams;

namespace DeepQDataset.Building.Content;

/// <summary>Passes on what is written, and adds it to a checksum.</summary>
/// <param name="inner">Where it goes; the caller disposes it.</param>
/// <param name="crc">The checksum.</param>
internal sealed class CheckedStream(Stream inner, Crc32 crc) : ForwardWriteStream
{
    private long _length;

    /// <inheritdoc/>
    protected override long WrittenBytes => _length;

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        crc.Append(buffer);
        _length += buffer.Length;
        inner.Write(buffer);
    }
}
