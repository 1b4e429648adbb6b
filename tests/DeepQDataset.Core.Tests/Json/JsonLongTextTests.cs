using System.Text;
using DeepQDataset.Json;
using Xunit;

namespace DeepQDataset.Core.Tests.Json;

/// <summary>Tests faults in and around texts that are longer than the buffer.</summary>
public sealed class JsonLongTextTests
{
    private const int TooLong = JsonStreamReader.BufferSize + 10;

    [Theory]
    [InlineData("{\"a\": \"#", "the text is incomplete")]
    [InlineData("[\"#\n\"]", "a string contains a control character")]
    [InlineData("[\"#\\x\"]", "a string has an escape that JSON does not know")]
    [InlineData("[\"#\\u00G0\"]", "a string has an escape that JSON does not know")]
    [InlineData("{\"#\": 1}", "a name is longer than 65536 bytes")]
    [InlineData("[1 \"#\"]", "'\"' is not expected here")]
    [InlineData("[1#]", "a token, or the white space before one, is longer than 65536 bytes")]
    public void What_is_long_and_wrong_is_told(string pattern, string message)
    {
        string filling = new(pattern.Contains('"', StringComparison.Ordinal) ? 'x' : '1', TooLong);
        using JsonStreamReader reader = new();
        string text = pattern.Replace("#", filling, StringComparison.Ordinal);
        reader.Reset(new MemoryStream(Encoding.UTF8.GetBytes(text)), TestContext.Current.CancellationToken);
        while (reader.Read())
        {
        }

        Assert.Equal(message, reader.Fault?.Message);
    }
}
