using System.Text;

namespace DeepQDataset.Text;

/// <summary>
/// Represents an encoding that names in zips and texts without a mark are seen in, and how much bytes look like text in it.
/// </summary>
/// <param name="Name">Its common name.</param>
/// <param name="FullName">Its name with the number that tools ask for.</param>
/// <param name="Encoding">Decodes; bytes that are not text in it become U+FFFD.</param>
/// <param name="Score">Says how plausible bytes are as text in it: the higher the more, and below 0 not at all.</param>
internal sealed record CodePage(string Name, string FullName, Encoding Encoding, CodePage.Scorer Score)
{
    /// <summary>Says how plausible a text's bytes are.</summary>
    public delegate int Scorer(ReadOnlySpan<byte> text);

    /// <summary>UTF-8, as some tools write it without saying so. Recognised by being valid, never by score.</summary>
    public static CodePage Utf8 { get; } = new("UTF-8", "UTF-8", Encoding.UTF8, static _ => 0);

    /// <summary>Gets the encoding of zips that say nothing else (APPNOTE appendix D.1). Every byte has a character in it.</summary>
    public static CodePage Ibm437 { get; } = SingleByte("IBM code page 437", 437);

    /// <summary>Gets the encoding of western Windows. Every byte has a character in it.</summary>
    public static CodePage Windows1252 { get; } = SingleByte("Windows-1252", 1252);

    /// <summary>Gets the candidates, the likelier first where two are equally plausible.</summary>
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
        Encoding encoding = Get(number);
        string fullName = FormattableString.Invariant($"{name} (code page {number})");
        return new CodePage(name, fullName, encoding, text => DoubleByteScore.Of(text, encoding, classifier));
    }

    private static CodePage SingleByte(string name, int number)
    {
        Encoding encoding = Get(number);
        SingleByteScore score = new(encoding);
        return new CodePage(name, name, encoding, score.Of);
    }

    // Taken from the provider itself: registering it would change what Encoding.GetEncoding does for the whole process.
    private static Encoding Get(int number) => CodePagesEncodingProvider.Instance.GetEncoding(
        number, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"))!;
}
