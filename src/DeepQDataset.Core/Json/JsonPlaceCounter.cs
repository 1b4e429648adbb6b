using System.Text;
using System.Text.Json;

namespace DeepQDataset.Json;

/// <summary>Counts lines and characters along a buffer, as far as it is asked to.</summary>
internal struct JsonPlaceCounter
{
    private int _index;
    private long _line;
    private long _column;

    // Bytes since the line's start: of the text, and as the runtime's reader counts them, which does not see long strings.
    private long _bytes;
    private long _unseenBytes;

    /// <summary>At the start of a text.</summary>
    public static JsonPlaceCounter Start { get; } = new() { _line = 1, _column = 1 };

    private readonly JsonPlace Place => new((int)Math.Min(_line, int.MaxValue), (int)Math.Min(_column, int.MaxValue));

    /// <summary>Counts on.</summary>
    /// <param name="buffer">The buffer.</param>
    /// <param name="index">Where to in the buffer; not before the last place.</param>
    public JsonPlace CountTo(byte[] buffer, int index)
    {
        ReadOnlySpan<byte> passed = buffer.AsSpan(_index, index - _index);
        int lineEnd = passed.LastIndexOf((byte)'\n');
        if (lineEnd >= 0)
        {
            _line += passed.Count((byte)'\n');
            _column = 1;
            _bytes = 0;
            _unseenBytes = 0;
            passed = passed[(lineEnd + 1)..];
        }

        _bytes += passed.Length;
        _column += Characters(passed);
        _index = index;
        return Place;
    }

    /// <summary>The buffer's content moves towards its start.</summary>
    /// <param name="count">By how many bytes; not past the last place.</param>
    public void Shift(int count) => _index -= count;

    /// <summary>The runtime's reader has not seen some bytes of the line.</summary>
    public void PassOver(long bytes) => _unseenBytes += bytes;

    /// <summary>Finds where in the buffer the runtime's reader came upon something.</summary>
    /// <param name="buffer">The buffer.</param>
    /// <param name="start">What the reader had consumed before.</param>
    /// <param name="end">The end of what is in the buffer.</param>
    /// <param name="exception">Says the line and the bytes in it, both from 0 and since the text's start.</param>
    public int Locate(byte[] buffer, int start, int end, JsonException exception)
    {
        CountTo(buffer, start);
        long bytes = exception.BytePositionInLine ?? 0;
        long lines = (exception.LineNumber ?? 0) + 1 - _line;
        if (lines == 0)
        {
            return Clamp(start + bytes + _unseenBytes - _bytes, start, end);
        }

        int lineStart = start;
        for (; lines > 0; lines--)
        {
            int length = buffer.AsSpan(lineStart, end - lineStart).IndexOf((byte)'\n');
            lineStart = length < 0 ? end : lineStart + length + 1;
        }

        return Clamp(lineStart + bytes, start, end);
    }

    private static int Clamp(long index, int start, int end) => (int)Math.Clamp(index, start, end);

    private static long Characters(ReadOnlySpan<byte> text)
    {
        if (Ascii.IsValid(text))
        {
            return text.Length;
        }

        long count = 0;
        foreach (byte value in text)
        {
            count += (value & 0xC0) == 0x80 ? 0 : 1; // Bytes that go on with a character do not count.
        }

        return count;
    }
}
