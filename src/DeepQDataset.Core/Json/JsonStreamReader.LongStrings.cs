using System.Buffers;
using System.Text.Json;

namespace DeepQDataset.Json;

/// <content>Strings that are too long for the buffer.</content>
internal sealed partial class JsonStreamReader
{
    private static readonly SearchValues<byte> HexDigits = SearchValues.Create("0123456789abcdefABCDEF"u8);

    private static readonly SearchValues<byte> StringStops = SearchValues.Create(
        [.. Enumerable.Range(0, ' ').Select(control => (byte)control), (byte)'"', (byte)'\\']);

    private const int FirstKept = 256 * 1024;

    // A long string that is kept, in quotes.
    private byte[] _kept = [];
    private int _keptLength;
    private bool _isOutside;
    private bool _keeps;
    private long _longOffset;
    private long _longLength;
    private bool _hasSpaces;
    private JsonPlace _longPlace;
    private byte _lastByte;
    private byte _byteBeforeLast;

    /// <summary>Returns how many of these bytes end the content of the string.</summary>
    /// <param name="last">The byte to count.</param>
    /// <returns>0, 1, or 2 for two or more.</returns>
    public int CountLast(byte last)
    {
        byte first = _isOutside ? _lastByte : Value.Length > 0 ? Value[^1] : (byte)0;
        byte second = _isOutside ? _byteBeforeLast : Value.Length > 1 ? Value[^2] : (byte)0;
        return first != last ? 0 : second != last ? 1 : 2;
    }

    /// <summary>Reads a string value to its end if the buffer is full without a complete token, which can only be a long string.</summary>
    /// <param name="depth">The maximum depth at which the string is kept.</param>
    private bool ReadLongString(int depth)
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

        // The runtime's reader sees an empty string instead.
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
        _isOutside = true;
        _keptLength = 0;
        _keeps = Depth <= depth && longestString > BufferSize;
        HasEscapes = false;
        _hasSpaces = false;
        _valueStart = 0;
        _valueEnd = 0;
        _longOffset = _bufferOffset + quote + 1;
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
                _longLength = _bufferOffset + _start - _longOffset;
                _start++;
                _counter.PassOver(_longLength);
                Close();
                return true;
            }

            if (_start < _end && _buffer[_start] != '\\')
            {
                return Fail(_start, "a string contains a control character");
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

    /// <summary>Returns the length of the escape at the start of the data; 0 if more data is needed, −1 if it is not an escape.</summary>
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
        Keep(content);
        _hasSpaces |= content.Contains((byte)' ');
        if (content.Length > 0)
        {
            _byteBeforeLast = content.Length > 1 ? content[^2] : _lastByte;
            _lastByte = content[^1];
        }
    }
    private void Keep(ReadOnlySpan<byte> content)
    {
        if (!_keeps)
        {
            return;
        }

        if (content.Length > longestString - _keptLength)
        {
            (_keeps, _keptLength) = (false, 0);
            return;
        }

        // One more byte on each side for the quotes.
        if (_keptLength + content.Length + 2 > _kept.Length)
        {
            int doubled = (int)Math.Min(longestString + 2L, Math.Max(FirstKept, 2L * _kept.Length));
            Array.Resize(ref _kept, Math.Max(_keptLength + content.Length + 2, doubled));
        }

        content.CopyTo(_kept.AsSpan(_keptLength + 1));
        _keptLength += content.Length;
    }

    private void Close()
    {
        if (_keeps)
        {
            _kept[0] = (byte)'"';
            _kept[_keptLength + 1] = (byte)'"';
            IsLong = false;
        }
    }
}
