using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace DeepQDataset.Json;

/// <content>The values of tokens.</content>
internal sealed partial class JsonStreamReader
{
    /// <summary>
    /// Gets a value that indicates whether the token is a string that is too long to be kept, so that <see cref="Value"/> is empty.
    /// </summary>
    public bool IsLong { get; private set; }

    /// <summary>Gets a value that indicates whether the string or property name has escapes.</summary>
    public bool HasEscapes { get; private set; }

    /// <summary>Gets a value that indicates whether the string or property name has spaces.</summary>
    public bool HasSpaces => _isOutside ? _hasSpaces : TokenType == JsonTokenType.String && Value.Contains((byte)' ');

    /// <summary>Gets the start of the string's content, in bytes from the start of the stream.</summary>
    public long ValueOffset => _isOutside ? _longOffset : _bufferOffset + _valueStart;

    /// <summary>Gets the length of the string's content in bytes, including escapes.</summary>
    public long ValueLength => _isOutside ? _longLength : _valueEnd - _valueStart;

    /// <summary>Gets the bytes of the token, without quotes; valid until the next call.</summary>
    public ReadOnlySpan<byte> Value => IsLong ? []
        : _isOutside ? _kept.AsSpan(1, _keptLength)
        : _buffer.AsSpan(_valueStart, _valueEnd - _valueStart);

    /// <summary>Determines whether the token is a property name or string with this text.</summary>
    /// <param name="text">The text in UTF-8, without characters that JSON must escape.</param>
    public bool Is(ReadOnlySpan<byte> text) => HasEscapes
        ? TryGetString(out string? value) && value.Equals(Encoding.UTF8.GetString(text), StringComparison.Ordinal)
        : Value.SequenceEqual(text) && !IsLong;

    /// <summary>Returns the text of a property name or string.</summary>
    /// <returns>False if it is too long or not valid Unicode.</returns>
    public bool TryGetString([NotNullWhen(true)] out string? text)
    {
        text = null;
        if (IsLong || TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName))
        {
            return false;
        }

        try
        {
            // With its quotes, it is a JSON text of its own.
            Utf8JsonReader reader = new(
                _isOutside ? _kept.AsSpan(0, _keptLength + 2) : _buffer.AsSpan(_valueStart - 1, _valueEnd - _valueStart + 2));
            text = reader.Read() ? reader.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Invalid UTF-8 or an unpaired surrogate.
        }

        return text is not null;
    }

    /// <summary>Returns the value of a number.</summary>
    /// <returns>False if the token is not a number, or is too large for a double.</returns>
    public bool TryGetNumber(out double value)
    {
        value = 0;
        return TokenType == JsonTokenType.Number && Utf8Parser.TryParse(Value, out value, out int consumed) && consumed == Value.Length
            && double.IsFinite(value);
    }
}
