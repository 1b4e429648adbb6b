using System.Buffers;

namespace DeepQDataset.Imaging;

/// <summary>
/// Reads a stream forward through one fixed buffer: parsers look at spans of it and skip what they do not need. Skipping seeks where
/// the stream can. One reader serves one thread and is used again for the next file by <see cref="Reset"/>.
/// </summary>
public sealed class ForwardReader : IDisposable
{
    /// <summary>The most bytes that one <see cref="TryPeek"/> can ask for.</summary>
    public const int BufferSize = 64 * 1024;

    /// <summary>How much the first read of a file takes: enough for most headers, and all of a small file.</summary>
    private const int FirstRead = 16 * 1024;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
    private Stream _stream = Stream.Null;
    private int _start;
    private int _end;
    private bool _sawEnd;

    /// <summary>The position of the next byte, counted from the file's start.</summary>
    public long Position { get; private set; }

    /// <summary>The file's length in bytes as its source declares it. The stream may end earlier or later when the source lies.</summary>
    public long Length { get; private set; }

    /// <summary>Starts with the next file. The reader does not own the stream.</summary>
    /// <param name="stream">The content, at its start.</param>
    /// <param name="length">The length that the source declares, in bytes.</param>
    public void Reset(Stream stream, long length)
    {
        ArgumentNullException.ThrowIfNull(stream);
        _stream = stream;
        Length = length;
        Position = 0;
        _start = 0;
        _end = 0;
        _sawEnd = false;
    }

    /// <summary>Looks at the next bytes without taking them.</summary>
    /// <param name="count">How many, at most <see cref="BufferSize"/>.</param>
    /// <param name="bytes">Exactly <paramref name="count"/> bytes, valid until the next call of this reader; on failure what is left, fewer.</param>
    /// <returns>False when the stream ends before.</returns>
    public bool TryPeek(int count, out ReadOnlySpan<byte> bytes)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, BufferSize);
        bool enough = Fill(count);
        bytes = _buffer.AsSpan(_start, enough ? count : _end - _start);
        return enough;
    }

    /// <summary>Takes the next bytes.</summary>
    /// <param name="count">How many, at most <see cref="BufferSize"/>.</param>
    /// <param name="bytes">As for <see cref="TryPeek"/>.</param>
    /// <returns>False when the stream ends before; nothing is taken then.</returns>
    public bool TryRead(int count, out ReadOnlySpan<byte> bytes)
    {
        if (!TryPeek(count, out bytes))
        {
            return false;
        }

        _start += count;
        Position += count;
        return true;
    }

    /// <summary>Passes over bytes.</summary>
    /// <param name="count">How many, 0 or more.</param>
    /// <returns>False when the file ends before; the position is then at its end.</returns>
    public bool TrySkip(long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        int buffered = (int)Math.Min(count, _end - _start);
        _start += buffered;
        Position += buffered;
        count -= buffered;
        if (count == 0)
        {
            return true;
        }

        return _stream.CanSeek ? SkipBySeeking(count) : SkipByReading(count);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = [];
        }
    }

    private bool SkipBySeeking(long count)
    {
        long left = Math.Max(0, _stream.Length - _stream.Position);
        long step = Math.Min(count, left);
        _stream.Position += step;
        Position += step;
        return step == count;
    }

    private bool SkipByReading(long count)
    {
        while (count > 0)
        {
            _start = 0;
            _end = 0;
            if (!Fill(1))
            {
                return false;
            }

            int step = (int)Math.Min(count, _end);
            _start = step;
            Position += step;
            count -= step;
        }

        return true;
    }

    private bool Fill(int count)
    {
        if (_end - _start >= count)
        {
            return true;
        }

        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        while (_end < count && !_sawEnd)
        {
            int wanted = Position == 0 && _end < FirstRead ? Math.Max(count, FirstRead) : BufferSize;
            int read = _stream.Read(_buffer, _end, Math.Min(wanted, BufferSize) - _end);
            _sawEnd = read == 0;
            _end += read;
        }

        return _end >= count;
    }
}
