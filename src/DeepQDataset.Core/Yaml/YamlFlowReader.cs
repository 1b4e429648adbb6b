using System.Globalization;
using System.Text;

namespace DeepQDataset.Yaml;

/// <summary>Reads a value that starts within a line: a scalar, or a list or map in brackets, which may span several lines.</summary>
/// <param name="lines">The document.</param>
/// <param name="line">The 0-based line to start at.</param>
/// <param name="column">The 0-based column to start at.</param>
internal sealed class YamlFlowReader(string[] lines, int line, int column)
{
    private const int MaximumDepth = 32;

    private int _column = column;

    /// <summary>Gets the current 0-based line.</summary>
    public int Line { get; private set; } = line;

    private string Current => lines[Line];

    private bool IsAtEndOfLine => _column >= Current.Length;

    /// <summary>Reads the value.</summary>
    /// <exception cref="YamlException">The value is invalid or not supported.</exception>
    public YamlNode Read() => Read(isInside: false, depth: 0);

    /// <summary>Checks that only a comment follows on the line.</summary>
    /// <exception cref="YamlException">Something else follows.</exception>
    public void ExpectEnd()
    {
        SkipBlanks();
        if (!IsAtEndOfLine && Current[_column] != '#')
        {
            throw Fail("something follows the end of a value");
        }
    }

    private YamlException Fail(string message) => new(Line + 1, _column + 1, message);

    private YamlNode Read(bool isInside, int depth)
    {
        if (depth > MaximumDepth)
        {
            throw Fail("values are nested too deep");
        }

        return Current[_column] switch
        {
            '[' => ReadList(depth),
            '{' => ReadMap(depth),
            '"' => new YamlNode(Line + 1) { Text = ReadDoubleQuoted() },
            '\'' => new YamlNode(Line + 1) { Text = ReadSingleQuoted() },
            '&' or '*' or '!' or '%' or '@' or '`' =>
                throw Fail($"'{Current[_column]}' marks something of YAML that is not understood here"),
            _ => ReadPlain(isInside),
        };
    }

    private YamlNode ReadList(int depth)
    {
        int start = Line;
        List<YamlNode> items = [];
        _column++;
        while (Peek("]") is char next && next != ']')
        {
            items.Add(Read(isInside: true, depth + 1));
            Separate(']');
        }

        _column++;
        return new YamlNode(start + 1) { Items = items };
    }

    private YamlNode ReadMap(int depth)
    {
        int start = Line;
        List<KeyValuePair<string, YamlNode>> pairs = [];
        HashSet<string> keys = new(StringComparer.Ordinal);
        _column++;
        while (Peek("}") is char next && next != '}')
        {
            string key = Read(isInside: true, depth + 1).Text ?? throw Fail("a key is not text");
            if (!keys.Add(key))
            {
                throw Fail($"the key '{key}' is there twice");
            }

            if (Peek(":") != ':')
            {
                throw Fail("a colon is missing behind a key");
            }

            _column++;
            pairs.Add(new(key, Peek("a value") is ',' or '}' ? new YamlNode(Line + 1) : Read(isInside: true, depth + 1)));
            Separate('}');
        }

        _column++;
        return new YamlNode(start + 1) { Pairs = pairs };
    }

    private void Separate(char end)
    {
        char next = Peek($"'{end}'");
        if (next == ',')
        {
            _column++;
        }
        else if (next != end)
        {
            throw Fail($"',' or '{end}' is missing");
        }
    }

    /// <summary>Returns the next significant character, on this line or below.</summary>
    private char Peek(string expected)
    {
        int start = Line;
        while (true)
        {
            SkipBlanks();
            if (!IsAtEndOfLine && Current[_column] != '#')
            {
                return Current[_column];
            }

            if (Line + 1 == lines.Length)
            {
                throw new YamlException(start + 1, lines[start].Length + 1, $"the file ends where {expected} should follow");
            }

            Line++;
            _column = 0;
        }
    }

    private void SkipBlanks()
    {
        while (!IsAtEndOfLine && Current[_column] is ' ' or '\t')
        {
            _column++;
        }
    }

    private YamlNode ReadPlain(bool isInside)
    {
        int start = _column;
        while (!IsAtEndOfLine)
        {
            char character = Current[_column];
            bool endsAsComment = character == '#' && _column > start && Current[_column - 1] is ' ' or '\t';
            bool endsInside = isInside && (character is ',' or ']' or '}' or '[' or '{'
                || (character == ':' && (_column + 1 == Current.Length || Current[_column + 1] is ' ' or ',' or ']' or '}')));
            if (endsAsComment || endsInside)
            {
                break;
            }

            _column++;
        }

        string text = Current[start.._column].Trim();
        return !isInside && text.Contains(": ", StringComparison.Ordinal)
            ? throw new YamlException(Line + 1, start + 1, "a text with a colon and a blank needs quotes")
            : new YamlNode(Line + 1) { Text = text is "~" or "null" ? null : text };
    }

    private string ReadSingleQuoted()
    {
        StringBuilder text = new();
        for (_column++; !IsAtEndOfLine; _column++)
        {
            if (Current[_column] != '\'')
            {
                text.Append(Current[_column]);
            }
            else if (_column + 1 < Current.Length && Current[_column + 1] == '\'')
            {
                text.Append('\'');
                _column++;
            }
            else
            {
                _column++;
                return text.ToString();
            }
        }

        throw Fail("the quote is not closed in its line");
    }

    private string ReadDoubleQuoted()
    {
        StringBuilder text = new();
        for (_column++; !IsAtEndOfLine; _column++)
        {
            char character = Current[_column];
            if (character == '"')
            {
                _column++;
                return text.ToString();
            }

            text.Append(character == '\\' ? ReadEscape() : character.ToString());
        }

        throw Fail("the quote is not closed in its line");
    }

    /// <summary>Reads an escape (YAML 1.2, 5.7) and stays at its last character.</summary>
    private string ReadEscape()
    {
        _column++;
        char code = IsAtEndOfLine ? '\n' : Current[_column];
        int digits = code switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
        if (digits > 0)
        {
            int end = Math.Min(Current.Length, _column + 1 + digits);
            return int.TryParse(
                Current.AsSpan(_column + 1, end - _column - 1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int value)
                && Rune.IsValid(value) ? Advance(digits, new Rune(value).ToString()) : throw Fail("the escape names no character");
        }

        return code switch
        {
            '\\' or '"' or '/' or ' ' => code.ToString(),
            'n' => "\n",
            't' => "\t",
            'r' => "\r",
            '0' => "\0",
            _ => throw Fail("the escape is not understood"),
        };
    }

    private string Advance(int count, string text)
    {
        _column += count;
        return text;
    }
}
