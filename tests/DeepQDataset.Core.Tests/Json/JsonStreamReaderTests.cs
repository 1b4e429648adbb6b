using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using DeepQDataset.Core.Tests.Imaging;
using DeepQDataset.Json;
using Xunit;

namespace DeepQDataset.Core.Tests.Json;

/// <summary>Tokens of JSON texts of any size, compared with what the runtime's reader says of the whole text.</summary>
public sealed class JsonStreamReaderTests
{
    private const int TooLong = JsonStreamReader.BufferSize + 10;

    private static readonly string[] Seeds =
    [
        """{"version":"5.0.1","flags":{},"shapes":[{"label":"a\u0062c","points":[[1.5,-2e3],[0,4]],"shape_type":null}],"imageData":null}""",
        """[true, false, null, [], {}, [[[]]], {"a":{"b":{"c":[0.1e-2]}}}, "\"\\\/\b\f\n\r\t", "é"]""",
        " \r\n\t { \"a\" : [ 1 , 2 ] , \"b\" : \"x\" } \n ",
        "12.5e+7",
    ];

    [Fact]
    public void Tokens_come_with_what_they_say()
    {
        using JsonStreamReader reader = Open("""{"name":"a\u0062","number":-1.5e1,"list":[true,null]}""");
        List<string> tokens = [];
        while (reader.Read())
        {
            string said =
                reader.TryGetString(out string? text) ? text
                : reader.TryGetNumber(out double number) ? number.ToString(CultureInfo.InvariantCulture)
                : "";
            tokens.Add($"{reader.Depth} {reader.TokenType} {said}".TrimEnd());
        }

        Assert.Null(reader.Fault);
        Assert.Equal(
            [
                "0 StartObject", "1 PropertyName name", "1 String ab", "1 PropertyName number", "1 Number -15", "1 PropertyName list",
                "1 StartArray", "2 True", "2 Null", "1 EndArray", "0 EndObject",
            ],
            tokens);
    }

    [Theory]
    [InlineData("", 1, 1, "the text is incomplete")]
    [InlineData("{\n  \"a\": 1,\n  \"b\": }", 3, 8, "'}' is not expected here")]
    [InlineData("{\"é\": NaN}", 1, 7, "NaN is not a number of JSON")]
    [InlineData("[1,\n2,\n", 3, 1, "the text is incomplete")]
    [InlineData("[1] x", 1, 5, "'x' is not expected here")]
    [InlineData("[\"a\nb\"]", 1, 4, "the byte 0x0A is not expected here")]
    [InlineData("[1,]", 1, 4, "']' is not expected here")]
    [InlineData("[01]", 1, 3, "'1' is not expected here")]
    public void A_fault_is_placed(string text, int line, int column, string message)
    {
        using JsonStreamReader reader = Open(text);
        while (reader.Read())
        {
        }

        Assert.Equal(new JsonFault(message, new JsonPlace(line, column)), reader.Fault);
        Assert.False(reader.Read());
    }

    [Fact]
    public void A_byte_order_mark_is_passed_over()
    {
        using JsonStreamReader reader = Open("\uFEFF {\"a\":\"xyz\"}");
        Assert.True(reader.Read() && reader.Read() && reader.Read());
        Assert.Equal((new JsonPlace(1, 7), 10L, 3L), (reader.Place, reader.ValueOffset, reader.ValueLength));
    }

    [Fact]
    public void UTF16_is_named()
    {
        using JsonStreamReader reader = new();
        reader.Reset(new MemoryStream([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("{}")]), TestContext.Current.CancellationToken);
        Assert.False(reader.Read());
        Assert.Equal("the text is not UTF-8; it looks like UTF-16", reader.Fault?.Message);
    }

    [Theory]
    [InlineData(JsonStreamReader.MaximumDepth, null)]
    [InlineData(JsonStreamReader.MaximumDepth + 1, "it is nested more than 64 levels deep")]
    [InlineData(100_000, "it is nested more than 64 levels deep")]
    public void Depth_has_a_limit(int depth, string? message)
    {
        using JsonStreamReader reader = Open(new string('[', depth) + new string(']', depth));
        while (reader.Read())
        {
        }

        Assert.Equal(message, reader.Fault?.Message);
    }

    /// <summary>Of a string that does not fit the buffer, the position, the length and the following tokens are known.</summary>
    [Theory]
    [InlineData("", "")]
    [InlineData("\\/\\u0041\\n", "\\\"")]
    [InlineData(" ", "==")]
    public void A_long_string_is_passed_over(string start, string end)
    {
        string content = start + new string('A', 3 * TooLong) + end;
        string text = $"{{\n \"short\": 1, \"image\": \"{content}\", \"after\":\n [2, \"{content}\", 3 4]}}";
        using JsonStreamReader reader = Open(text);
        while (reader.Read() && !reader.IsLong)
        {
        }

        Assert.Equal(JsonTokenType.String, reader.TokenType);
        Assert.Equal(new JsonPlace(2, 23), reader.Place);
        Assert.Equal(text.IndexOf(content, StringComparison.Ordinal), reader.ValueOffset);
        Assert.Equal((content.Length, 1), (reader.ValueLength, reader.Depth));
        Assert.Equal((start.Contains('\\', StringComparison.Ordinal), start == " "), (reader.HasEscapes, reader.HasSpaces));
        Assert.Equal(end == "==" ? 2 : 0, reader.CountLast((byte)'='));
        Assert.False(reader.TryGetString(out _));
        Assert.True(reader.Read() && reader.Is("after"u8) && reader.Place == new JsonPlace(2, 27 + content.Length));
        Assert.True(reader.Read() && reader.Read() && reader.Read() && reader.IsLong && reader.Place == new JsonPlace(3, 6));
        Assert.True(reader.Read() && reader.TryGetNumber(out double three) && three == 3);
        Assert.False(reader.Read());
        Assert.Equal(new JsonFault("'4' is not expected here", new JsonPlace(3, 12 + content.Length)), reader.Fault);
    }

    [Theory]
    [InlineData("", "", "")]
    [InlineData("\\/\\u0041\\n", "é\\\"", "/A\n")]
    public void A_long_string_is_kept_when_asked_for(string start, string end, string startText)
    {
        string content = new('A', 3 * TooLong);
        string text = $"[\"{start}{content}{end}\", \"{start}{content}{end}A\", \"{content}\"]";
        using JsonStreamReader reader = new(Encoding.UTF8.GetByteCount(start + content + end));
        reader.Reset(new TricklingStream(Encoding.UTF8.GetBytes(text)), TestContext.Current.CancellationToken);

        Assert.True(reader.Read() && reader.Read());
        Assert.True(reader.TryGetString(out string? first));
        Assert.Equal(startText + content + end.Replace("\\", "", StringComparison.Ordinal), first);
        Assert.Equal((start + content + end, false), (Encoding.UTF8.GetString(reader.Value), reader.IsLong));
        Assert.True(reader.Read() && reader.IsLong && reader.Value.IsEmpty && !reader.TryGetString(out _)); // one byte too long
        Assert.True(reader.Read() && reader.Is(Encoding.UTF8.GetBytes(content)) && !reader.IsLong);
        Assert.True(reader.Read() && reader.TokenType == JsonTokenType.EndArray && !reader.Read());
        Assert.Null(reader.Fault);
    }

    /// <summary>Skipped values are checked like others, and the token after them is the same as after reading.</summary>
    [Fact]
    public void Passing_over_a_value_ends_where_reading_it_ends()
    {
        Random random = new(7);
        for (int round = 0; round < 20_000; round++)
        {
            string filling = new('x', round % 50 == 0 ? TooLong : 5);
            byte[] text = Damage(random, Encoding.UTF8.GetBytes($$"""{"a":[{{Seeds[round % 3]}},"{{filling}}"],"b":1}"""));
            if (!Utf8.IsValid(text))
            {
                continue; // What is passed over may be in any encoding.
            }

            using JsonStreamReader passing = new();
            using JsonStreamReader reading = new();
            passing.Reset(new TricklingStream(text), TestContext.Current.CancellationToken);
            reading.Reset(new TricklingStream(text), TestContext.Current.CancellationToken);
            for (int token = random.Next(1, 4); token > 0; token--)
            {
                Assert.Equal(reading.Read(), passing.Read());
            }

            if (reading.Fault is not null)
            {
                continue;
            }

            int depth = reading.Depth;
            bool isContainer = reading.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray;
            bool isRead = reading.TokenType != JsonTokenType.None;
            while (isContainer && (isRead = reading.Read()) && reading.Depth > depth)
            {
            }

            Assert.True(passing.Skip() == (isRead || reading.Fault is null), Convert.ToHexString(text));
            Assert.Equal(reading.Fault, passing.Fault);
            if (reading.Fault is null)
            {
                Assert.Equal((reading.TokenType, reading.Depth, reading.Position), (passing.TokenType, passing.Depth, passing.Position));
            }

            while (reading.Read())
            {
                Assert.True(passing.Read());
                Assert.Equal((reading.TokenType, reading.Place), (passing.TokenType, passing.Place));
            }

            Assert.False(passing.Read());
            Assert.Equal(reading.Fault, passing.Fault);
        }
    }

    [Fact]
    public void Reading_can_be_cancelled()
    {
        using CancellationTokenSource cancelled = new();
        using JsonStreamReader reader = new();
        reader.Reset(new MemoryStream(Encoding.UTF8.GetBytes("[" + new string(' ', TooLong) + "]")), cancelled.Token);
        Assert.True(reader.Read());
        cancelled.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => reader.Skip());
    }

    /// <summary>A damaged text is valid JSON here if and only if it is for the runtime, and has the same tokens.</summary>
    [Fact]
    public void Damaged_texts_are_judged_as_the_runtime_judges_them()
    {
        Random random = new(5);
        for (int round = 0; round < 20_000; round++)
        {
            byte[] text = Damage(random, Encoding.UTF8.GetBytes(Seeds[round % Seeds.Length]));
            using JsonStreamReader reader = new();
            reader.Reset(new TricklingStream(text), TestContext.Current.CancellationToken);
            StringBuilder tokens = new();
            while (reader.Read())
            {
                tokens.Append(CultureInfo.InvariantCulture, $"{reader.TokenType} {reader.Depth} {Convert.ToHexString(reader.Value)};");
            }

            (string expected, bool isJson) = Witness(text);
            Assert.True(isJson == (reader.Fault is null), Convert.ToHexString(text));
            Assert.Equal(expected, tokens.ToString());
            Assert.True(reader.Fault is null or { Place: { Line: > 0, Column: > 0 } });
        }
    }

    private static (string Tokens, bool IsJson) Witness(byte[] text)
    {
        StringBuilder tokens = new();
        Utf8JsonReader reader = new(text);
        try
        {
            while (reader.Read())
            {
                // The runtime looks at the encoding when it is asked for a text, which is too late to say where the fault is.
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && !Utf8.IsValid(reader.ValueSpan))
                {
                    return (tokens.ToString(), false);
                }

                tokens.Append(
                    CultureInfo.InvariantCulture, $"{reader.TokenType} {reader.CurrentDepth} {Convert.ToHexString(reader.ValueSpan)};");
            }

            return (tokens.ToString(), true);
        }
        catch (JsonException)
        {
            return (tokens.ToString(), false);
        }
    }

    private static byte[] Damage(Random random, byte[] seed)
    {
        List<byte> text = [.. seed];
        for (int change = random.Next(0, 4); change > 0 && text.Count > 0; change--)
        {
            int at = random.Next(text.Count);
            switch (random.Next(3))
            {
                case 0:
                    text[at] = (byte)random.Next(256);
                    break;
                case 1:
                    text.Insert(at, "{}[],:\"\\ 0-.eE\n"u8[random.Next(15)]);
                    break;
                default:
                    text.RemoveRange(at, random.Next(1, Math.Min(8, text.Count - at) + 1));
                    break;
            }
        }

        return [.. text];
    }

    private static JsonStreamReader Open(string text)
    {
        JsonStreamReader reader = new();
        reader.Reset(new TricklingStream(Encoding.UTF8.GetBytes(text)), TestContext.Current.CancellationToken);
        return reader;
    }
}
