using System.Text;

namespace DeepQDataset.Text;

/// <summary>Represents a common encoding of unmarked names in zips and texts, and its plausibility score.</summary>
/// <param name="Name">The common name.</param>
/// <param name="FullName">The name with its code page number.</param>
/// <param name="Encoding">Decodes text; invalid bytes become U+FFFD.</param>
/// <param name="Score">Scores how plausible bytes are as text in it: higher is better, below 0 is implausible.</param>
internal sealed record CodePage(string Name, string FullName, Encoding Encoding, CodePage.Scorer Score)
{
    /// <summary>Scores how plausible the bytes of a text are.</summary>
    public delegate int Scorer(ReadOnlySpan<byte> text);

    /// <summary>Gets UTF-8, as some tools write it without a mark. It is recognized by being valid, not by score.</summary>
    public static CodePage Utf8 { get; } = new("UTF-8", "UTF-8", Encoding.UTF8, static _ => 0);

    /// <summary>Gets the default encoding of zips (APPNOTE appendix D.1), which has a character for every byte.</summary>
    public static CodePage Ibm437 { get; } = SingleByte("IBM code page 437", 437);

    /// <summary>Gets the encoding of western Windows, which has a character for every byte.</summary>
    public static CodePage Windows1252 { get; } = SingleByte("Windows-1252", 1252);

    /// <summary>Gets the candidates; of two that are equally plausible, the more likely one comes first.</summary>
    public static IReadOnlyList<CodePage> Legacy { get; } =
    [
        DoubleByte("Big5", 950, DoubleByteScore.Big5),
        DoubleByte("Shift-JIS", 932, DoubleByteScore.ShiftJis),
        DoubleByte("GBK", 936, DoubleByteScore.Gbk),
        DoubleByte("EUC-KR", 949, DoubleByteScore.Korean),
        Ibm437,
        Windows1252,
        SingleByte("Windows-1251", 1251),
        SingleByte("IBM code page 866", 866),
        SingleByte("IBM code page 850", 850),
    ];

    private static CodePage DoubleByte(string name, int number, DoubleByteScore.Classifier classifier)
    {
        Encoding encoding = LegacyEncoding.Get(number);
        string fullName = FormattableString.Invariant($"{name} (code page {number})");
        return new CodePage(name, fullName, encoding, text => DoubleByteScore.Of(text, encoding, classifier));
    }

    private static CodePage SingleByte(string name, int number)
    {
        Encoding encoding = LegacyEncoding.Get(number);
        SingleByteScore score = new(encoding);
        return new CodePage(name, name, encoding, score.Of);
    }
}
