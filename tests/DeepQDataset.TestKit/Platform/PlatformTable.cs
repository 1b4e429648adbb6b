using System.Numerics;
using System.Text;

namespace DeepQDataset.TestKit.Platform;

/// <summary>label.csv as pandas reads it without a header: fields by the rules of its tokenizer, types by column.</summary>
internal sealed class PlatformTable
{
    private static readonly HashSet<string> NoValue = new(StringComparer.Ordinal)
    {
        "", "#N/A", "#N/A N/A", "#NA", "-1.#IND", "-1.#QNAN", "-NaN", "-nan", "1.#IND", "1.#QNAN", "<NA>", "N/A", "NA", "NULL",
        "NaN", "n/a", "nan", "null",
    };

    private readonly List<(int Line, string?[] Fields)> _records = [];

    private PlatformTable()
    {
    }

    /// <summary>Gets the number of fields the first record has; further ones may have fewer.</summary>
    public int Width { get; private set; }

    /// <summary>
    /// Gets the records: the line on which each starts, and as many fields as <see cref="Width"/> says, null for no value.
    /// </summary>
    public IReadOnlyList<(int Line, string?[] Fields)> Records => _records;

    /// <summary>Reads a file.</summary>
    /// <exception cref="PlatformFailureException">pandas cannot read it.</exception>
    public static PlatformTable Read(byte[] content)
    {
        string text;
        try
        {
            text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content);
        }
        catch (DecoderFallbackException)
        {
            throw new PlatformFailureException("label.csv is not UTF-8");
        }

        PlatformTable table = new();
        table.Tokenize(text.StartsWith('\uFEFF') ? text[1..] : text);
        return table.Width > 0 ? table : throw new PlatformFailureException("label.csv has no record");
    }

    /// <summary>Returns the type that a column gets.</summary>
    public PlatformColumn Column(int index)
    {
        string[] values = [.. _records.Select(record => record.Fields[index]).OfType<string>()];
        if (values.Length == 0)
        {
            return PlatformColumn.Empty;
        }

        BigInteger[] numbers =
        [
            .. values.Select(PlatformNumber.ParseWhole).TakeWhile(number => number is not null).Select(number => number!.Value),
        ];
        bool isWhole = numbers.Length == values.Length;
        bool isFull = values.Length == _records.Count;
        bool needsUnsigned = numbers.Any(number => number > long.MaxValue);
        bool fits = numbers.All(number => number >= long.MinValue && number <= ulong.MaxValue)
            && !(isWhole && needsUnsigned && (!isFull || numbers.Any(number => number < 0)));
        if (!fits)
        {
            // What does not fit 64 bits makes text of the column, unless a decimal stands before it.
            return PlatformColumn.Text;
        }

        if (isWhole && isFull)
        {
            return PlatformColumn.Whole;
        }

        if (values.All(value => PlatformNumber.Parse(value) is not null))
        {
            return PlatformColumn.Decimal;
        }

        bool isSwitch = values.All(value => value is "True" or "TRUE" or "true" or "False" or "FALSE" or "false");
        return isSwitch ? PlatformColumn.Switch : PlatformColumn.Text;
    }

    private void Tokenize(string text)
    {
        int line = 1;
        int at = 0;
        while (at < text.Length)
        {
            int end = text.AsSpan(at).IndexOfAny('\r', '\n') is >= 0 and int length ? at + length : text.Length;
            if (text.AsSpan(at, end - at).Trim(" \t").Length == 0)
            {
                at = AfterLineEnd(text, end);
                line++;
                continue;
            }

            int start = line;
            List<string> fields = [];
            bool hasMore = true;
            while (hasMore)
            {
                fields.Add(ReadField(text, ref at, ref line));
                hasMore = at < text.Length && text[at] == ',';
                at += hasMore ? 1 : 0;
            }

            at = AfterLineEnd(text, at);
            line++;
            Add(start, fields);
        }
    }

    private void Add(int line, List<string> fields)
    {
        if (_records.Count == 0)
        {
            Width = fields.Count;
        }

        if (fields.Count > Width)
        {
            throw new PlatformFailureException($"line {line} has more fields than the first record");
        }

        // What follows a NUL is lost.
        IEnumerable<string> read = fields.Select(field => field.Split('\0')[0]);
        string?[] record = new string?[Width];
        int index = 0;
        foreach (string field in read)
        {
            record[index++] = NoValue.Contains(field) ? null : field;
        }

        _records.Add((line, record));
    }

    private static string ReadField(string text, ref int at, ref int line)
    {
        StringBuilder field = new();
        if (at < text.Length && text[at] == '"')
        {
            at++;
            while (true)
            {
                if (at == text.Length)
                {
                    throw new PlatformFailureException($"a quote is still open at the end, line {line}");
                }

                char next = text[at++];
                if (next == '"' && (at == text.Length || text[at] != '"'))
                {
                    break;
                }

                at += next == '"' ? 1 : 0;
                line += next == '\n' || (next == '\r' && (at == text.Length || text[at] != '\n')) ? 1 : 0;
                field.Append(next);
            }
        }

        // After a closed quote, or without one, every character counts as it is.
        while (at < text.Length && text[at] is not (',' or '\r' or '\n'))
        {
            field.Append(text[at++]);
        }

        return field.ToString();
    }

    private static int AfterLineEnd(string text, int at)
    {
        bool isPair = at + 1 < text.Length && text[at] == '\r' && text[at + 1] == '\n';
        return Math.Min(text.Length, at + (isPair ? 2 : 1));
    }
}
