using System.Buffers;

namespace DeepQDataset.Imaging;

/// <summary>
/// Reads a stream forward through a fixed buffer. Parsers examine spans of the buffer and skip what they do not need, by seeking if the
/// stream supports it. Call <see cref="Reset"/> for the next file. Not safe for use by several threads.
/// </summary>
internal sealed class ForwardReader : IDisposable
{
    /// <summary>The maximum number of bytes for one <see cref="TryPeek"/>.</summary>
    public const int BufferSize = 64 * 1024;

    /// <summary>The size of the first read of a file in bytes: enough for most headers, and for small files.</summary>
    private const int FirstRead = 16 * 1024;

    /// <summary>The size of the first read after a skip in bytes; the size doubles with each further read.</summary>
    private const int ReadAfterSkip = 4 * 1024;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
    private Stream _stream = Stream.Null;
    private int _start;
    private int _end;
    private int _readSize;
    private bool _sawEnd;
    private bool _canSeek;
    private CancellationToken _cancellation;

    /// <summary>Gets the position of the next byte from the start of the file.</summary>
    public long Position { get; private set; }

    /// <summary>Gets the length of the file in bytes as its source declares it. The stream may be shorter or longer.</summary>
    public long Length { get; private set; }

    /// <summary>Starts the next file. The reader does not dispose the stream.</summary>
    /// <param name="stream">The content, at its start.</param>
    /// <param name="length">The declared length in bytes.</param>
    /// <param name="readsAll">Indicates whether the whole file will be read, so that reads should be large from the start.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests while reading.</param>
    public void Reset(Stream stream, long length, bool readsAll = false, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        _cancellation = cancellation;
        _stream = stream;
        _canSeek = stream.CanSeek;
        Length = length;
        Position = 0;
        _start = 0;
        _end = 0;
        _readSize = readsAll ? BufferSize : FirstRead;
        _sawEnd = false;
    }

    /// <summary>Examines the next bytes without moving past them.</summary>
    /// <param name="count">The number of bytes, at most <see cref="BufferSize"/>.</param>
    /// <param name="bytes">
    /// Exactly <paramref name="count"/> bytes, valid until the next call of this reader; on failure the remaining bytes.
    /// </param>
    /// <returns>False if the stream ends before.</returns>
    public bool TryPeek(int count, out ReadOnlySpan<byte> bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, BufferSize);
        bool enough = Fill(count);
        bytes = _buffer.AsSpan(_start, enough ? count : _end - _start);
        return enough;
    }

    /// <summary>Reads the next bytes.</summary>
    /// <param name="count">The number of bytes, at most <see cref="BufferSize"/>.</param>
    /// <param name="bytes">The bytes, as in <see cref="TryPeek"/>.</param>
    /// <returns>False if the stream ends before; the position is then unchanged.</returns>
    public bool TryRead(int count, out ReadOnlySpan<byte> bytes)
    {
        if (!TryPeek(count, out bytes))
        {
            return false;
        }

        Take(count);
        return true;
    }

    /// <summary>Reads the next byte.</summary>
    /// <param name="value">The byte; 0 on failure.</param>
    /// <returns>False at the stream's end.</returns>
    public bool TryReadByte(out byte value)
    {
        if (!Fill(1))
        {
            value = 0;
            return false;
        }

        value = _buffer[_start];
        Take(1);
        return true;
    }

    /// <summary>Reads the next bytes that are available at once: those in the buffer, or of one read.</summary>
    /// <param name="bytes">At least one byte, valid until the next call of this reader.</param>
    /// <returns>False at the stream's end.</returns>
    public bool TryReadSome(out ReadOnlySpan<byte> bytes)
    {
        bool any = Fill(1);
        bytes = _buffer.AsSpan(_start, _end - _start);
        Take(bytes.Length);
        return any;
    }

    /// <summary>Examines the next bytes that are available at once: those in the buffer, or of one read.</summary>
    /// <param name="bytes">At least one byte, valid until the next call of this reader.</param>
    /// <returns>False at the stream's end.</returns>
    public bool TryPeekSome(out ReadOnlySpan<byte> bytes)
    {
        bool any = Fill(1);
        bytes = _buffer.AsSpan(_start, _end - _start);
        return any;
    }

    /// <summary>Skips bytes.</summary>
    /// <param name="count">The number of bytes, 0 or more.</param>
    /// <returns>False if the file ends before; the position is then at its end.</returns>
    public bool TrySkip(long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        int buffered = (int)Math.Min(count, _end - _start);
        Take(buffered);
        count -= buffered;
        if (count == 0)
        {
            return true;
        }

        return _canSeek ? SkipBySeeking(count) : SkipByReading(count);
    }

    /// <summary>Reads to the end. The position is then the actual length of the file.</summary>
    public void SkipRest()
    {
        while (Fill(1))
        {
            Take(_end - _start);
        }
    }

    /// <summary>
    /// Examines the last bytes before <see cref="Length"/> without reading everything before them: they are buffered, or the stream
    /// supports seeking.
    /// </summary>
    /// <param name="destination">Receives as many bytes as it is long; undefined on failure.</param>
    /// <returns>
    /// False if the bytes between would have to be read, if the bytes start before <see cref="Position"/>, or if the stream ends before its
    /// declared length.
    /// </returns>
    public bool TryPeekTail(Span<byte> destination)
    {
        long ahead = Length - destination.Length - Position;
        if (ahead < 0)
        {
            return false;
        }

        int buffered = _end - _start;
        if (ahead + destination.Length <= buffered)
        {
            _buffer.AsSpan(_start + (int)ahead, destination.Length).CopyTo(destination);
            return true;
        }

        if (!_canSeek)
        {
            return false;
        }

        long current = _stream.Position;
        long tail = current - buffered + ahead;
        if (tail > _stream.Length - destination.Length)
        {
            return false;
        }

        _stream.Position = tail;
        int read = _stream.ReadAtLeast(destination, destination.Length, throwOnEndOfStream: false);
        _stream.Position = current;
        return read == destination.Length;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = [];
            _start = 0;
            _end = 0;
            _stream = Stream.Null;
        }
    }

    private void Take(int count)
    {
        _start += count;
        Position += count;
    }

    private bool SkipBySeeking(long count)
    {
        long left = Math.Max(0, _stream.Length - _stream.Position);
        long step = Math.Min(count, left);
        _stream.Position += step;
        Position += step;
        _readSize = ReadAfterSkip;
        return step == count;
    }

    private bool SkipByReading(long count)
    {
        while (count > 0)
        {
            if (!Fill(1))
            {
                return false;
            }

            int step = (int)Math.Min(count, _end - _start);
            Take(step);
            count -= step;
        }

        return true;
    }

    private bool Fill(int count)
    {
        int buffered = _end - _start;
        if (buffered >= count)
        {
            return true;
        }

        if (_start > 0)
        {
            _buffer.AsSpan(_start, buffered).CopyTo(_buffer);
            _start = 0;
            _end = buffered;
        }

        while (_end < count && !_sawEnd)
        {
            _cancellation.ThrowIfCancellationRequested();
            int target = Math.Min(BufferSize, Math.Max(count, _end + _readSize));
            int read = _stream.Read(_buffer, _end, target - _end);
            _sawEnd = read == 0;
            _end += read;
            _readSize = Math.Min(BufferSize, 2 * _readSize);
        }

        return _end >= count;
    }
}
