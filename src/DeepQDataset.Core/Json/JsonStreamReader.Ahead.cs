using System.Text.Json;

namespace DeepQDataset.Json;

/// <content>
/// The runtime's reader is a ref struct that cannot be stored, and resuming it costs more than reading a token. So it reads all tokens in
/// the buffer in advance. An error after them is reported when the tokens before it have been read.
/// </content>
internal sealed partial class JsonStreamReader
{
    private readonly Token[] _ahead = new Token[128];
    private int _next;
    private int _read;
    private int _faultAt = -1;
    private int _faultDepth;

    /// <summary>Reads the tokens in the buffer.</summary>
    /// <param name="depth">The maximum depth of the first token; deeper ones before it are skipped.</param>
    /// <returns>False if the buffer has no such token and no error.</returns>
    private bool ReadAhead(int depth)
    {
        _next = 0;
        _read = 0;
        Token[] ahead = _ahead;
        int start = _start;
        int count = 0;
        Utf8JsonReader reader = new(_buffer.AsSpan(start, _end - start), _sawEnd, _state);
        try
        {
            while (count < ahead.Length && reader.Read())
            {
                int tokenDepth = reader.CurrentDepth;
                if (count > 0 || tokenDepth <= depth)
                {
                    int place = start + (int)reader.TokenStartIndex;
                    ahead[count++] = new Token(
                        reader.TokenType, reader.ValueIsEscaped, (byte)tokenDepth, place, reader.ValueSpan.Length);
                }
            }
        }
        catch (JsonException exception)
        {
            _read = count;
            _faultDepth = reader.CurrentDepth;
            _faultAt = _counter.Locate(_buffer, _start, _end, exception);
            return true;
        }

        _read = count;
        _start += (int)reader.BytesConsumed;
        _state = reader.CurrentState;
        return count > 0;
    }

    /// <summary>Represents a token in the buffer.</summary>
    /// <param name="Type">The type.</param>
    /// <param name="HasEscapes">Indicates whether the token is a string or property name with escapes.</param>
    /// <param name="Depth">The number of objects and arrays around the token.</param>
    /// <param name="Start">The start in the buffer.</param>
    /// <param name="Length">The length of the content, without quotes.</param>
    private readonly record struct Token(JsonTokenType Type, bool HasEscapes, byte Depth, int Start, int Length);
}
