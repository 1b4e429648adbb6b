namespace DeepQDataset.Yaml;

/// <summary>
/// Reads the subset of YAML 1.2 that descriptions of datasets use: maps and lists by indentation or in brackets, plain and quoted scalars,
/// block scalars (<c>|</c>, <c>&gt;</c>), comments. Anchors, aliases, tags, multiple documents and multi-line keys are refused, not
/// misread.
/// </summary>
internal sealed class YamlReader
{
    private const int MaximumDepth = 32;

    private readonly string[] _lines;
    private int _line;

    private YamlReader(string text) => _lines = text.ReplaceLineEndings("\n").Split('\n');

    /// <summary>Reads a document.</summary>
    /// <param name="text">The document.</param>
    /// <exception cref="YamlException">The text is not YAML, or is not supported.</exception>
    public static YamlNode Read(string text)
    {
        YamlReader reader = new(text);
        if (reader.NextContent() is int first && reader._lines[first].TrimEnd() == "---")
        {
            reader._line = first + 1;
        }

        if (reader.Next() is not int start)
        {
            return new YamlNode(1);
        }

        reader._line = start;
        YamlNode root = reader.ReadBlock(reader.Indent(start), depth: 0);
        return reader.Next() is int rest ? throw Fail(rest, reader.Indent(rest), "it is indented less than what it would belong to") : root;
    }

    /// <summary>Returns the next line with content; null at the end.</summary>
    private int? Next()
    {
        if (NextContent() is not int line)
        {
            return null;
        }

        string text = _lines[line];
        int indent = Indent(line);
        return text[indent] == '\t' ? throw Fail(line, indent, "a tab stands where YAML asks for blanks")
            : text.TrimEnd() is "---" or "..." || text.StartsWith("--- ", StringComparison.Ordinal)
                ? throw Fail(line, 0, "there is more than one document")
            : line;
    }

    private int? NextContent()
    {
        for (int line = _line; line < _lines.Length; line++)
        {
            ReadOnlySpan<char> content = _lines[line].AsSpan().Trim();
            if (!content.IsEmpty && content[0] != '#')
            {
                return line;
            }
        }

        return null;
    }

    private int Indent(int line) => _lines[line].Length - _lines[line].AsSpan().TrimStart(' ').Length;

    private static YamlException Fail(int line, int column, string message) => new(line + 1, column + 1, message);

    private YamlNode ReadBlock(int indent, int depth)
    {
        if (depth > MaximumDepth)
        {
            throw Fail(_line, indent, "values are nested too deep");
        }

        return IsItem(_lines[_line], indent) ? ReadList(indent, depth)
            : _lines[_line][indent] is '{' or '[' ? ReadValue(_line, indent, indent)
            : ReadMap(indent, depth);
    }

    private static bool IsItem(string line, int at) => line[at] == '-' && (at + 1 == line.Length || line[at + 1] == ' ');

    private YamlNode ReadList(int indent, int depth)
    {
        int start = _line;
        List<YamlNode> items = [];
        while (Next() is int line && Indent(line) == indent && IsItem(_lines[line], indent))
        {
            _line = line;
            int content = indent + 1;
            while (content < _lines[line].Length && _lines[line][content] == ' ')
            {
                content++;
            }

            if (content == _lines[line].Length || _lines[line][content] == '#')
            {
                _line++;
                items.Add(ReadBelow(indent, depth, line));
            }
            else if (IsItem(_lines[line], content) || KeyEnd(line, content) >= 0)
            {
                // For a map or list after the dash, the dash counts as a blank.
                _lines[line] = string.Concat(new string(' ', content), _lines[line].AsSpan(content));
                items.Add(ReadBlock(content, depth + 1));
            }
            else
            {
                items.Add(ReadValue(line, content, indent));
            }
        }

        return Next() is int next && Indent(next) > indent
            ? throw Fail(next, Indent(next), "it is indented more than the list it stands in")
            : new YamlNode(start + 1) { Items = items };
    }

    private YamlNode ReadMap(int indent, int depth)
    {
        int start = _line;
        List<KeyValuePair<string, YamlNode>> pairs = [];
        HashSet<string> keys = new(StringComparer.Ordinal);
        while (Next() is int line && Indent(line) == indent && !IsItem(_lines[line], indent))
        {
            _line = line;
            int end = KeyEnd(line, indent);
            if (end < 0)
            {
                throw Fail(line, indent, "there is no key with a colon and a blank behind it");
            }

            string key = Key(line, indent, end);
            if (!keys.Add(key))
            {
                throw Fail(line, indent, $"the key '{key}' is there twice");
            }

            int content = end + 1;
            while (content < _lines[line].Length && _lines[line][content] is ' ' or '\t')
            {
                content++;
            }

            if (content == _lines[line].Length || _lines[line][content] == '#')
            {
                _line++;
                pairs.Add(new(key, ReadBelow(indent, depth, line)));
            }
            else
            {
                pairs.Add(new(key, ReadValue(line, content, indent)));
            }
        }

        return Next() is int next && Indent(next) > indent ? throw Fail(next, Indent(next), "it is indented more than the map it stands in")
            : new YamlNode(start + 1) { Pairs = pairs };
    }

    /// <summary>Reads the value of a key or dash with nothing after it: lines with more indentation, or a list right below a key.</summary>
    private YamlNode ReadBelow(int indent, int depth, int owner)
    {
        if (Next() is int line && (Indent(line) > indent
            || (Indent(line) == indent && IsItem(_lines[line], indent) && !IsItem(_lines[owner], Indent(owner)))))
        {
            _line = line;
            return ReadBlock(Indent(line), depth + 1);
        }

        return new YamlNode(owner + 1);
    }

    /// <summary>Returns the position of the colon after a key; -1 if there is no key.</summary>
    private int KeyEnd(int line, int start)
    {
        string text = _lines[line];
        if (text[start] is '"' or '\'')
        {
            char quote = text[start];
            int close = text.IndexOf(quote, start + 1);
            return close > 0 && close + 1 < text.Length && text[close + 1] == ':' && (close + 2 == text.Length || text[close + 2] == ' ')
                ? close + 1 : -1;
        }

        if (text[start] is '[' or '{' or '#')
        {
            return -1;
        }

        for (int index = start; index < text.Length; index++)
        {
            if (text[index] == ':' && (index + 1 == text.Length || text[index + 1] is ' ' or '\t'))
            {
                return index;
            }

            if (text[index] == '#' && index > start && text[index - 1] == ' ')
            {
                return -1;
            }
        }

        return -1;
    }

    private string Key(int line, int start, int end)
    {
        ReadOnlySpan<char> key = _lines[line].AsSpan(start, end - start).TrimEnd();
        return key.Length == 0 || key[0] is '?' or '&' or '*' or '!'
            ? throw Fail(line, start, "keys with marks of YAML's own are not understood")
            : key[0] is '"' or '\'' ? key[1..^1].ToString() : key.ToString();
    }

    /// <summary>Reads a value that starts within a line, and moves to the line after it.</summary>
    private YamlNode ReadValue(int line, int start, int indent)
    {
        char first = _lines[line][start];
        if (first is '|' or '>')
        {
            return ReadLines(line, indent, folds: first == '>');
        }

        YamlFlowReader flow = new(_lines, line, start);
        YamlNode value = flow.Read();
        flow.ExpectEnd();
        _line = flow.Line + 1;
        if (value.Text is not null && first is not ('"' or '\'') && Next() is int next && Indent(next) > indent)
        {
            throw Fail(next, Indent(next), "a plain text goes on in another line; put it in quotes");
        }

        return value;
    }

    private YamlNode ReadLines(int line, int indent, bool folds)
    {
        List<string> lines = [];
        int own = -1;
        for (_line = line + 1; _line < _lines.Length; _line++)
        {
            bool isBlank = string.IsNullOrWhiteSpace(_lines[_line]);
            if (!isBlank && Indent(_line) <= indent)
            {
                break;
            }

            own = own < 0 && !isBlank ? Indent(_line) : own;
            lines.Add(isBlank || own < 0 ? "" : _lines[_line][Math.Min(own, Indent(_line))..]);
        }

        return new YamlNode(line + 1) { Text = string.Join(folds ? ' ' : '\n', lines).TrimEnd() };
    }
}
