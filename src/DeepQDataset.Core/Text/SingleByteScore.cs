using System.Text;

namespace DeepQDataset.Text;

/// <summary>
/// Scores how plausible bytes are as text in a single-byte code page, Latin or Cyrillic. Accented letters are next to plain ones, Cyrillic
/// letters next to Cyrillic ones; no capital follows a small letter; and symbols are rare.
/// </summary>
internal sealed class SingleByteScore
{
    private const int Letter = 2;
    private const int LoneLetter = 1;
    private const int Neutral = 0;
    private const int Rare = -2;
    private const int VeryRare = -4;
    private const int Undefined = 2 * VeryRare;

    /// <summary>Cyrillic letters in the two code pages beside the Russian ones: Ukrainian and Belarusian.</summary>
    private const string OtherCyrillic = "\u0401\u0451\u0404\u0454\u0406\u0456\u0407\u0457\u0490\u0491\u040E\u045E";

    private readonly char[] _characters = new char[256];

    /// <summary>Initializes a new instance of the <see cref="SingleByteScore"/> class.</summary>
    /// <param name="encoding">The code page.</param>
    public SingleByteScore(Encoding encoding)
    {
        byte[] value = new byte[1];
        for (int number = 0; number < _characters.Length; number++)
        {
            value[0] = (byte)number;
            encoding.GetChars(value, _characters.AsSpan(number));
        }
    }

    /// <summary>Scores a text.</summary>
    public int Of(ReadOnlySpan<byte> text)
    {
        int score = 0;
        for (int index = 0; index < text.Length; index++)
        {
            if (text[index] >= 0x80)
            {
                char before = index > 0 ? _characters[text[index - 1]] : ' ';
                char after = index + 1 < text.Length ? _characters[text[index + 1]] : ' ';
                score += Of(_characters[text[index]], before, after);
            }
        }

        return score;
    }

    private static int Of(char character, char before, char after)
    {
        if (char.IsControl(character) || character == '\uFFFD')
        {
            return Undefined;
        }

        if (char.IsUpper(character) && char.IsLower(before))
        {
            return VeryRare;
        }

        return IsLatin(character) ? OfLatin(character, before, after)
            : IsCyrillic(character) ? OfCyrillic(before, after)
            : VeryRare;
    }

    /// <summary>
    /// Scores a Latin letter. Two adjacent accented letters are more likely one character of another code page. A sharp s follows a vowel.
    /// </summary>
    private static int OfLatin(char character, char before, char after) =>
        character == '\u00DF' && !(IsLatin(before) || "aeiouyAEIOUY".Contains(before, StringComparison.Ordinal)) ? VeryRare
        : before >= 0x80 || after >= 0x80 ? Neutral
        : char.IsAsciiLetter(before) || char.IsAsciiLetter(after) ? Letter
        : LoneLetter;

    private static int OfCyrillic(char before, char after) =>
        char.IsAsciiLetter(before) || char.IsAsciiLetter(after) ? Rare
        : IsCyrillic(before) || IsCyrillic(after) ? Letter
        : Neutral;

    // Latin-1 and Latin Extended-A, without the multiplication and division signs.
    private static bool IsLatin(char character) => character is >= '\u00C0' and <= '\u017F' and not '\u00D7' and not '\u00F7';

    private static bool IsCyrillic(char character) =>
        character is >= '\u0410' and <= '\u044F' || (character >= 0x80 && OtherCyrillic.Contains(character, StringComparison.Ordinal));
}
