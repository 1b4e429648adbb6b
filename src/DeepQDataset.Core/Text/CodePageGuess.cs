using System.Text.Unicode;

namespace DeepQDataset.Text;

/// <summary>The encoding that names without any mark are most likely in.</summary>
/// <param name="codePage">That encoding.</param>
/// <param name="isPlausible">Whether the names look like text in it.</param>
internal sealed class CodePageGuess(CodePage codePage, bool isPlausible)
{
    /// <summary>How many bytes of names the guess looks at: more would not change it.</summary>
    private const int SampleSize = 64 * 1024;

    /// <summary>The encoding.</summary>
    public CodePage CodePage { get; } = codePage;

    /// <summary>Whether the names look like text in it; they look like text in none of the known ones otherwise.</summary>
    public bool IsPlausible { get; } = isPlausible;

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

        return isUtf8 ? new CodePageGuess(CodePage.Utf8, isPlausible: true) : MostPlausible(sample);
    }

    /// <summary>
    /// Decodes a name; one that is none of this encoding's text in IBM code page 437, which has a character for every byte.
    /// </summary>
    public string Decode(byte[] name)
    {
        string text = CodePage.Encoding.GetString(name);
        return text.Contains('\uFFFD', StringComparison.Ordinal) ? CodePage.Ibm437.Encoding.GetString(name) : text;
    }

    private static CodePageGuess MostPlausible(List<byte[]> sample)
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

        return bestScore >= 0 ? new CodePageGuess(best, isPlausible: true) : new CodePageGuess(CodePage.Ibm437, isPlausible: false);
    }
}
