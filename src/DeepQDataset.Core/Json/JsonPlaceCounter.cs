using System.Text;
using System.Text.Json;

namespace DeepQDataset.Json;

/// <summary>Counts lines and characters in a buffer.</summary>
internal struct JsonPlaceCounter
{
    private int _index;
    private long _line;
    private long _column;

    // The bytes since the start of the line: in the text, and as counted by the runtime's reader, which does not see long strings.
    private long _bytes;
    private long _unseenBytes;

    /// <summary>Gets the position at the start of a text.</summary>
    public static JsonPlaceCounter Start { get; } = new() { _line = 1, _column = 1 };

    private readonly JsonPlace Place => new((int)Math.Min(_line, int.MaxValue), (int)Math.Min(_column, int.MaxValue));

    /// <summary>Counts to a position.</summary>
    /// <param name="buffer">The buffer.</param>
    /// <param name="index">The position in the buffer; not before the last one.</param>
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

    /// <summary>Adjusts the position after the content of the buffer was moved to its start.</summary>
    /// <param name="count">The number of bytes by which it was moved; not beyond the last position.</param>
    public void Shift(int count) => _index -= count;

    /// <summary>Records bytes of the line that the runtime's reader has not seen.</summary>
    public void PassOver(long bytes) => _unseenBytes += bytes;

    /// <summary>Finds the position in the buffer at which the runtime's reader failed.</summary>
    /// <param name="buffer">The buffer.</param>
    /// <param name="start">The number of bytes that the reader had consumed.</param>
    /// <param name="end">The end of the content in the buffer.</param>
    /// <param name="exception">The exception, with the 0-based line and byte since the start of the text.</param>
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
            count += (value & 0xC0) == 0x80 ? 0 : 1; // Continuation bytes do not count.
        }

        return count;
    }
}
