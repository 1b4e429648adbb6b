using System.Buffers;
using DeepQDataset.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace DeepQDataset.Yaml;

/// <summary>
/// Reads a document of YAML 1.2 as texts, lists and maps. Numbers and dates stay texts. Aliases stand for what they name; tags of YAML's
/// own types are ignored. Other tags are refused, and so is a second document that is not empty. Depth and size are limited, with aliases
/// counted as what they stand for.
/// </summary>
internal sealed class YamlReader
{
    private const int MaximumDepth = 32;
    private const int MostNodes = 1_000_000;
    private const string Invalid = "what follows here is not YAML; a bracket, a comma or a quote may be missing";
    private const string OwnTags = "tag:yaml.org,2002:";
    private const string TextTag = OwnTags + "str";

    private static readonly SearchValues<char> LineBreaks = SearchValues.Create("\n\r\f\u0085\u2028\u2029");
    private static readonly string[] KnownTags = ["str", "int", "float", "bool", "null", "seq", "map"];

    private readonly Parser _parser;
    private readonly CancellationToken _cancellation;
    private readonly Dictionary<AnchorName, Anchored> _anchors = [];
    private int _nodes;

    private YamlReader(TextReader text, CancellationToken cancellation)
    {
        _parser = new Parser(text);
        _cancellation = cancellation;
    }

    /// <summary>Reads a document.</summary>
    /// <param name="text">The document. Nothing of it, or nothing but comments, is an empty value.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="YamlException">It is not YAML, or not understood, or beyond the limits.</exception>
    public static YamlNode Read(string text, CancellationToken cancellation)
    {
        using CancellableReader source = new(text, cancellation);
        YamlReader reader = new(source, cancellation);
        try
        {
            return reader.ReadStream();
        }
        catch (YamlDotNet.Core.YamlException exception)
        {
            string message = exception.Message.TrimEnd('.');
            throw At(text, exception.End, message.Length > 1 ? char.ToLowerInvariant(message[0]) + message[1..] : Invalid);
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            // The library does not foresee every text: it then fails in whatever it was about to do.
            throw At(text, reader._parser.Current?.End ?? Mark.Empty, Invalid);
        }
    }

    /// <summary>
    /// A failure at a place of the library's. Where the text ends too early, that is the end of its last line that is not blank.
    /// </summary>
    private static YamlException At(string text, Mark mark, string message)
    {
        ReadOnlySpan<char> content = text.AsSpan().TrimEnd();
        if (mark.Index < content.Length)
        {
            return At(mark, message);
        }

        int lines = content.ToString().ReplaceLineEndings("\n").AsSpan().Count('\n') + 1;
        int lastLine = content.LastIndexOfAny(LineBreaks) + 1;
        return new YamlException(lines, content.Length - lastLine + 1, message);
    }

    private static YamlException At(Mark mark, string message) =>
        new((int)Math.Clamp(mark.Line, 1, int.MaxValue), (int)Math.Clamp(mark.Column, 1, int.MaxValue), message);

    /// <summary>Reads the one document that holds something. Markers may stand before and behind it.</summary>
    private YamlNode ReadStream()
    {
        YamlNode? root = null;
        _parser.Consume<StreamStart>();
        while (!_parser.TryConsume<StreamEnd>(out _))
        {
            Mark marker = _parser.Consume<DocumentStart>().Start;
            Mark start = Peek().Start;
            YamlNode document = ReadNode(depth: 0, out _);
            _parser.Consume<DocumentEnd>();
            _anchors.Clear();
            if (document.Text is not null)
            {
                throw At(start, "it is a text alone, without a key and a colon");
            }

            if (!document.IsEmpty)
            {
                root = root is null ? document : throw At(marker, "a second document starts here; leave only one in the file");
            }
        }

        return root ?? new YamlNode(1);
    }

    private YamlNode ReadNode(int depth, out int height)
    {
        _cancellation.ThrowIfCancellationRequested();
        if (_parser.TryConsume<AnchorAlias>(out AnchorAlias? alias))
        {
            return Resolve(alias, depth, out height);
        }

        NodeEvent start = _parser.Consume<NodeEvent>();
        Count(start, 1);
        CheckDepth(start, depth);
        CheckTag(start);
        int before = _nodes;
        height = 0;
        YamlNode node = start switch
        {
            Scalar scalar => new YamlNode((int)scalar.Start.Line) { Text = TextOf(scalar) },
            SequenceStart => new YamlNode((int)start.Start.Line) { Items = ReadItems(depth + 1, ref height) },
            _ => new YamlNode((int)start.Start.Line) { Pairs = ReadPairs(depth + 1, ref height) },
        };
        if (!start.Anchor.IsEmpty)
        {
            _anchors[start.Anchor] = new Anchored(node, _nodes - before + 1, height);
        }

        return node;
    }

    /// <summary>
    /// Gets what an alias stands for, and counts its values each time: ten aliases to a list of ten aliases are a hundred values.
    /// </summary>
    private YamlNode Resolve(AnchorAlias alias, int depth, out int height)
    {
        if (!_anchors.TryGetValue(alias.Value, out Anchored? anchored))
        {
            throw At(alias.Start, $"the alias {FieldText.Quote(alias.Value.Value)} stands for nothing that is complete above it");
        }

        Count(alias, anchored.Nodes);
        CheckDepth(alias, depth + anchored.Height);
        height = anchored.Height;
        return anchored.Node;
    }

    private List<YamlNode> ReadItems(int depth, ref int height)
    {
        List<YamlNode> items = [];
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(ReadNode(depth, out int own));
            height = Math.Max(height, own + 1);
        }

        return items;
    }

    private List<KeyValuePair<string, YamlNode>> ReadPairs(int depth, ref int height)
    {
        List<KeyValuePair<string, YamlNode>> pairs = [];
        HashSet<string> keys = new(StringComparer.Ordinal);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            Mark start = Peek().Start;
            string key = ReadNode(depth, out _).Text ?? throw At(start, "a key is not a text");
            if (!keys.Add(key))
            {
                throw At(start, $"the key {FieldText.Quote(key)} is there twice");
            }

            pairs.Add(new(key, ReadNode(depth, out int own)));
            height = Math.Max(height, own + 1);
        }

        return pairs;
    }

    private ParsingEvent Peek()
    {
        _parser.Accept<ParsingEvent>(out _); // moves to the event
        return _parser.Current!;
    }

    private static string? TextOf(Scalar scalar) => scalar.Style switch
    {
        ScalarStyle.Literal or ScalarStyle.Folded => scalar.Value.TrimEnd(),
        ScalarStyle.Plain when scalar.Value is "" or "~" or "null" && !IsText(scalar.Tag) => null,
        _ => scalar.Value,
    };

    private static bool IsText(TagName tag) => !tag.IsEmpty && !tag.IsNonSpecific && tag.Value == TextTag;

    private static void CheckTag(NodeEvent node)
    {
        if (node.Tag.IsEmpty || node.Tag.IsNonSpecific)
        {
            return;
        }

        string tag = node.Tag.Value;
        if (!tag.StartsWith(OwnTags, StringComparison.Ordinal) || !KnownTags.Contains(tag[OwnTags.Length..], StringComparer.Ordinal))
        {
            throw At(node.Start, $"the tag {FieldText.Quote(tag)} is not understood");
        }
    }

    private static void CheckDepth(ParsingEvent node, int depth)
    {
        if (depth > MaximumDepth)
        {
            throw At(node.Start, "values are nested too deep");
        }
    }

    private void Count(ParsingEvent node, int nodes)
    {
        _nodes += nodes;
        if (_nodes > MostNodes)
        {
            throw At(node.Start, FormattableString.Invariant($"there are more than {MostNodes} values"));
        }
    }

    /// <summary>A value that aliases may stand for.</summary>
    /// <param name="Node">The value.</param>
    /// <param name="Nodes">The number of values in it, itself and those that aliases in it stand for included.</param>
    /// <param name="Height">The number of levels of values in it.</param>
    private sealed record Anchored(YamlNode Node, int Nodes, int Height);

    /// <summary>Ends the reading also within a long text, which is one event to the parser.</summary>
    private sealed class CancellableReader(string text, CancellationToken cancellation) : StringReader(text)
    {
        /// <inheritdoc/>
        public override int Read()
        {
            cancellation.ThrowIfCancellationRequested();
            return base.Read();
        }

        /// <inheritdoc/>
        public override int Read(char[] buffer, int index, int count)
        {
            cancellation.ThrowIfCancellationRequested();
            return base.Read(buffer, index, count);
        }
    }
}
