namespace DeepQDataset.Text;

/// <summary>
/// How much bytes look like text in an encoding. East Asian code pages put the characters of everyday use into one block and rare ones
/// into others, and what is everyday in one lands among the rare ones of the next; western text has accented letters among plain ones.
/// </summary>
internal static class CodePageScore
{
    private const int Common = 4;
    private const int Neutral = 0;
    private const int Rare = -2;
    private const int VeryRare = -4;
    private const int Impossible = -100;

    /// <summary>Scores one character of a double-byte code page.</summary>
    /// <param name="lead">Its first byte, at least 0x80.</param>
    /// <param name="trail">Its second byte; 0 where the text ends.</param>
    /// <param name="length">How many bytes the character has.</param>
    public delegate int DoubleByteScorer(byte lead, byte trail, out int length);

    /// <summary>
    /// Scores text of a double-byte code page. A single such character between two Latin letters counts against it: it is rather an
    /// accented letter and its neighbour.
    /// </summary>
    public static int OfDoubleByte(ReadOnlySpan<byte> text, DoubleByteScorer scorer)
    {
        int score = 0;
        for (int index = 0; index < text.Length;)
        {
            if (text[index] < 0x80)
            {
                index++;
                continue;
            }

            int own = scorer(text[index], index + 1 < text.Length ? text[index + 1] : (byte)0, out int length);
            int next = index + length;
            bool isAmongLetters = index > 0 && char.IsAsciiLetter((char)text[index - 1]) && next < text.Length && char.IsAsciiLetter((char)text[next]);
            score += isAmongLetters ? Math.Min(own, Rare) : own;
            index = next;
        }

        return score;
    }

    /// <summary>Scores text of a single-byte code page: accented letters count for it most among plain letters, symbols against it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="scorer">Scores a byte from 0x80 on; positive for a letter.</param>
    public static int OfSingleByte(ReadOnlySpan<byte> text, Func<byte, int> scorer)
    {
        int score = 0;
        for (int index = 0; index < text.Length; index++)
        {
            if (text[index] < 0x80)
            {
                continue;
            }

            int own = scorer(text[index]);
            byte before = index > 0 ? text[index - 1] : (byte)0;
            byte after = index + 1 < text.Length ? text[index + 1] : (byte)0;
            if (own > 0)
            {
                bool isBesideAnother = before >= 0x80 || after >= 0x80;
                bool isBesidePlain = char.IsAsciiLetter((char)before) || char.IsAsciiLetter((char)after);
                own = isBesideAnother ? 0 : isBesidePlain ? 2 : 1;
            }

            score += own;
        }

        return score;
    }

    /// <summary>Big5: leads 0xA4 to 0xC6 hold the 5,401 frequent characters, 0xC9 to 0xF9 the others.</summary>
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

    /// <summary>GBK: leads 0xB0 to 0xD7 with trails from 0xA1 on are the 3,755 frequent characters of GB 2312, those to 0xF7 its others.</summary>
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

    /// <summary>Shift-JIS: kana in leads 0x82 and 0x83, frequent characters from 0x889F to 0x9872; 0xA1 to 0xDF are half-width kana of one byte.</summary>
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
            0x815B or (>= 0x829F and <= 0x82F1) or (>= 0x8340 and <= 0x8396) => Common,
            < 0x829F => Neutral,
            >= 0x889F and <= 0x9872 => Common,
            (>= 0x989F and <= 0x9FFC) or (>= 0xE040 and <= 0xEAA4) => Rare,
            _ => VeryRare,
        };
    }

    /// <summary>IBM code page 437: letters up to 0xA5 and the sharp s, then box drawing, Greek and mathematics.</summary>
    public static int Ibm437(byte value) => value is (<= 0x9A) or (>= 0xA0 and <= 0xA5) or 0xE1 ? 1 : VeryRare;

    /// <summary>Windows-1252: letters from 0xC0 on but for the signs of multiplication and division, some from 0x8A to 0x9F.</summary>
    public static int Windows1252(byte value) => value switch
    {
        0x81 or 0x8D or 0x8F or 0x90 or 0x9D => 2 * VeryRare,
        0xD7 or 0xF7 => VeryRare,
        >= 0xC0 or 0x8A or 0x8C or 0x8E or 0x9A or 0x9C or 0x9E or 0x9F => 1,
        _ => VeryRare,
    };
}
