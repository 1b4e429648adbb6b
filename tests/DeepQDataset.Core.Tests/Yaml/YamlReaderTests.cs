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
        Assert.Equal(["cat", "a dog", "cé\""], YamlReader.Read(yaml)["names"]!.Items!.Select(item => item.Text));

    [Theory]
    [InlineData("names:\n  0: cat\n  2: 'it''s: a dog'\n")]
    [InlineData("names: {0: cat, 2: 'it''s: a dog'}")]
    [InlineData("names:\n  \"0\": cat\n  '2': \"it's: a dog\"\nnc: 2")]
    public void Maps_are_read_in_all_their_forms(string yaml) =>
        Assert.Equal(["0=cat", "2=it's: a dog"], YamlReader.Read(yaml)["names"]!.Pairs!.Select(pair => $"{pair.Key}={pair.Value.Text}"));

    [Fact]
    public void A_description_as_tools_write_it_is_read()
    {
        YamlNode root = YamlReader.Read("""
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
    [InlineData("a: 1\n\tb: 2", 2, 1, "tab")]
    [InlineData("a: &x 1", 1, 4, "'&'")]
    [InlineData("a: *x", 1, 4, "'*'")]
    [InlineData("a: !!int 1", 1, 4, "'!'")]
    [InlineData("a: [1, 2\nb: 3", 2, 1, "','")]
    [InlineData("a: [1, 2\n", 1, 9, "ends where ']'")]
    [InlineData("a: 'open", 1, 9, "quote is not closed")]
    [InlineData("a: \"\\q\"", 1, 6, "escape")]
    [InlineData("a: 1\na: 2", 2, 1, "twice")]
    [InlineData("a: {b: 1, b: 2}", 1, 12, "twice")]
    [InlineData("a: 1\n---\nb: 2", 2, 1, "more than one document")]
    [InlineData("a: b: c", 1, 4, "quotes")]
    [InlineData("a:\n    b: 1\n  c: 2", 3, 3, "indented")]
    [InlineData("a: one\n  two", 2, 3, "goes on in another line")]
    [InlineData("just a text", 1, 1, "no key")]
    [InlineData("a: 'x' y", 1, 8, "follows the end")]
    public void What_is_not_understood_is_refused_with_its_place(string yaml, int line, int column, string reason)
    {
        YamlException exception = Assert.Throws<YamlException>(() => YamlReader.Read(yaml));

        Assert.Equal((line, column), (exception.Line, exception.Column));
        Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Depths_that_are_there_to_exhaust_the_stack_are_refused()
    {
        Assert.Throws<YamlException>(() => YamlReader.Read("a: " + new string('[', 100_000)));
        Assert.Throws<YamlException>(() => YamlReader.Read(string.Concat(Enumerable.Repeat("- ", 5_000)) + "x"));
    }

    [Fact]
    public void Any_text_ends_in_a_value_or_in_an_exception_of_its_own()
    {
        const string Alphabet = "ab: -[]{},'\"#\n \n  |>&\\\t0";
        Random random = new(7);
        for (int round = 0; round < 5_000; round++)
        {
            string yaml = string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => Alphabet[random.Next(Alphabet.Length)]));
            try
            {
                Assert.NotNull(YamlReader.Read(yaml));
            }
            catch (YamlException exception)
            {
                Assert.InRange(exception.Line, 1, yaml.Split('\n').Length);
            }
        }
    }
}
