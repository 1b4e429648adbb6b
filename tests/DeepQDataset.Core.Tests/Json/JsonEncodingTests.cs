using System.Text;
using DeepQDataset.Json;
using Xunit;

namespace DeepQDataset.Core.Tests.Json;

/// <summary>JSON must be UTF-8; what is not is said, with the encoding that it looks like.</summary>
public sealed class JsonEncodingTests
{
    [Theory]
    [InlineData(936, "肺炎", "正常", "it looks like GBK (code page 936)")]
    [InlineData(950, "肺炎", "異常", "it looks like Big5 (code page 950)")]
    [InlineData(932, "肺炎", "カタカナ", "it looks like Shift-JIS (code page 932)")]
    [InlineData(1252, "Läsion", "Größe", "it looks like Windows-1252")]
    [InlineData(1251, "Пневмония", "Норма", "it looks like Windows-1251")]
    public void Text_that_is_not_UTF_8_is_named_with_its_place(int codePage, string first, string second, string expected)
    {
        Encoding encoding = CodePagesEncodingProvider.Instance.GetEncoding(codePage)!;
        using JsonStreamReader reader = new();
        reader.Reset(
            new MemoryStream(encoding.GetBytes($$"""{"a": 1,{{"\n"}} "b": "{{first}}", "c": "{{second}}"}""")),
            TestContext.Current.CancellationToken);
        while (reader.Read()) { }

        Assert.Equal("the text is not UTF-8; " + expected, reader.Fault?.Message);
        Assert.Equal((2, 7), (reader.Fault!.Place.Line, reader.Fault.Place.Column));
    }
}
