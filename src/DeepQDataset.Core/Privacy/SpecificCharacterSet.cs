using System.Text;
using DeepQDataset.Text;

namespace DeepQDataset.Privacy;

/// <summary>
/// A Specific Character Set (0008,0005): how texts of a file are encoded, with ISO 2022 escape sequences where it has several terms (PS3.3
/// section C.12.1.1.2, tables C.12-2 to C.12-5; PS3.5 section 6.1). What is not a character in it becomes U+FFFD.
/// </summary>
internal sealed class SpecificCharacterSet
{
    private const byte Escape = 0x1B;

    /// <summary>
    /// Escape sequences, without the escape, of single bytes from 0xA0 on: the letter behind the hyphen, and the code page.
    /// </summary>
    private static readonly (byte Letter, int Term, int CodePage)[] SingleByte =
    [
        ((byte)'A', 100, 28591), // Latin 1
        ((byte)'B', 101, 28592), // Latin 2
        ((byte)'C', 109, 28593), // Latin 3
        ((byte)'D', 110, 28594), // Latin 4
        ((byte)'L', 144, 28595), // Cyrillic
        ((byte)'G', 127, 28596), // Arabic
        ((byte)'F', 126, 28597), // Greek
        ((byte)'H', 138, 28598), // Hebrew
        ((byte)'M', 148, 28599), // Latin 5
        ((byte)'b', 203, 28605), // Latin 9
        ((byte)'T', 166, 874), // Thai
    ];

    private readonly Encoding? _whole;
    private readonly Encoding _high;

    private SpecificCharacterSet(Encoding? whole, Encoding high)
    {
        _whole = whole;
        _high = high;
    }

    /// <summary>Finds a character set.</summary>
    /// <param name="value">The attribute's value, terms divided by backslashes; the first may be empty.</param>
    /// <returns>The character set; null where the standard does not know its first term, or there is no value.</returns>
    public static SpecificCharacterSet? Find(string? value)
    {
        string[] terms = Array.ConvertAll((value ?? "").Split('\\'), static term => term.Trim(' ', '\0').ToUpperInvariant());
        if (terms is [""])
        {
            return null;
        }

        return Normalized(terms[0]) switch
        {
            "" or "IR 6" => new SpecificCharacterSet(null, Latin1),
            "IR 192" => new SpecificCharacterSet(Encoding.UTF8, Latin1),
            "GB18030" => new SpecificCharacterSet(LegacyEncoding.Get(54936), Latin1),
            "GBK" => new SpecificCharacterSet(LegacyEncoding.Get(936), Latin1),
            "IR 13" or "IR 87" or "IR 159" => new SpecificCharacterSet(null, LegacyEncoding.Get(932)),
            "IR 149" => new SpecificCharacterSet(null, LegacyEncoding.Get(949)),
            "IR 58" => new SpecificCharacterSet(null, LegacyEncoding.Get(936)),
            string term when Array.FindIndex(SingleByte, set => term == $"IR {set.Term}") is >= 0 and int index =>
                new SpecificCharacterSet(null, LegacyEncoding.Get(SingleByte[index].CodePage)),
            _ => null,
        };
    }

    /// <summary>Decodes a value.</summary>
    public string Decode(ReadOnlySpan<byte> value)
    {
        if (_whole is not null)
        {
            return _whole.GetString(value);
        }

        StringBuilder text = new(value.Length);
        Encoding high = _high;
        GraphicSet low = GraphicSet.Ascii;
        int at = 0;
        while (at < value.Length)
        {
            byte first = value[at];
            if (first == Escape)
            {
                at += 1 + TakeEscape(value[(at + 1)..], ref low, ref high);
            }
            else if (first < 0x80)
            {
                at += TakeLow(value[at..], low, text);
                if (low == GraphicSet.Ascii
                    && first is (byte)'^' or (byte)'=' or (byte)'\\' or (byte)'\r' or (byte)'\n' or (byte)'\t' or 0x0C)
                {
                    high = _high;
                }
            }
            else
            {
                int length = value[at..].IndexOfAnyInRange((byte)0, (byte)0x7F);
                length = length < 0 ? value.Length - at : length;

                // The second byte of a character may be below 0x80 where the encoding is not one of ISO 2022.
                length =
                    length % 2 != 0 && at + length < value.Length && value[at + length] >= 0x40 && !high.IsSingleByte ? length + 1 : length;
                text.Append(high.GetString(value.Slice(at, length)));
                at += length;
            }
        }

        return text.ToString();
    }

    private static Encoding Latin1 => LegacyEncoding.Get(28591);

    /// <summary>A term without what says whether escape sequences may follow: <c>IR 87</c> for <c>ISO 2022 IR 87</c>.</summary>
    private static string Normalized(string term) => term
        .Replace("ISO_IR", "IR", StringComparison.Ordinal)
        .Replace("ISO 2022 ", "", StringComparison.Ordinal)
        .Replace("ISO-IR", "IR", StringComparison.Ordinal)
        .Replace("ISO IR", "IR", StringComparison.Ordinal);

    /// <summary>Takes an escape sequence behind its escape.</summary>
    /// <returns>How many bytes it has; 0 for one that DICOM does not know.</returns>
    private static int TakeEscape(ReadOnlySpan<byte> sequence, ref GraphicSet low, ref Encoding high)
    {
        switch (sequence)
        {
            case [(byte)'(', (byte)'B' or (byte)'J', ..]:
                low = GraphicSet.Ascii;
                return 2;
            case [(byte)')', (byte)'I', ..]:
                high = LegacyEncoding.Get(932);
                return 2;
            case [(byte)'$', (byte)'B' or (byte)'@', ..]:
                low = GraphicSet.Japanese;
                return 2;
            case [(byte)'$', (byte)'(', (byte)'D', ..]:
                low = GraphicSet.JapaneseSupplement;
                return 3;
            case [(byte)'$', (byte)')', (byte)'C', ..]:
                high = LegacyEncoding.Get(949);
                return 3;
            case [(byte)'$', (byte)')', (byte)'A', ..]:
                high = LegacyEncoding.Get(936);
                return 3;
            case [(byte)'-', byte letter, ..] when Array.FindIndex(SingleByte, set => set.Letter == letter) is >= 0 and int index:
                high = LegacyEncoding.Get(SingleByte[index].CodePage);
                return 2;
            default:
                return 0;
        }
    }

    /// <summary>Takes the next character of seven bits, or of two bytes of them.</summary>
    private static int TakeLow(ReadOnlySpan<byte> value, GraphicSet set, StringBuilder text)
    {
        if (set == GraphicSet.Ascii || value.Length < 2 || value[0] < 0x21)
        {
            text.Append((char)value[0]);
            return 1;
        }

        // Code page 20932 holds both sets of Japanese characters, told apart by the second byte's highest bit.
        int second = set == GraphicSet.Japanese ? value[1] | 0x80 : value[1] & 0x7F;
        text.Append(LegacyEncoding.Get(20932).GetString([(byte)(value[0] | 0x80), (byte)second]));
        return 2;
    }

    /// <summary>What bytes below 0x80 stand for.</summary>
    private enum GraphicSet
    {
        /// <summary>ASCII, or JIS X 0201, which has a yen sign and an overline in it.</summary>
        Ascii,

        /// <summary>JIS X 0208, two bytes a character.</summary>
        Japanese,

        /// <summary>JIS X 0212, two bytes a character.</summary>
        JapaneseSupplement,
    }
}
