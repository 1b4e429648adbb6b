using System.Buffers;
using System.Text.Json;

namespace DeepQDataset.Conversion;

/// <summary>
/// Reads JSON of any length in chunks: what is held is one chunk, or one token where that is longer, since a mask may be one long text (which
/// <see cref="Json.JsonStreamReader"/> would pass over). The tokens come from a <see cref="Utf8JsonReader"/>, which may be put down by
/// <see cref="Leave"/> and taken up again by <see cref="Resume"/>.
/// </summary>
internal sealed class JsonChunkReader : IDisposable
{
    /// <summary>The longest single text that is read, in bytes.</summary>
    public const int LongestToken = 256 * 1024 * 1024;

    private const int FirstSize = 64 * 1024;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private readonly Stream _stream;
    private readonly string _path;
    private readonly CancellationToken _cancellation;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(FirstSize);
    private int _length;
    private int _counted;
    private int _line = 1;
    private bool _isFinal;
    private JsonReaderState _state;

    /// <summary>Starts at the beginning of a file.</summary>
    /// <param name="stream">The file; disposed with the reader.</param>
    /// <param name="path">How messages name it.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="DatasetException">The file is not in UTF-8.</exception>
    public JsonChunkReader(Stream stream, string path, CancellationToken cancellation)
    {
        _stream = stream;
        _path = path;
        _cancellation = cancellation;
        Fill();
        if (_length >= 2 && (_buffer[0], _buffer[1]) is (0xFF, 0xFE) or (0xFE, 0xFF))
        {
            throw ConversionErrors.At("InvalidJson", path, 1, 1, "is no valid JSON", "it is in UTF-16, and JSON is in UTF-8; save it anew");
        }

        if (_buffer.AsSpan(0, _length).StartsWith(ByteOrderMark))
        {
            Drop(ByteOrderMark.Length);
        }
    }

    /// <summary>How many bytes of the file are behind.</summary>
    public long Position { get; private set; }

    /// <summary>The tokens from where they were left.</summary>
    public Utf8JsonReader Resume() => new(_buffer.AsSpan(0, _length), _isFinal, _state);

    /// <summary>Puts the reader down; <see cref="Resume"/> goes on behind its last token.</summary>
    public void Leave(ref Utf8JsonReader reader)
    {
        _state = reader.CurrentState;
        Drop((int)reader.BytesConsumed);
    }

    /// <summary>Goes to the next token.</summary>
    /// <returns>False at the end of the file.</returns>
    /// <exception cref="DatasetException">The file is no valid JSON: says where.</exception>
    public bool Read(ref Utf8JsonReader reader)
    {
        try
        {
            while (!reader.Read())
            {
                if (_isFinal)
                {
                    return false;
                }

                Leave(ref reader);
                Fill();
                reader = Resume();
            }

            return true;
        }
        catch (JsonException exception)
        {
            throw ConversionErrors.InvalidJson(_path, exception);
        }
    }

    /// <summary>Passes over the value that the reader stands at, or that follows the property it stands at.</summary>
    public void Skip(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.PropertyName)
        {
            Read(ref reader);
        }

        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            int depth = reader.CurrentDepth;
            while (Read(ref reader) && reader.CurrentDepth > depth)
            {
            }
        }
    }

    /// <summary>The 1-based line that the reader's token stands in.</summary>
    public int LineOf(ref Utf8JsonReader reader)
    {
        int start = (int)reader.TokenStartIndex;
        if (start > _counted)
        {
            _line += _buffer.AsSpan(_counted, start - _counted).Count((byte)'\n');
            _counted = start;
        }

        return _line;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        _length = 0;
        _stream.Dispose();
    }

    private void Drop(int count)
    {
        if (count > _counted)
        {
            _line += _buffer.AsSpan(_counted, count - _counted).Count((byte)'\n');
            _counted = count;
        }

        _buffer.AsSpan(count, _length - count).CopyTo(_buffer);
        _length -= count;
        _counted -= count;
        Position += count;
    }

    private void Fill()
    {
        _cancellation.ThrowIfCancellationRequested();
        if (_length == _buffer.Length)
        {
            Grow();
        }

        int read;
        try
        {
            read = _stream.Read(_buffer, _length, _buffer.Length - _length);
        }
        catch (InvalidDataException exception)
        {
            throw new DatasetException(
                "FileDamaged", DatasetErrorKind.InvalidData, $"'{_path}' cannot be read: {exception.Message}", _path, exception);
        }

        _length += read;
        _isFinal = read == 0;
    }

    private void Grow()
    {
        if (_buffer.Length >= LongestToken)
        {
            throw ConversionErrors.At("InvalidJson", _path, _line, 1, "cannot be read", "a single text is longer than 256 MiB");
        }

        byte[] larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
        _buffer.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
