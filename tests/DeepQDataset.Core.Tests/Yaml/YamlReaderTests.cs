using System.Globalization;
using DeepQDataset.Yaml;
using Xunit;

namespace DeepQDataset.Core.Tests.Yaml;

public sealed class YamlReaderTests
{
    [Theory]
    [InlineData("names: [cat, 'a dog', \"c\\u00e9\\\"\"]")]
    [InlineData("names: [ cat,\n  'a dog', # two\n  \"cé\\\"\" ]\n")]
    [InlineData("names:\n  - cat\n  - 'a dog'\n  - \"cé\\\"\"\n")]
    [InlineData("names:\n- cat # the first\n- 'a dog'\n-   \"cé\\\"\"")]
    [InlineData("# comment\n---\nnames:\r\n    - cat\r\n\r\n    - 'a dog'\r\n    - \"cé\\\"\"\r\n")]
    [InlineData("{names: [cat, 'a dog', \"cé\\\"\"]}")]
    public void Lists_are_read_in_all_their_forms(string yaml) =>
        Assert.Equal(["cat", "a dog", "cé\""], Read(yaml)["names"]!.Items!.Select(item => item.Text));

    [Theory]
    [InlineData("names:\n  0: cat\n  2: 'it''s: a dog'\n")]
    [InlineData("names: {0: cat, 2: 'it''s: a dog'}")]
    [InlineData("names:\n  \"0\": cat\n  '2': \"it's: a dog\"\nnc: 2")]
    public void Maps_are_read_in_all_their_forms(string yaml) =>
        Assert.Equal(["0=cat", "2=it's: a dog"], Read(yaml)["names"]!.Pairs!.Select(pair => $"{pair.Key}={pair.Value.Text}"));

    [Fact]
    public void A_description_as_tools_write_it_is_read()
    {
        YamlNode root = Read("""
            # Ultralytics
            path: ../datasets/coco8 # dataset root dir
            train: images/train
            val:
            test: ~
            url: https://example.org/a#b

            nc: 2
            names:
              0: person
              1: traffic light
            roboflow:
              workspace: some
              items:
                - name: x
                  value: 1
                -
                  name: y
            download: |
              import os
              # not a comment: a line of the script

              print("x: y")
            folded: >-
              one
              two
            last: 1
            """);

        Assert.Equal("../datasets/coco8", root["path"]!.Text);
        Assert.Equal((null, null), (root["val"]!.Text, root["test"]!.Text));
        Assert.Equal("https://example.org/a#b", root["url"]!.Text);
        Assert.Equal("traffic light", root["names"]!["1"]!.Text);
        Assert.Equal(["x", "y"], root["roboflow"]!["items"]!.Items!.Select(item => item["name"]!.Text));
        Assert.Equal("import os\n# not a comment: a line of the script\n\nprint(\"x: y\")", root["download"]!.Text);
        Assert.Equal("one two", root["folded"]!.Text);
        Assert.Equal("1", root["last"]!.Text);
        Assert.Equal(10, root["names"]!.Line); // the map starts below its key
    }

    [Theory]
    [InlineData("a: 1\n...\n")]
    [InlineData("---\na: 1\n...")]
    [InlineData("%YAML 1.2\n---\na: 1\n...\n# comment\n")]
    [InlineData("a: 1\n---\n")]
    [InlineData("a: 1\n...\n---\n# comment\n...\n")]
    [InlineData("---\n---\na: 1\n")]
    [InlineData("--- {a: 1}\n...\n")]
    public void A_document_may_have_markers_around_it(string yaml) => Assert.Equal("1", Read(yaml)["a"]!.Text);

    [Theory]
    [InlineData("")]
    [InlineData("# comment\n")]
    [InlineData("---\n")]
    [InlineData("---\n...\n")]
    [InlineData("---\n---\n...\n")]
    public void Nothing_is_an_empty_value(string yaml)
    {
        YamlNode root = Read(yaml);

        Assert.Null(root["names"]);
        Assert.Equal((null, null, null), (root.Text, root.Items, root.Pairs));
    }

    [Fact]
    public void What_descriptions_by_hand_use_is_read()
    {
        YamlNode root = Read("""
            train: &images images/all
            val: *images
            path: "a\tb \x41 \u00e9"
            names: &names
              0: !!str cat
              ? 1
              : a plain text
                over two lines
              'it''s': ~
            same: *names
            empty: ''
            no: !!str ~
            """);

        Assert.Equal("images/all", root["val"]!.Text);
        Assert.Equal("a\tb A é", root["path"]!.Text);
        Assert.Equal(
            ["0=cat", "1=a plain text over two lines", "it's="], root["same"]!.Pairs!.Select(pair => $"{pair.Key}={pair.Value.Text}"));
        Assert.Equal(("", "~"), (root["empty"]!.Text, root["no"]!.Text));
    }

    [Theory]
    [InlineData("a: 1\n\tb: 2", 2, 1, "tab")]
    [InlineData("a: *x", 1, 4, "'x'")]
    [InlineData("a: &x [*x]", 1, 8, "'x'")]
    [InlineData("a: !!binary 1", 1, 4, "binary")]
    [InlineData("a: !own 1", 1, 4, "!own")]
    [InlineData("a: [1, 2\nb: 3", 1, 6, "not YAML")]
    [InlineData("a: [1, 2\n\n", 1, 9, "',' or ']'")]
    [InlineData("a: 'open", 1, 9, "end of stream")]
    [InlineData("a: \"\\q\"", 1, 5, "escape")]
    [InlineData("a: 1\na: 2", 2, 1, "twice")]
    [InlineData("a: {b: 1, b: 2}", 1, 11, "twice")]
    [InlineData("[a]: 1", 1, 1, "key")]
    [InlineData("a: 1\n---\nb: 2", 2, 1, "second document")]
    [InlineData("a: 1\n...\nb: 2", 3, 1, "second document")]
    [InlineData("a: b: c", 1, 5, "mapping")]
    [InlineData("a:\n    b: 1\n  c: 2", 3, 3, "expected key")]
    [InlineData("just a text", 1, 1, "text alone")]
    [InlineData("a: 'x' y", 1, 9, "expected key")]
    public void What_is_not_understood_is_refused_with_its_place(string yaml, int line, int column, string reason)
    {
        YamlException exception = Assert.Throws<YamlException>(() => Read(yaml));

        Assert.Equal((line, column), (exception.Line, exception.Column));
        Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Depths_that_are_there_to_exhaust_the_stack_are_refused()
    {
        AssertRefused("nested", "a: " + new string('[', 100_000));
        AssertRefused("nested", "a: " + string.Concat(Enumerable.Repeat("{a: ", 50_000)));
        AssertRefused("nested", string.Concat(Enumerable.Repeat("- ", 5_000)) + "x");
        AssertRefused("nested", string.Concat(Enumerable.Repeat("? ", 5_000)) + "x");
        string[] chain = Enumerable.Range(1, 100).Select(number => $"a{number}: &a{number} [*a{number - 1}]\n").ToArray();
        AssertRefused("nested", "a0: &a0 x\n" + string.Concat(chain));
        Assert.Equal("x", Innermost(Read("a: " + new string('[', 31) + "x" + new string(']', 31))["a"]!));
    }

    [Fact]
    public void Aliases_that_are_there_to_exhaust_memory_are_refused()
    {
        string laughs = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + string.Concat(Enumerable.Range(1, 9).Select(
            number => $"a{number}: &a{number} [{string.Join(", ", Enumerable.Repeat($"*a{number - 1}", 10))}]\n"));
        AssertRefused("1000000 values", laughs);
        string thousand = string.Concat(Enumerable.Repeat("x,", 1_000));
        AssertRefused("1000000 values", $"a: &a [{thousand}]\nb: [{string.Concat(Enumerable.Repeat("*a,", 1_000))}]");
        YamlNode root = Read($"a: &a [{thousand}]\nb: [{string.Concat(Enumerable.Repeat("*a,", 900))}]");
        Assert.Equal(1_000, root["b"]!.Items![899].Items!.Count);
    }

    [Theory]
    [InlineData("a: ", "")]
    [InlineData("a: '", "'")]
    [InlineData("a: \"", "\"")]
    [InlineData("a: |\n  ", "\n")]
    [InlineData("? ", "\n: x")]
    public void Long_texts_are_read(string before, string after)
    {
        string text = new('x', 2_000_000);

        KeyValuePair<string, YamlNode> pair = Assert.Single(Read(before + text + after).Pairs!);

        Assert.True(pair.Key == text || pair.Value.Text == text);
    }

    [Theory]
    [InlineData("a: !{0} 1")]
    [InlineData("a: *{0}")]
    [InlineData("? {0}\n: 1\n? {0}\n: 2")]
    [InlineData("\"\\e[31m{0}\": 1\n\"\\e[31m{0}\": 2")]
    public void A_message_shows_the_start_of_a_long_name_as_it_prints(string yaml)
    {
        string text = string.Format(CultureInfo.InvariantCulture, yaml, new string('x', 100_000));

        string message = Assert.Throws<YamlException>(() => Read(text)).Message;

        Assert.InRange(message.Length, 20, 300);
        Assert.DoesNotContain(message, char.IsControl);
    }

    [Fact]
    public void A_token_ends_the_reading_within_a_long_text() => Assert.Throws<OperationCanceledException>(
        () => YamlReader.Read("# " + new string('x', 5_000), new CancellationToken(canceled: true)));

    [Fact]
    public void A_token_ends_the_reading() => Assert.Throws<OperationCanceledException>(
        () => YamlReader.Read("[" + string.Concat(Enumerable.Repeat("x,", 5_000)) + "]", new CancellationToken(canceled: true)));

    [Fact]
    public void Any_text_ends_in_a_value_or_in_an_exception_of_its_own()
    {
        const string Alphabet = "ab: -[]{},'\"#\n \n  |>&*!?%@`.<~=\r\\\t0\0\u0085\u2028\uFEFF\uD800é";
        Random random = new(7);
        for (int round = 0; round < 20_000; round++)
        {
            string yaml = string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => Alphabet[random.Next(Alphabet.Length)]));
            try
            {
                Assert.NotNull(Read(yaml));
            }
            catch (YamlException exception)
            {
                Assert.InRange(exception.Line, 1, yaml.ReplaceLineEndings("\n").Split('\n').Length);
            }
        }
    }

    private static YamlNode Read(string yaml) => YamlReader.Read(yaml, TestContext.Current.CancellationToken);

    private static void AssertRefused(string reason, string yaml) =>
        Assert.Contains(reason, Assert.Throws<YamlException>(() => Read(yaml)).Message, StringComparison.Ordinal);

    private static string? Innermost(YamlNode node) => node.Items is null ? node.Text : Innermost(node.Items[0]);
}
