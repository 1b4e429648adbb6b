using System.Text;
using DeepQDataset.Text;
using Xunit;

namespace DeepQDataset.Core.Tests.Text;

public sealed class CodePageGuessTests
{
    public static TheoryData<int, string, string> Texts => new()
    {
        { 936, "GBK", "肺结节" },
        { 936, "GBK", "良性/恶性" },
        { 936, "GBK", "张小明" },
        { 936, "GBK", "右肺上叶" },
        { 936, "GBK", "刘晓燕_胸片" },
        { 936, "GBK", "张玥" }, // from here on with characters that GBK added to GB 2312
        { 936, "GBK", "王喆的影像" },
        { 936, "GBK", "朱镕/胸部" },
        { 936, "GBK", "李堃_肺炎" },
        { 936, "GBK", "肺結節" },
        { 936, "GBK", "惡性腫瘤" },
        { 950, "Big5", "肺結節" },
        { 950, "Big5", "良性/惡性" },
        { 950, "Big5", "張小明" },
        { 950, "Big5", "陳怡君_胸片" },
        { 950, "Big5", "右肺上葉" },
        { 950, "Big5", "成功許蓋" }, // trail bytes 0x5C
        { 950, "Big5", "李育瑄" },
        { 932, "Shift-JIS", "検査結果" },
        { 932, "Shift-JIS", "佐藤健" },
        { 932, "Shift-JIS", "胸部レントゲン" },
        { 932, "Shift-JIS", "表示能力" }, // trail bytes 0x5C
        { 932, "Shift-JIS", "ソース/肺のかげ" },
        { 949, "EUC-KR", "정상" },
        { 949, "EUC-KR", "비정상" },
        { 949, "EUC-KR", "폐결절" },
        { 949, "EUC-KR", "김민수/흉부" },
        { 949, "EUC-KR", "이영희_환자1" },
        { 949, "EUC-KR", "골절" },
        { 1251, "Windows-1251", "Снимок" },
        { 1251, "Windows-1251", "норма" },
        { 1251, "Windows-1251", "лёгкие" },
        { 1251, "Windows-1251", "Опухоль/снимок 1" },
        { 1251, "Windows-1251", "ПНЕВМОНИЯ" },
        { 1251, "Windows-1251", "Ковальчук Єва" },
        { 866, "IBM code page 866", "Снимок" },
        { 866, "IBM code page 866", "норма" },
        { 866, "IBM code page 866", "лёгкие" },
        { 866, "IBM code page 866", "Опухоль/снимок 1" },
        { 866, "IBM code page 866", "ПНЕВМОНИЯ" },
        { 866, "IBM code page 866", "СНИМОК" },
        { 437, "IBM code page 437", "Größe" },
        { 437, "IBM code page 437", "radiografía" },
        { 850, "IBM code page 850", "lesão" },
        { 850, "IBM code page 850", "coração" },
        { 850, "IBM code page 850", "søgning" },
        { 850, "IBM code page 850", "Órgão" },
        { 1252, "Windows-1252", "lésion" },
        { 1252, "Windows-1252", "Größe" },
        { 1252, "Windows-1252", "cáncer" },
        { 1252, "Windows-1252", "São Paulo" },
        { 1252, "Windows-1252", "coração" },
        { 1252, "Windows-1252", "FRANÇOIS" },
        { 1252, "Windows-1252", "MÜLLER" },
        { 1252, "Windows-1252", "à gauche" },
        { 1252, "Windows-1252", "naïve" },
        { 1252, "Windows-1252", "Ångström" },
        { 1252, "Windows-1252", "Übersicht" },
        { 65001, "UTF-8", "肺炎/нет/été" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_text_is_judged_alike_as_a_name_and_in_a_table(int codePage, string expected, string text)
    {
        byte[] name = Bytes(codePage, $"image/{text}.png");
        byte[] table = Bytes(codePage, $"{text}.png,Class A,1\r\nimage002.png,{text},0\r\n");
        foreach (byte[][] texts in new[] { [name], [table], new[] { "image/a.png"u8.ToArray(), name, table } })
        {
            CodePageGuess guess = Guess(null, texts);
            Assert.Equal((expected, true), (guess.CodePage.Name, guess.IsPlausible));
            Assert.Equal($"image/{text}.png", guess.Decode(name));
        }
    }

    [Fact]
    public void All_texts_decide_together()
    {
        byte[] unclear = Bytes(949, "가나.png"); // as plausible in GBK by itself
        byte[] clear = Bytes(949, "흉부/비정상.png");

        Assert.Equal("EUC-KR", Guess(null, unclear, clear).CodePage.Name);
        Assert.Equal("가나.png", Guess(null, unclear, clear).Decode(unclear));
    }

    [Theory]
    [InlineData(936, "垚.png")]
    [InlineData(950, "垚.png")]
    [InlineData(949, "똠방.png")]
    [InlineData(850, "Ýmir.png")]
    [InlineData(866, "я.png")]
    public void What_is_known_to_be_right_decides_before_what_is_plausible(int codePage, string text)
    {
        byte[] name = Bytes(codePage, text);
        HashSet<string> known = new([text, "other.png"], StringComparer.Ordinal);

        CodePageGuess guess = Guess(known.Contains, name);

        Assert.Equal((text, true), (guess.Decode(name), guess.IsPlausible));
        Assert.Equal(Guess(null, name).CodePage, Guess(static _ => false, name).CodePage);
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xB7, 0xFF })]
    [InlineData(new byte[] { 0x61, 0xB0, 0xB1, 0xDB, 0x61, 0x9D, 0xFD })]
    public void What_is_text_nowhere_is_said_to_be_so(byte[] text)
    {
        CodePageGuess guess = Guess(null, text);

        Assert.Equal(("IBM code page 437", false), (guess.CodePage.Name, guess.IsPlausible));
    }

    [Fact]
    public void A_long_text_may_be_cut_within_a_character()
    {
        byte[] one = [.. Enumerable.Repeat((byte)' ', 65_535), .. Bytes(950, "肺結節")];
        byte[] two = [.. Bytes(950, "結節"), .. one];

        Assert.False(Guess(null, one).IsPlausible && Guess(null, one).CodePage.Name != "Big5");
        Assert.Equal("Big5", Guess(null, two).CodePage.Name);
    }

    private static CodePageGuess Guess(Func<string, bool>? isKnown, params byte[][] texts) =>
        CodePageGuess.From(texts.Select(static text => (ReadOnlyMemory<byte>)text), isKnown);

    private static byte[] Bytes(int codePage, string text)
    {
        Encoding encoding = CodePagesEncodingProvider.Instance.GetEncoding(
            codePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback) ?? Encoding.UTF8;
        return encoding.GetBytes(text);
    }
}
