using System.Buffers;
using System.Text;

namespace DeepQDataset.Text;

/// <summary>
/// Guesses the code page of text that is not UTF-8, among those that hospitals here have met: Big5, GBK, Shift-JIS and Windows-1252. Each
/// is scored by how many of the bytes above ASCII it makes into characters that are common in its language.
/// </summary>
internal static class EncodingGuess
{
    private const int Sample = 1 << 16;
    private const int Big5 = 950;
    private const int Gbk = 936;
    private const int ShiftJis = 932;
    private const int Windows1252 = 1252;

    // Common in the names of classes, in traditional and simplified characters. Short texts may fit Big5 and GBK alike; only the right one
    // makes words of them.
    private static readonly SearchValues<char> Familiar = SearchValues.Create(
        "正常異异良惡恶性陽阳陰阴腫肿瘤癌結结節节病變变炎肺心肝腎肾胃腸肠骨腦脑眼左右上下大小無无有的一是不中人出血鈣钙化影像圖图片類类別别其他未知健康損损傷伤水積积氣气胸部位前後后輕轻重度期");

    /// <summary>The likely encoding and its common name.</summary>
    /// <param name="bytes">From the first byte that is not UTF-8 on.</param>
    public static (string Name, Encoding Encoding) Of(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> sample = bytes[..Math.Min(bytes.Length, Sample)];
        (string Name, int CodePage, double Score)[] candidates =
        [
            ("Big5", Big5, DoubleByteScore(sample, Big5, IsBig5, IsCommonBig5)),
            ("GBK", Gbk, DoubleByteScore(sample, Gbk, IsGbk, IsCommonGbk)),
            ("Shift-JIS", ShiftJis, DoubleByteScore(sample, ShiftJis, IsShiftJis, IsCommonShiftJis)),
            ("Windows-1252", Windows1252, SingleByteScore(sample)),
        ];

        // The first of equal scores wins; where nothing fits, the last does: it reads any byte.
        (string Name, int CodePage, double Score) best = candidates[^1];
        foreach ((string Name, int CodePage, double Score) candidate in candidates)
        {
            if (candidate.Score > best.Score || (candidate.Score > 0 && candidate.Score.Equals(best.Score) && best.CodePage == Windows1252))
            {
                best = candidate;
            }
        }

        return (best.Name, EncodingOf(best.CodePage));
    }

    private static double DoubleByteScore(ReadOnlySpan<byte> sample, int codePage, Func<byte, byte, bool> isPair, Func<byte, byte, bool> isCommon)
    {
        int pairs = 0;
        int common = 0;
        int invalid = 0;
        for (int index = 0; index < sample.Length; index++)
        {
            if (sample[index] < 0x80)
            {
                continue;
            }

            if (index + 1 == sample.Length)
            {
                break;
            }

            if (isPair(sample[index], sample[index + 1]))
            {
                pairs++;
                common += isCommon(sample[index], sample[index + 1]) ? 1 : 0;
                index++;
            }
            else
            {
                invalid++;
            }
        }

        // One bad byte in a hundred may be damage; more is another encoding.
        return pairs == 0 || invalid * 100 > pairs ? 0 : ((double)common / pairs) + ((double)CountFamiliar(sample, codePage) / pairs);
    }

    private static int CountFamiliar(ReadOnlySpan<byte> sample, int codePage)
    {
        int familiar = 0;
        foreach (char character in EncodingOf(codePage).GetString(sample))
        {
            familiar += Familiar.Contains(character) ? 1 : 0;
        }

        return familiar;
    }

    private static Encoding EncodingOf(int codePage) => CodePagesEncodingProvider.Instance.GetEncoding(codePage)!;

    private static double SingleByteScore(ReadOnlySpan<byte> sample)
    {
        int high = 0;
        int letters = 0;
        for (int index = 0; index < sample.Length; index++)
        {
            if (sample[index] < 0x80)
            {
                continue;
            }

            high++;
            bool isAlone = (index == 0 || sample[index - 1] < 0x80) && (index + 1 == sample.Length || sample[index + 1] < 0x80);
            letters += isAlone && sample[index] is >= 0xC0 and not 0xD7 and not 0xF7 ? 1 : 0;
        }

        return high == 0 ? 0 : (double)letters / high;
    }

    private static bool IsBig5(byte lead, byte trail) => lead is >= 0xA1 and <= 0xF9 && trail is (>= 0x40 and <= 0x7E) or (>= 0xA1 and <= 0xFE);

    // Level 1 (A4 to C6): the 5,401 common characters; A1 to A3: punctuation.
    private static bool IsCommonBig5(byte lead, byte trail) => lead is >= 0xA1 and <= 0xC6;

    private static bool IsGbk(byte lead, byte trail) => lead is >= 0x81 and <= 0xFE && trail is >= 0x40 and <= 0xFE and not 0x7F;

    // GB 2312 level 1 (B0 to D7): the 3,755 common characters; A1 to A3: punctuation and full-width forms.
    private static bool IsCommonGbk(byte lead, byte trail) => trail >= 0xA1 && lead is (>= 0xB0 and <= 0xD7) or (>= 0xA1 and <= 0xA3);

    private static bool IsShiftJis(byte lead, byte trail) =>
        lead is (>= 0x81 and <= 0x9F) or (>= 0xE0 and <= 0xFC) && trail is (>= 0x40 and <= 0x7E) or (>= 0x80 and <= 0xFC);

    // 81: punctuation; 82 and 83: kana and full-width forms; 88 to 97: JIS level 1.
    private static bool IsCommonShiftJis(byte lead, byte trail) => lead is (>= 0x81 and <= 0x83) or (>= 0x88 and <= 0x97);
}
