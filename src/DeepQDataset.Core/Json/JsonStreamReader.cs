using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace DeepQDataset.Json;

/// <summary>
/// Reads JSON (RFC 8259) token by token from a stream of any length through one buffer of fixed size. The grammar is the runtime's own
/// reader's; that one wants each token whole, so a string too long for the buffer is passed over here: where it stands is known then, not
/// what it says. Never throws for bad content. One reader serves one thread and is used again for the next file by <see cref="Reset"/>.
/// </summary>
internal sealed partial class JsonStreamReader : IDisposable
{
    /// <summary>The most bytes a token may have, but for string values.</summary>
    public const int BufferSize = 64 * 1024;

    /// <summary>How deep objects and arrays may be nested.</summary>
    public const int MaximumDepth = 64;

    private const int ByteOrderMarkLength = 3;
    private const int LongestWord = 16;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
    private Stream _stream = Stream.Null;
    private JsonReaderState _state;
    private JsonPlaceCounter _counter;
    private long _bufferOffset;
    private int _start;
    private int _end;
    private int _tokenStart;
    private int _valueStart;
    private int _valueEnd;
    private bool _sawEnd;
    private bool _isAtStart;

    /// <summary>What the last token is.</summary>
    public JsonTokenType TokenType { get; private set; }

    /// <summary>In how many objects and arrays it lies; those that it starts or ends are not counted.</summary>
    public int Depth { get; private set; }

    /// <summary>Why the text is no JSON; null as long as it is.</summary>
    public JsonFault? Fault { get; private set; }

    /// <summary>Whether the token is a string too long for the buffer: <see cref="Value"/> is empty then.</summary>
    public bool IsLong { get; private set; }

    /// <summary>Whether the string or name has escapes.</summary>
    public bool HasEscapes { get; private set; }

    /// <summary>Whether the string or name has blanks.</summary>
    public bool HasSpaces { get; private set; }

    /// <summary>Where a string's content starts, in bytes from the stream's start.</summary>
    public long ValueOffset { get; private set; }

    /// <summary>How long a string's content is, in bytes as it stands there, escapes and all.</summary>
    public long ValueLength { get; private set; }

    /// <summary>The token's bytes as they stand there, without quotes; valid until the next call.</summary>
    public ReadOnlySpan<byte> Value => _buffer.AsSpan(_valueStart, _valueEnd - _valueStart);

    /// <summary>Where the token starts.</summary>
    public JsonPlace Place => IsLong ? _longPlace : _counter.CountTo(_buffer, _tokenStart);

    /// <summary>Starts with the next text. The reader does not own the stream.</summary>
    public void Reset(Stream stream)
    {
        _stream = stream;
        _state = new JsonReaderState(new JsonReaderOptions { MaxDepth = MaximumDepth });
        _counter = JsonPlaceCounter.Start;
        _bufferOffset = 0;
        _start = 0;
        _end = 0;
        _sawEnd = false;
        _isAtStart = true;
        TokenType = JsonTokenType.None;
        Fault = null;
        IsLong = false;
    }

    /// <summary>Reads the next token.</summary>
    /// <returns>False at the end, and where the text is no JSON: <see cref="Fault"/> tells.</returns>
    /// <exception cref="IOException">The stream could not be read.</exception>
    /// <exception cref="InvalidDataException">The stream's own decompression failed.</exception>
    public bool Read()
    {
        while (Fault is null)
        {
            Utf8JsonReader reader = new(_buffer.AsSpan(_start, _end - _start), _sawEnd, _state);
            try
            {
                if (reader.Read())
                {
                    Take(ref reader);
                    return true;
                }
            }
            catch (JsonException exception)
            {
                int index = _counter.Locate(_buffer, _start, _end, exception);
                ReadAhead(index);
                Fault = JsonFaultText.Describe(_buffer.AsSpan(index, _end - index), Depth, _counter.CountTo(_buffer, index));
                return false;
            }

            if (_sawEnd)
            {
                TokenType = JsonTokenType.None;
                return false;
            }

            if (!Fill())
            {
                return ReadLongString();
            }
        }

        return false;
    }

    /// <summary>Passes over the rest of the value whose first token was read.</summary>
    /// <returns>False where the text is no JSON.</returns>
    public bool Skip()
    {
        if (TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
        {
            return true;
        }

        int depth = Depth;
        while (Read())
        {
            if (Depth == depth && TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the token is a name or string of just this text.</summary>
    /// <param name="text">In UTF-8, without characters that JSON must escape.</param>
    public bool Is(ReadOnlySpan<byte> text) => HasEscapes
        ? TryGetString(out string? value) && value.Equals(Encoding.UTF8.GetString(text), StringComparison.Ordinal)
        : Value.SequenceEqual(text) && !IsLong;

    /// <summary>The text of a name or string.</summary>
    /// <returns>False where it is too long or no Unicode text.</returns>
    public bool TryGetString([NotNullWhen(true)] out string? text)
    {
        text = null;
        if (IsLong || TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName))
        {
            return false;
        }

        try
        {
            // With its quotes it is a JSON text of its own.
            Utf8JsonReader reader = new(_buffer.AsSpan(_valueStart - 1, _valueEnd - _valueStart + 2));
            text = reader.Read() ? reader.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Invalid UTF-8, or half a surrogate pair.
        }

        return text is not null;
    }

    /// <summary>The value of a number.</summary>
    /// <returns>False where the token is none, or is too large for a double.</returns>
    public bool TryGetNumber(out double value)
    {
        value = 0;
        return TokenType == JsonTokenType.Number && Utf8Parser.TryParse(Value, out value, out int consumed) && consumed == Value.Length
            && double.IsFinite(value);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = [];
            _stream = Stream.Null;
        }
    }

    private void Take(ref Utf8JsonReader reader)
    {
        TokenType = reader.TokenType;
        Depth = reader.CurrentDepth;
        IsLong = false;
        HasEscapes = reader.ValueIsEscaped;
        _tokenStart = _start + (int)reader.TokenStartIndex;
        _valueStart = _tokenStart + (TokenType is JsonTokenType.String or JsonTokenType.PropertyName ? 1 : 0);
        _valueEnd = _valueStart + reader.ValueSpan.Length;
        ValueOffset = _bufferOffset + _valueStart;
        ValueLength = reader.ValueSpan.Length;
        HasSpaces = TokenType == JsonTokenType.String && Value.Contains((byte)' ');
        _start += (int)reader.BytesConsumed;
        _state = reader.CurrentState;
    }

    /// <summary>Reads on; what was consumed makes room.</summary>
    /// <returns>False when there is no room.</returns>
    private bool Fill()
    {
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
                // A byte order mark is no part of the text (RFC 8259 section 8.1 lets readers pass over it).
                _end -= ByteOrderMarkLength;
                _buffer.AsSpan(ByteOrderMarkLength, _end).CopyTo(_buffer);
                _bufferOffset = ByteOrderMarkLength;
            }
        }

        return true;
    }

    /// <summary>Sees to it that enough is there to say what is in the way.</summary>
    private void ReadAhead(int index)
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
