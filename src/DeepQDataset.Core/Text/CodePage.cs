using System.Text;

namespace DeepQDataset.Text;

/// <summary>An encoding that names in zips are seen in, and how much some bytes look like text in it.</summary>
/// <param name="Name">Its name for messages.</param>
/// <param name="Encoding">Decodes; bytes that are none of its text become U+FFFD.</param>
/// <param name="Score">Says how plausible bytes are as text in it: the higher the more.</param>
internal sealed record CodePage(string Name, Encoding Encoding, CodePage.Scorer Score)
{
    /// <summary>Says how plausible a name's bytes are.</summary>
    public delegate int Scorer(ReadOnlySpan<byte> name);

    /// <summary>UTF-8, as some tools write it without saying so. Recognised by being valid, never by score.</summary>
    public static CodePage Utf8 { get; } = new("UTF-8", Encoding.UTF8, static _ => 0);

    /// <summary>The encoding of zips that say nothing else (APPNOTE appendix D.1). Every byte has a character in it.</summary>
    public static CodePage Ibm437 { get; } = new("IBM code page 437", Get(437), static name => CodePageScore.OfSingleByte(name, CodePageScore.Ibm437));

    /// <summary>The encodings of old zips, the likelier first where two are equally plausible.</summary>
    public static IReadOnlyList<CodePage> Legacy { get; } =
    [
        new("Big5 (code page 950)", Get(950), static name => CodePageScore.OfDoubleByte(name, CodePageScore.Big5)),
        new("Shift-JIS (code page 932)", Get(932), static name => CodePageScore.OfDoubleByte(name, CodePageScore.ShiftJis)),
        new("GBK (code page 936)", Get(936), static name => CodePageScore.OfDoubleByte(name, CodePageScore.Gbk)),
        Ibm437,
        new("Windows-1252", Get(1252), static name => CodePageScore.OfSingleByte(name, CodePageScore.Windows1252)),
    ];

    // Taken from the provider itself: registering it would change what Encoding.GetEncoding does for the whole process.
    private static Encoding Get(int number) =>
        CodePagesEncodingProvider.Instance.GetEncoding(number, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"))!;
}
