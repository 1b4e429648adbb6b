using System.Text;

namespace DeepQDataset.Text;

/// <summary>
/// Scores how plausible bytes are as text in an East Asian code page. These code pages have blocks of common and of rare characters, and
/// common characters in one are rare in another. Where the common blocks of two code pages overlap, only the right one gives characters
/// that occur in names and findings.
/// </summary>
internal static class DoubleByteScore
{
    private const int Common = 3;
    private const int Familiar = 2;
    private const int Neutral = 0;
    private const int Rare = -2;
    private const int VeryRare = -4;
    private const int Impossible = -100;

    /// <summary>Scores one character.</summary>
    /// <param name="lead">The first byte, at least 0x80.</param>
    /// <param name="trail">The second byte; 0 if the text ends.</param>
    /// <param name="length">The number of bytes of the character.</param>
    public delegate int Classifier(byte lead, byte trail, out int length);

    /// <summary>
    /// Scores a text. A double-byte character between two Latin letters counts against the code page, and so does a single one of which
    /// half is a Latin letter next to another: it is more likely an accented letter and its neighbour.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="encoding">The code page.</param>
    /// <param name="classifier">Scores its characters.</param>
    public static int Of(ReadOnlySpan<byte> text, Encoding encoding, Classifier classifier)
    {
        int score = 0;
        Span<char> decoded = stackalloc char[2];
        for (int index = 0; index < text.Length;)
        {
            if (text[index] < 0x80)
            {
                index++;
                continue;
            }

            int own = classifier(text[index], index + 1 < text.Length ? text[index + 1] : (byte)0, out int length);
            ReadOnlySpan<byte> character = text.Slice(index, Math.Min(length, text.Length - index));
            index += character.Length;
            if (IsLikelyAccented(text[..(index - character.Length)], character, text[index..]))
            {
                own = Math.Min(own, Rare);
            }
            else if (own > Impossible && encoding.GetChars(character, decoded) == 1 && FamiliarCharacters.Contains(decoded[0]))
            {
                own = Math.Max(own, Neutral) + Familiar; // it is common in every code page
            }

            score += own;
        }

        return score;
    }

    private static bool IsLikelyAccented(ReadOnlySpan<byte> before, ReadOnlySpan<byte> character, ReadOnlySpan<byte> after)
    {
        bool isAfterLetter = before.Length > 0 && char.IsAsciiLetter((char)before[^1]);
        bool isBeforeLetter = after.Length > 0 && char.IsAsciiLetter((char)after[0]);
        bool isLone = (before.Length == 0 || before[^1] < 0x80) && (after.Length == 0 || after[0] < 0x80);
        return (isAfterLetter && isBeforeLetter)
            || (isLone && (isAfterLetter || isBeforeLetter) && char.IsAsciiLetter((char)character[^1]));
    }

    /// <summary>Scores Big5: leads 0xA4 to 0xC6 are the 5,401 frequent characters, 0xC9 to 0xF9 the others.</summary>
    public static int Big5(byte lead, byte trail, out int length)
    {
        length = 2;
        if (lead is 0x80 or 0xFF || trail is not ((>= 0x40 and <= 0x7E) or (>= 0xA1 and <= 0xFE)))
        {
            return Impossible;
        }

        return lead switch
        {
            < 0xA1 => VeryRare,
            < 0xA4 => Neutral,
            <= 0xC6 => Common,
            >= 0xC9 and <= 0xF9 => Rare,
            _ => VeryRare,
        };
    }

    /// <summary>
    /// Scores GBK: leads 0xB0 to 0xD7 with trails from 0xA1 on are the 3,755 frequent characters of GB 2312, those to 0xF7 its others.
    /// Characters that GBK added are traditional forms and those of rare names.
    /// </summary>
    public static int Gbk(byte lead, byte trail, out int length)
    {
        length = 2;
        if (lead is 0x80 or 0xFF || trail is < 0x40 or 0x7F or 0xFF)
        {
            return Impossible;
        }

        if (trail < 0xA1)
        {
            return VeryRare;
        }

        return lead switch
        {
            < 0xA1 => VeryRare,
            0xA4 or 0xA5 => Rare,
            < 0xAA => Neutral,
            < 0xB0 => VeryRare,
            <= 0xD7 => Common,
            <= 0xF7 => Rare,
            _ => VeryRare,
        };
    }

    /// <summary>
    /// Scores Korean (unified Hangul code): leads 0xB0 to 0xC8 with trails from 0xA1 on are the 2,350 syllables of KS X 1001, those from
    /// 0xCA on its Chinese characters; leads to 0xC6 with other trails are the rare syllables.
    /// </summary>
    public static int Korean(byte lead, byte trail, out int length)
    {
        length = 2;
        if (trail < 0xA1)
        {
            bool isSyllable = lead is >= 0x81 and <= 0xC6 && trail is (>= 0x41 and <= 0x5A) or (>= 0x61 and <= 0x7A) or >= 0x81;
            return isSyllable ? VeryRare : Impossible;
        }

        return lead switch
        {
            0x80 or 0xC9 or 0xFE or 0xFF => Impossible,
            < 0xA1 => VeryRare,
            < 0xA4 => Neutral,
            < 0xB0 => VeryRare,
            <= 0xC8 => Common,
            _ => Rare,
        };
    }

    /// <summary>
    /// Scores Shift-JIS: kana with leads 0x82 and 0x83, frequent characters from 0x889F to 0x9872; 0xA1 to 0xDF are half-width kana of one
    /// byte.
    /// </summary>
    public static int ShiftJis(byte lead, byte trail, out int length)
    {
        length = lead is (>= 0xA1 and <= 0xDF) ? 1 : 2;
        if (length == 1)
        {
            return -1;
        }

        if (lead is 0x80 or 0xA0 or > 0xFC || trail is < 0x40 or 0x7F or > 0xFC)
        {
            return Impossible;
        }

        int character = (lead << 8) | trail;
        return character switch
        {
            0x815B or (>= 0x829F and <= 0x82F1) or (>= 0x8340 and <= 0x8396) => Common + 1,
            < 0x829F => Neutral,
            >= 0x889F and <= 0x9872 => Common,
            (>= 0x989F and <= 0x9FFC) or (>= 0xE040 and <= 0xEAA4) => Rare,
            _ => VeryRare,
        };
    }
}
