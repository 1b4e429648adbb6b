using System.Text.Unicode;

namespace DeepQDataset.Sources.Zip;

/// <summary>The encoding that names without any mark are most likely in.</summary>
/// <param name="codePage">That encoding.</param>
internal sealed class CodePageGuess(CodePage codePage)
{
    /// <summary>How many bytes of names the guess looks at: more would not change it.</summary>
    private const int SampleSize = 64 * 1024;

    /// <summary>The encoding.</summary>
    public CodePage CodePage { get; } = codePage;

    /// <summary>Guesses from names that are not ASCII.</summary>
    public static CodePageGuess From(IReadOnlyList<byte[]> names)
    {
        List<byte[]> sample = [];
        int size = 0;
        bool isUtf8 = true;
        foreach (byte[] name in names)
        {
            sample.Add(name);
            isUtf8 = isUtf8 && Utf8.IsValid(name);
            size += name.Length;
            if (size > SampleSize)
            {
                break;
            }
        }

        return new CodePageGuess(isUtf8 ? CodePage.Utf8 : MostPlausible(sample));
    }

    /// <summary>Decodes a name; one that is none of this encoding's text in IBM code page 437, which has a character for every byte.</summary>
    public string Decode(byte[] name)
    {
        string text = CodePage.Encoding.GetString(name);
        return text.Contains('\uFFFD', StringComparison.Ordinal) ? CodePage.Ibm437.Encoding.GetString(name) : text;
    }

    private static CodePage MostPlausible(List<byte[]> sample)
    {
        CodePage best = CodePage.Ibm437;
        long bestScore = long.MinValue;
        foreach (CodePage candidate in CodePage.Legacy)
        {
            long score = 0;
            foreach (byte[] name in sample)
            {
                score += candidate.Score(name);
            }

            if (score > bestScore)
            {
                best = candidate;
                bestScore = score;
            }
        }

        return best;
    }
}
