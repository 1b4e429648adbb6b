namespace DeepQDataset.Labels;

/// <summary>
/// The four numbers of a box as they may be met: with a point as they should be, or with a decimal comma, read as meant (DQ504).
/// </summary>
internal static class BoxNumber
{
    private const int LongestWithComma = 64;
    private const int ThousandsGroup = 3;

    /// <summary>Determines whether a text is a number with a point or a decimal comma.</summary>
    public static bool IsNumber(ReadOnlySpan<byte> text) => TryParse(text, isCommaDecimal: true, out _, out _);

    /// <summary>Reads a number.</summary>
    /// <param name="text">Trimmed.</param>
    /// <param name="isCommaDecimal">
    /// Indicates whether a comma can only be a decimal comma, because fields are separated otherwise; else <c>1,234</c> may be thousands
    /// and is no number.
    /// </param>
    /// <param name="value">The number.</param>
    /// <param name="hasComma">Indicates whether it has a decimal comma.</param>
    public static bool TryParse(ReadOnlySpan<byte> text, bool isCommaDecimal, out double value, out bool hasComma)
    {
        hasComma = false;
        if (NumberText.TryParse(text, out value))
        {
            return true;
        }

        int comma = text.IndexOf((byte)',');
        if (comma < 0 || text.Length > LongestWithComma || (!isCommaDecimal && text.Length - comma - 1 == ThousandsGroup))
        {
            return false;
        }

        Span<byte> pointed = stackalloc byte[LongestWithComma];
        text.CopyTo(pointed);
        pointed[comma] = (byte)'.';
        hasComma = NumberText.TryParse(pointed[..text.Length], out value);
        return hasComma;
    }

    /// <summary>Reads a number whose decimal comma was taken for a delimiter.</summary>
    /// <param name="whole">The digits before the comma, with their sign.</param>
    /// <param name="fraction">The digits behind it.</param>
    /// <param name="value">The number.</param>
    public static bool TryJoin(ReadOnlySpan<byte> whole, ReadOnlySpan<byte> fraction, out double value)
    {
        value = 0;
        if (whole.Length + fraction.Length >= LongestWithComma
            || whole.Contains((byte)'.')
            || fraction.IndexOfAnyExceptInRange((byte)'0', (byte)'9') >= 0)
        {
            return false;
        }

        Span<byte> joined = stackalloc byte[LongestWithComma];
        whole.CopyTo(joined);
        joined[whole.Length] = (byte)'.';
        fraction.CopyTo(joined[(whole.Length + 1)..]);
        return NumberText.TryParse(joined[..(whole.Length + fraction.Length + 1)], out value);
    }
}
