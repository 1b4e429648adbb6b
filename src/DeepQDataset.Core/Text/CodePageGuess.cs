using System.Text.Unicode;

namespace DeepQDataset.Text;

/// <summary>
/// Represents the most likely encoding of unmarked texts: names of a zip's entries, lines of label.csv, or both of one delivery.
/// </summary>
/// <param name="codePage">The encoding.</param>
/// <param name="isPlausible">Indicates whether the texts are plausible in it.</param>
internal sealed class CodePageGuess(CodePage codePage, bool isPlausible)
{
    /// <summary>The number of bytes to examine; more would not change the result.</summary>
    private const int SampleSize = 64 * 1024;

    /// <summary>Gets the encoding; IBM code page 437, which has a character for every byte, if none is plausible.</summary>
    public CodePage CodePage { get; } = codePage;

    /// <summary>
    /// Gets a value that indicates whether the texts are plausible in it; otherwise they are plausible in no known encoding.
    /// </summary>
    public bool IsPlausible { get; } = isPlausible;

    /// <summary>Guesses one encoding for all texts.</summary>
    /// <param name="texts">The separate texts; ASCII ones have no effect.</param>
    /// <param name="isKnown">
    /// Determines whether a decoded text is known to be right, such as a name in a label.csv in UTF-8. The encoding with most known texts
    /// takes precedence over plausible ones. Null if nothing is known.
    /// </param>
    public static CodePageGuess From(IEnumerable<ReadOnlyMemory<byte>> texts, Func<string, bool>? isKnown = null)
    {
        List<ReadOnlyMemory<byte>> sample = [];
        int size = 0;
        bool isUtf8 = true;
        foreach (ReadOnlyMemory<byte> text in texts)
        {
            sample.Add(StartOf(text, SampleSize - size));
            isUtf8 = isUtf8 && Utf8.IsValid(text.Span);
            size += text.Length;
            if (size >= SampleSize)
            {
                break;
            }
        }

        return isUtf8 ? new CodePageGuess(CodePage.Utf8, isPlausible: true)
            : (isKnown is null ? null : BestKnown(sample, isKnown)) ?? MostPlausible(sample);
    }

    /// <summary>Decodes a text; if it is not valid in this encoding, as IBM code page 437, which has a character for every byte.</summary>
    public string Decode(ReadOnlySpan<byte> text)
    {
        string decoded = CodePage.Encoding.GetString(text);
        return decoded.Contains('\uFFFD', StringComparison.Ordinal) ? CodePage.Ibm437.Encoding.GetString(text) : decoded;
    }

    /// <summary>Returns the start of a text, without a partial character at its end.</summary>
    private static ReadOnlyMemory<byte> StartOf(ReadOnlyMemory<byte> text, int length)
    {
        if (text.Length > length)
        {
            text = text[..length];
            while (text.Length > 0 && text.Span[^1] >= 0x80)
            {
                text = text[..^1];
            }
        }

        return text;
    }

    private static CodePageGuess? BestKnown(List<ReadOnlyMemory<byte>> sample, Func<string, bool> isKnown)
    {
        CodePage? best = null;
        (int Known, long Score) bestCount = (0, 0);
        foreach (CodePage candidate in CodePage.Legacy)
        {
            int known = sample.Count(text => isKnown(candidate.Encoding.GetString(text.Span)));
            (int Known, long Score) count = (known, ScoreOf(candidate, sample));
            if (count.Known > 0 && (best is null || count.CompareTo(bestCount) > 0))
            {
                best = candidate;
                bestCount = count;
            }
        }

        return best is null ? null : new CodePageGuess(best, isPlausible: true);
    }

    private static CodePageGuess MostPlausible(List<ReadOnlyMemory<byte>> sample)
    {
        CodePage best = CodePage.Ibm437;
        long bestScore = long.MinValue;
        foreach (CodePage candidate in CodePage.Legacy)
        {
            long score = ScoreOf(candidate, sample);
            if (score > bestScore)
            {
                best = candidate;
                bestScore = score;
            }
        }

        return bestScore >= 0 ? new CodePageGuess(best, isPlausible: true) : new CodePageGuess(CodePage.Ibm437, isPlausible: false);
    }

    private static long ScoreOf(CodePage candidate, List<ReadOnlyMemory<byte>> sample)
    {
        long score = 0;
        foreach (ReadOnlyMemory<byte> text in sample)
        {
            score += candidate.Score(text.Span);
        }

        return score;
    }
}
