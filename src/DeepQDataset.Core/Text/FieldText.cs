using System.Text;

namespace DeepQDataset.Text;

/// <summary>Examines fields as UTF-8 bytes.</summary>
internal static class FieldText
{
    private const int LongestQuotation = 80;

    /// <summary>Trims white space, including that of Unicode, from both ends.</summary>
    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text)
    {
        if (text.Length == 0 || (IsPlain(text[0]) && IsPlain(text[^1])))
        {
            return text;
        }

        while (text.Length > 0
            && Rune.DecodeFromUtf8(text, out Rune first, out int used) == System.Buffers.OperationStatus.Done
            && Rune.IsWhiteSpace(first))
        {
            text = text[used..];
        }

        while (text.Length > 0
            && Rune.DecodeLastFromUtf8(text, out Rune last, out int used) == System.Buffers.OperationStatus.Done
            && Rune.IsWhiteSpace(last))
        {
            text = text[..^used];
        }

        return text;
    }

    /// <summary>Determines whether a field as stored, including quotes, has white space around its value.</summary>
    public static bool HasSpaceAround(ReadOnlySpan<byte> raw) =>
        raw.Length > 0 && (raw[0] is (byte)' ' or (byte)'\t' || raw[^1] is (byte)' ' or (byte)'\t');

    /// <summary>Determines whether a field as stored is in double quotes.</summary>
    public static bool IsQuoted(ReadOnlySpan<byte> raw)
    {
        int start = raw.IndexOfAnyExcept((byte)' ', (byte)'\t');
        return start >= 0 && raw[start] == '"';
    }

    /// <summary>Returns a field without any double quotes, trimmed: the best guess if quotes are misplaced.</summary>
    public static ReadOnlySpan<byte> WithoutQuotes(ReadOnlySpan<byte> field)
    {
        if (!field.Contains((byte)'"'))
        {
            return Trim(field);
        }

        byte[] kept = new byte[field.Length];
        int length = 0;
        foreach (byte value in field)
        {
            kept[length] = value;
            length += value == '"' ? 0 : 1;
        }

        return Trim(kept.AsSpan(0, length));
    }

    /// <summary>Returns the number of line ends in a text: CR, LF and CR LF are one each.</summary>
    public static int CountLineBreaks(ReadOnlySpan<byte> text)
    {
        int breaks = text.Count((byte)'\n');
        for (int at = text.IndexOf((byte)'\r'); at >= 0;)
        {
            breaks += at + 1 == text.Length || text[at + 1] != '\n' ? 1 : 0;
            int next = text[(at + 1)..].IndexOf((byte)'\r');
            at = next < 0 ? -1 : at + 1 + next;
        }

        return breaks;
    }

    /// <summary>Quotes a value for a message, with control characters made visible, shortened if it is long.</summary>
    public static string Quote(ReadOnlySpan<byte> value) =>
        Quote(Encoding.UTF8.GetString(value.Length > LongestQuotation * 4 ? value[..(LongestQuotation * 4)] : value));

    /// <summary>Quotes a value for a message, with control characters made visible, shortened if it is long.</summary>
    public static string Quote(string value)
    {
        int length = Math.Min(value.Length, LongestQuotation);
        length -= length < value.Length && char.IsHighSurrogate(value[length - 1]) ? 1 : 0;
        return length < value.Length ? $"{NameText.Quote(value.AsSpan(0, length))[..^1]}…'" : NameText.Quote(value);
    }

    // Neither white space nor the start of a multi-byte character, which might be white space.
    private static bool IsPlain(byte value) => value > ' ' && value < 0x7F;
}
