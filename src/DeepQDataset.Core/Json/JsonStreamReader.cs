using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;

namespace DeepQDataset.Json;

/// <summary>
/// Reads JSON (RFC 8259) token by token from a stream of any length through one buffer of fixed size. The runtime's reader parses the
/// grammar, but needs each token as a whole. A string that is too long for the buffer is therefore read here, and kept up to a given
/// length; of a longer string, only the position and length are available. Does not throw for bad content. Not safe for use by several
/// threads.
/// </summary>
/// <param name="longestString">
/// The maximum number of bytes of a string value to keep, including escapes. Strings that fit into the buffer are always kept; memory for
/// longer ones is allocated while they are read.
/// </param>
internal sealed partial class JsonStreamReader(int longestString = 0) : IDisposable
{
    /// <summary>The maximum number of bytes of a token, except for string values.</summary>
    public const int BufferSize = 64 * 1024;

    /// <summary>The maximum depth of nested objects and arrays.</summary>
    public const int MaximumDepth = 64;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
    private Stream _stream = Stream.Null;
    private CancellationToken _cancellation;
    private JsonReaderState _state;
    private int _tokenStart;
    private int _valueStart;
    private int _valueEnd;

    /// <summary>Gets the type of the current token.</summary>
    public JsonTokenType TokenType { get; private set; }

    /// <summary>Gets the number of objects and arrays around the token, not counting those that it starts or ends.</summary>
    public int Depth { get; private set; }

    /// <summary>Gets the reason why the text is not valid JSON; null if no error has been found.</summary>
    public JsonFault? Fault { get; private set; }

    /// <summary>Gets the number of bytes from the start of the stream to the end of the token's content.</summary>
    public long Position => ValueOffset + ValueLength;

    /// <summary>Gets the position at which the token starts.</summary>
    public JsonPlace Place => _isOutside ? _longPlace : _counter.CountTo(_buffer, _tokenStart);

    /// <summary>Starts the next text. The reader does not dispose the stream.</summary>
    /// <param name="stream">The text, in UTF-8.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests while reading.</param>
    public void Reset(Stream stream, CancellationToken cancellation = default)
    {
        _stream = stream;
        _cancellation = cancellation;
        _state = new JsonReaderState(new JsonReaderOptions { MaxDepth = MaximumDepth });
        _counter = JsonPlaceCounter.Start;
        _bufferOffset = 0;
        _start = 0;
        _end = 0;
        _sawEnd = false;
        _isAtStart = true;
        TokenType = JsonTokenType.None;
        Fault = null;
        _next = 0;
        _read = 0;
        _faultAt = -1;
        IsLong = false;
        _isOutside = false;
    }

    /// <summary>Reads the next token.</summary>
    /// <returns>False at the end, or if the text is not valid JSON, see <see cref="Fault"/>.</returns>
    /// <exception cref="IOException">The stream could not be read.</exception>
    /// <exception cref="InvalidDataException">The decompression of the stream failed.</exception>
    /// <exception cref="OperationCanceledException">The operation was canceled.</exception>
    public bool Read() => ReadDownTo(int.MaxValue);

    /// <summary>Skips the rest of the value whose first token has been read. Its content is checked but not kept.</summary>
    /// <returns>False if the text is not valid JSON.</returns>
    /// <inheritdoc cref="Read" path="/exception"/>
    public bool Skip()
    {
        if (TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
        {
            return true;
        }

        int depth = Depth;
        bool isRead;
        do
        {
            isRead = ReadDownTo(depth);
        }
        while (isRead && Depth > depth); // a long string was skipped

        return isRead;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = [];
            _kept = [];
            _stream = Stream.Null;
        }
    }

    /// <summary>Reads the next token at a maximum depth.</summary>
    private bool ReadDownTo(int depth)
    {
        while (Fault is null)
        {
            while (_next < _read)
            {
                ref readonly Token token = ref _ahead[_next++];
                if (token.Depth <= depth)
                {
                    Take(token);
                    return IsUnicode();
                }
            }

            if (_faultAt >= 0)
            {
                Depth = _faultDepth;
                FillAfter(_faultAt);
                Fault = JsonFaultText.Describe(_buffer.AsSpan(_faultAt, _end - _faultAt), Depth, _counter.CountTo(_buffer, _faultAt));
                return false;
            }

            if (ReadAhead(depth))
            {
                continue;
            }

            if (_sawEnd)
            {
                TokenType = JsonTokenType.None;
                return false;
            }

            if (!Fill())
            {
                return ReadLongString(depth) && IsUnicode();
            }
        }

        return false;
    }

    /// <summary>Whether a string or name is UTF-8, as JSON must be (RFC 8259 section 8.1): any other would lose its letters.</summary>
    private bool IsUnicode()
    {
        if (TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName) || Utf8.IsValid(Value))
        {
            return true;
        }

        ReadOnlySpan<byte> around = _isOutside ? Value : _buffer.AsSpan(_valueStart, _end - _valueStart);
        Fault = new JsonFault(JsonFaultText.NotUtf8(around), Place);
        return false;
    }

    private void Take(in Token token)
    {
        TokenType = token.Type;
        Depth = token.Depth;
        IsLong = false;
        _isOutside = false;
        HasEscapes = token.HasEscapes;
        _tokenStart = token.Start;
        _valueStart = token.Start + (TokenType is JsonTokenType.String or JsonTokenType.PropertyName ? 1 : 0);
        _valueEnd = _valueStart + token.Length;
    }
}
