using System.Text;
using DeepQDataset.Text;

namespace DeepQDataset.Privacy;

/// <summary>What texts of DICOM headers may say, which are kept byte for byte as Latin-1.</summary>
internal static class HeaderText
{
    /// <summary>
    /// The encodings that files are written in that name none, or Latin 1 as many devices do whatever they write: GB18030, which holds GBK
    /// and GB 2312, Big5, Shift-JIS and Korean.
    /// </summary>
    private static readonly Encoding[] Unnamed =
        Array.ConvertAll<int, Encoding>([54936, 950, 932, 949], LegacyEncoding.GetStrict);

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>All that a value may say: in the character set that the file names, and in those that are often meant instead.</summary>
    /// <param name="latin">The value's bytes as Latin-1.</param>
    /// <param name="characterSet">Specific Character Set (0008,0005); null where there is none.</param>
    /// <returns>Different texts, at least one.</returns>
    public static IReadOnlyCollection<string> Readings(string latin, string? characterSet)
    {
        if (Ascii.IsValid(latin) && !latin.Contains('\u001B', StringComparison.Ordinal))
        {
            return [latin];
        }

        byte[] bytes = Encoding.Latin1.GetBytes(latin);
        HashSet<string> readings = new(StringComparer.Ordinal);
        if (SpecificCharacterSet.Find(characterSet) is { } declared)
        {
            readings.Add(declared.Decode(bytes));
        }

        if (TryDecode(StrictUtf8, bytes) is string utf8)
        {
            readings.Add(utf8);
        }
        else if (MayBeAnother(characterSet))
        {
            readings.Add(latin);
            foreach (Encoding encoding in Unnamed)
            {
                if (TryDecode(encoding, bytes) is string text)
                {
                    readings.Add(text);
                }
            }
        }

        return readings.Count > 0 ? readings : [latin];
    }

    private static bool MayBeAnother(string? characterSet)
    {
        string first = (characterSet ?? "").Split('\\')[0].Trim(' ', '\0');
        return first.Length == 0
            || first.EndsWith("IR 100", StringComparison.OrdinalIgnoreCase)
            || first.EndsWith("IR 6", StringComparison.OrdinalIgnoreCase)
            || SpecificCharacterSet.Find(characterSet) is null;
    }

    private static string? TryDecode(Encoding encoding, byte[] bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
