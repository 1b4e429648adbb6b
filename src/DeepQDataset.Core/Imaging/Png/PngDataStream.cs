using System.Buffers.Binary;
using DeepQDataset.Streams;

namespace DeepQDataset.Imaging.Png;

/// <summary>Represents the data of consecutive IDAT chunks as one stream and checks each chunk.</summary>
/// <param name="reader">The reader, at the start of the first IDAT chunk.</param>
/// <param name="chunks">Checks the chunks.</param>
internal sealed class PngDataStream(ForwardReader reader, PngChunkCheck chunks) : ForwardReadStream
{
    private uint _left;
    private bool _isInChunk;
    private bool _isOver;

    /// <summary>Gets the start of the current chunk.</summary>
    public long ChunkStart { get; private set; } = reader.Position;

    /// <summary>
    /// Gets a value that indicates whether the decompressor requested more data than there is: its stream was incomplete.
    /// </summary>
    public bool WasReadBeyondEnd { get; private set; }

    /// <summary>Gets a value that indicates whether the file ended inside a chunk.</summary>
    public bool EndsInside { get; private set; }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (!TryPeek(out ReadOnlySpan<byte> bytes))
        {
            WasReadBeyondEnd = true;
            return 0;
        }

        int count = Math.Min(bytes.Length, buffer.Length);
        bytes[..count].CopyTo(buffer);
        Take(bytes[..count]);
        return count;
    }

    /// <summary>
    /// Skips the data that the decompressor did not read, so that all chunks are checked. The reader is then after the last of them.
    /// </summary>
    public void PassRest()
    {
        while (TryPeek(out ReadOnlySpan<byte> bytes))
        {
            Take(bytes);
        }
    }

    private void Take(ReadOnlySpan<byte> bytes)
    {
        chunks.Append(bytes);
        reader.TrySkip(bytes.Length);
        _left -= (uint)bytes.Length;
    }

    private bool TryPeek(out ReadOnlySpan<byte> bytes)
    {
        bytes = default;
        while (_left == 0)
        {
            if (_isOver || !TryBeginChunk())
            {
                _isOver = true;
                return false;
            }
        }

        if (!reader.TryPeekSome(out bytes))
        {
            EndsInside = true;
            _isOver = true;
            _left = 0;
            return false;
        }

        bytes = bytes[..(int)Math.Min(_left, bytes.Length)];
        return true;
    }

    /// <summary>Ends the current chunk and begins the next.</summary>
    /// <returns>False if the next chunk is not an IDAT chunk, or there is none.</returns>
    private bool TryBeginChunk()
    {
        if (_isInChunk)
        {
            _isInChunk = false;
            EndsInside = !chunks.TryEnd(reader);
        }

        long start = reader.Position;
        if (EndsInside || !reader.TryPeek(PngProbe.ChunkHeaderLength, out ReadOnlySpan<byte> bytes)
            || BinaryPrimitives.ReadUInt32BigEndian(bytes[4..]) != PngChunkType.Idat)
        {
            return false;
        }

        ChunkStart = start;
        _left = BinaryPrimitives.ReadUInt32BigEndian(bytes);
        _isInChunk = true;
        reader.TrySkip(PngProbe.ChunkHeaderLength);
        chunks.Begin(PngChunkType.Idat, _left, start);
        return true;
    }
}
