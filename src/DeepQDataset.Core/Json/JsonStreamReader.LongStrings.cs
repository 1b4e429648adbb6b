using System.Buffers;
using System.Text.Json;

namespace DeepQDataset.Json;

/// <content>Strings that are too long for the buffer.</content>
internal sealed partial class JsonStreamReader
{
    private static readonly SearchValues<byte> HexDigits = SearchValues.Create("0123456789abcdefABCDEF"u8);

    private static readonly SearchValues<byte> StringStops = SearchValues.Create(
        [.. Enumerable.Range(0, ' ').Select(control => (byte)control), (byte)'"', (byte)'\\']);

    private JsonPlace _longPlace;
    private byte _lastByte;
    private byte _byteBeforeLast;

    /// <summary>How many of these bytes a string's content ends with.</summary>
    /// <param name="last">The byte.</param>
    /// <returns>0, 1, or 2 for two or more.</returns>
    public int CountLast(byte last)
    {
        byte first = IsLong ? _lastByte : Value.Length > 0 ? Value[^1] : (byte)0;
        byte second = IsLong ? _byteBeforeLast : Value.Length > 1 ? Value[^2] : (byte)0;
        return first != last ? 0 : second != last ? 1 : 2;
    }

    /// <summary>The buffer is full and holds no whole token: passes over what must be a string value.</summary>
    private bool ReadLongString()
    {
        int quote = _start;
        while (quote < _end && _buffer[quote] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t' or (byte)',')
        {
            quote++;
        }

        if (quote + 1 >= _end || _buffer[quote] != '"')
        {
            return Fail(_start, $"a token, or the white space before one, is longer than {BufferSize} bytes");
        }

        // The runtime's reader gets an empty string in its place.
        byte kept = _buffer[quote + 1];
        _buffer[quote + 1] = (byte)'"';
        Utf8JsonReader reader = new(_buffer.AsSpan(_start, quote + 2 - _start), isFinalBlock: false, _state);
        bool isValue = reader.Read();
        _buffer[quote + 1] = kept;
        if (!isValue)
        {
            return Fail(quote, $"a name is longer than {BufferSize} bytes");
        }

        _longPlace = _counter.CountTo(_buffer, quote);
        TokenType = JsonTokenType.String;
        Depth = reader.CurrentDepth;
        _state = reader.CurrentState;
        IsLong = true;
        HasEscapes = false;
        HasSpaces = false;
        _valueStart = 0;
        _valueEnd = 0;
        ValueOffset = _bufferOffset + quote + 1;
        _start = quote + 1;
        return PassOver();
    }

    private bool PassOver()
    {
        while (true)
        {
            int length = _buffer.AsSpan(_start, _end - _start).IndexOfAny(StringStops);
            Remember(_buffer.AsSpan(_start, length < 0 ? _end - _start : length));
            _start = length < 0 ? _end : _start + length;
            if (_start < _end && _buffer[_start] == '"')
            {
                ValueLength = _bufferOffset + _start - ValueOffset;
                _start++;
                _counter.PassOver(ValueLength);
                return true;
            }

            if (_start < _end && _buffer[_start] != '\\')
            {
                return Fail(_start, "a control character stands in a string");
            }

            int escape = EscapeLength();
            if (escape > 0)
            {
                HasEscapes = true;
                Remember(_buffer.AsSpan(_start, escape));
                _start += escape;
            }
            else if (_sawEnd)
            {
                return Fail(_end, JsonFaultText.EndsEarly);
            }
            else if (escape < 0)
            {
                return Fail(_start, "a string has an escape that JSON does not know");
            }
            else
            {
                Fill();
            }
        }
    }

    /// <summary>The length of the escape at the start of what is left; 0 when more must be read to know, −1 when it is none.</summary>
    private int EscapeLength()
    {
        ReadOnlySpan<byte> rest = _buffer.AsSpan(_start, _end - _start);
        if (rest.Length < 2 || (rest[1] == 'u' && rest.Length < 6))
        {
            return 0;
        }

        return rest[1] == 'u' ? rest[2..6].IndexOfAnyExcept(HexDigits) < 0 ? 6 : -1
            : "\"\\/bfnrt"u8.Contains(rest[1]) ? 2 : -1;
    }

    private void Remember(ReadOnlySpan<byte> content)
    {
        HasSpaces |= content.Contains((byte)' ');
        if (content.Length > 0)
        {
            _byteBeforeLast = content.Length > 1 ? content[^2] : _lastByte;
            _lastByte = content[^1];
        }
    }
}
