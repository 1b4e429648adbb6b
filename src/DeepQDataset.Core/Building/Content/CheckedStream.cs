using System.IO.Hashing;
using DeepQDataset.Streams;

namespace DeepQDataset.Building.Content;

/// <summary>Writes bytes through to another stream and adds them to a checksum.</summary>
/// <param name="inner">The destination stream; the caller disposes it.</param>
/// <param name="crc">The checksum to update.</param>
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
