using System.Buffers;
using System.Text.Json;

namespace DeepQDataset.Json;

/// <summary>
/// Reads JSON (RFC 8259) token by token from a stream of any length through one buffer of fixed size. The grammar is the runtime's own
/// reader's; that one wants each token whole, so a string too long for the buffer is followed here, and kept up to the length that was
/// asked for: of a longer one is known where it stands, not what it says. Does not throw for bad content. Not safe for use by several
/// threads.
/// </summary>
/// <param name="longestString">
/// The maximum number of bytes of a string value that are kept, escapes and all. What fits the buffer always is; memory for more is taken
/// as it is read.
/// </param>
internal sealed partial class JsonStreamReader(int longestString = 0) : IDisposable
{
    /// <summary>The maximum number of bytes a token may have, but for string values.</summary>
    public const int BufferSize = 64 * 1024;

    /// <summary>How deep objects and arrays may be nested.</summary>
    public const int MaximumDepth = 64;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
    private Stream _stream = Stream.Null;
    private CancellationToken _cancellation;
    private JsonReaderState _state;
    private int _tokenStart;
    private int _valueStart;
    private int _valueEnd;

    /// <summary>What the last token is.</summary>
    public JsonTokenType TokenType { get; private set; }

    /// <summary>In how many objects and arrays it lies; those that it starts or ends are not counted.</summary>
    public int Depth { get; private set; }

    /// <summary>Why the text is no JSON; null as long as it is.</summary>
    public JsonFault? Fault { get; private set; }

    /// <summary>Gets the number of bytes of the stream are behind, to the end of what the token says.</summary>
    public long Position => ValueOffset + ValueLength;

    /// <summary>Where the token starts.</summary>
    public JsonPlace Place => _isOutside ? _longPlace : _counter.CountTo(_buffer, _tokenStart);

    /// <summary>Starts with the next text. The reader does not own the stream.</summary>
    /// <param name="stream">The text, in UTF-8.</param>
    /// <param name="cancellation">Ends the reading by an exception.</param>
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
    /// <returns>False at the end, and where the text is no JSON: <see cref="Fault"/> tells.</returns>
    /// <exception cref="IOException">The stream could not be read.</exception>
    /// <exception cref="InvalidDataException">The stream's own decompression failed.</exception>
    /// <exception cref="OperationCanceledException">The reading was cancelled.</exception>
    public bool Read() => ReadDownTo(int.MaxValue);

    /// <summary>Skips the rest of the value whose first token was read; what is in it is checked, but not kept.</summary>
    /// <returns>False if the text is no JSON.</returns>
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
        while (isRead && Depth > depth); // a long string came between

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

    /// <summary>Reads the next token that lies in no more objects and arrays than given.</summary>
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
                    return true;
                }
            }

            if (_faultAt >= 0)
            {
                Depth = _faultDepth;
                FillBehind(_faultAt);
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
                return ReadLongString(depth);
            }
        }

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
