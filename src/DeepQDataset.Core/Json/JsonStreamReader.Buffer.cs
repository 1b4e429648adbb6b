namespace DeepQDataset.Json;

/// <content>The buffer and positions in it.</content>
internal sealed partial class JsonStreamReader
{
    private const int ByteOrderMarkLength = 3;
    private const int LongestWord = 16;

    private JsonPlaceCounter _counter;
    private long _bufferOffset;
    private int _start;
    private int _end;
    private bool _sawEnd;
    private bool _isAtStart;

    /// <summary>Reads more data, after moving unconsumed data to the start of the buffer.</summary>
    /// <returns>False if the buffer is full.</returns>
    private bool Fill()
    {
        _cancellation.ThrowIfCancellationRequested();
        if (_start > 0)
        {
            _counter.CountTo(_buffer, _start);
            _counter.Shift(_start);
            _bufferOffset += _start;
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_end == BufferSize)
        {
            return false;
        }

        do
        {
            int read = _stream.Read(_buffer, _end, BufferSize - _end);
            _end += read;
            _sawEnd = read == 0;
        }
        while (_isAtStart && _end < ByteOrderMarkLength && !_sawEnd);

        if (_isAtStart)
        {
            _isAtStart = false;
            if (_buffer.AsSpan(0, _end).StartsWith("\uFEFF"u8))
            {
                // A byte order mark is not part of the text (RFC 8259 section 8.1 lets readers ignore it).
                _end -= ByteOrderMarkLength;
                _buffer.AsSpan(ByteOrderMarkLength, _end).CopyTo(_buffer);
                _bufferOffset = ByteOrderMarkLength;
            }
        }

        return true;
    }

    /// <summary>Reads enough data to describe the unexpected text.</summary>
    private void FillAfter(int index)
    {
        while (!_sawEnd && _end - index < LongestWord && _end < BufferSize)
        {
            int read = _stream.Read(_buffer, _end, Math.Min(LongestWord, BufferSize - _end));
            _end += read;
            _sawEnd = read == 0;
        }
    }

    private bool Fail(int index, string message)
    {
        Fault = new JsonFault(message, _counter.CountTo(_buffer, index));
        return false;
    }
}
