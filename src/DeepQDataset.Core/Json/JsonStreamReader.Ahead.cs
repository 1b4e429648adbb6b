using System.Text.Json;

namespace DeepQDataset.Json;

/// <content>
/// The runtime's reader is a value that cannot be kept, and to take it up again costs more than a token: so it reads some ahead, as far as
/// the buffer goes. What is wrong behind them waits until they were asked for.
/// </content>
internal sealed partial class JsonStreamReader
{
    private readonly Token[] _ahead = new Token[128];
    private int _next;
    private int _read;
    private int _faultAt = -1;
    private int _faultDepth;

    /// <summary>Reads tokens of the buffer.</summary>
    /// <param name="depth">In how many objects and arrays the first may lie; those before it that lie in more are skipped.</param>
    /// <returns>False if the buffer holds no such token and nothing wrong.</returns>
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
    /// <param name="Type">What it is.</param>
    /// <param name="HasEscapes">Indicates whether it is a string or name with escapes.</param>
    /// <param name="Depth">In how many objects and arrays it lies.</param>
    /// <param name="Start">Where it starts in the buffer.</param>
    /// <param name="Length">The length of what it says, without quotes.</param>
    private readonly record struct Token(JsonTokenType Type, bool HasEscapes, byte Depth, int Start, int Length);
}
