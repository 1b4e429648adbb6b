using DeepQDataset.Text;

namespace DeepQDataset.Labels.Parsing;

/// <summary>Represents a line with wrong quotes, split at each delimiter regardless of them.</summary>
internal sealed class SplitLine
{
    // No form has as many fields; the rest of a line with more is not split.
    private const int MaximumFields = 64;

    private readonly ReadOnlyMemory<byte> _text;
    private readonly List<Range> _fields = [];

    /// <summary>Splits a line.</summary>
    /// <param name="text">The line without its end.</param>
    /// <param name="delimiter">The delimiter of fields.</param>
    /// <param name="line">The 1-based physical line.</param>
    public SplitLine(ReadOnlyMemory<byte> text, byte delimiter, int line)
    {
        _text = text;
        Line = line;
        int start = 0;
        while (true)
        {
            int length = text.Span[start..].IndexOf(delimiter);
            _fields.Add(length < 0 ? start..text.Length : start..(start + length));
            if (length < 0 || _fields.Count == MaximumFields)
            {
                return;
            }

            start += length + 1;
        }
    }

    private SplitLine(int line) => Line = line;

    /// <summary>Gets the 1-based physical line.</summary>
    public int Line { get; }

    /// <summary>Gets the number of fields; 0 for a lost line.</summary>
    public int Count => _fields.Count;

    /// <summary>Creates a line that cannot be distinguished from the one before.</summary>
    public static SplitLine Lost(int line) => new(line);

    /// <summary>Returns a field without quotes, trimmed.</summary>
    public ReadOnlySpan<byte> Field(int index) => FieldText.WithoutQuotes(_text.Span[_fields[index]]);
}
