namespace DeepQDataset.Imaging.Dicom;

/// <summary>
/// Distinguishes dummy values (blank, zeros, "ANONYMOUS", the first of January 1900) from values that may identify a person.
/// </summary>
internal static class DummyText
{
    private static readonly string[] Words =
    [
        "anon", "anonym", "anonymous", "anonymized", "anonymised", "available", "de", "deidentified", "dummy", "hidden", "identified",
        "masked", "na", "name", "nil", "no", "none", "not", "null", "patient", "redacted", "removed", "undefined", "unknown", "unspecified",
    ];

    private static readonly string[] Dates = ["19000101", "18000101", "00010101", "11111111", "99991231"];

    /// <summary>Determines whether a value consists only of dummy words, zeros, X, or punctuation, or is a dummy date.</summary>
    /// <param name="value">The value or its start, without padding.</param>
    public static bool IsDummy(ReadOnlySpan<byte> value)
    {
        while (!value.IsEmpty)
        {
            int end = 0;
            while (end < value.Length && IsPartOfWord(value[end]))
            {
                end++;
            }

            if (end > 0 && !IsDummyWord(value[..end]))
            {
                return false;
            }

            value = value[Math.Min(value.Length, end + 1)..];
        }

        return true;
    }

    private static bool IsPartOfWord(byte character) => char.IsAsciiLetterOrDigit((char)character) || character >= 0x80;

    private static bool IsDummyWord(ReadOnlySpan<byte> word) =>
        !word.ContainsAnyExcept((byte)'0')
        || !word.ContainsAnyExcept((byte)'X', (byte)'x')
        || IsAnyOf(word, Words)
        || IsAnyOf(word, Dates);

    private static bool IsAnyOf(ReadOnlySpan<byte> word, string[] known)
    {
        foreach (string candidate in known)
        {
            if (System.Text.Ascii.EqualsIgnoreCase(word, candidate))
            {
                return true;
            }
        }

        return false;
    }
}
