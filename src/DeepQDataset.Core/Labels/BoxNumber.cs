namespace DeepQDataset.Labels;

/// <summary>Reads the numbers of a box, with a point or with a decimal comma, which is accepted (DQ504).</summary>
internal static class BoxNumber
{
    private const int LongestWithComma = 64;
    private const int ThousandsGroup = 3;

    /// <summary>Determines whether a text is a number with a point or a decimal comma.</summary>
    public static bool IsNumber(ReadOnlySpan<byte> text) => TryParse(text, isCommaDecimal: true, out _, out _);

    /// <summary>Reads a number.</summary>
    /// <param name="text">The text, trimmed.</param>
    /// <param name="isCommaDecimal">
    /// Indicates whether a comma can only be a decimal comma, because another delimiter is used. Otherwise <c>1,234</c> may have a
    /// thousands separator and is not a number.
    /// </param>
    /// <param name="value">The number.</param>
    /// <param name="hasComma">Indicates whether the number has a decimal comma.</param>
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

    /// <summary>Reads a number that was split at its decimal comma.</summary>
    /// <param name="whole">The digits before the comma, with their sign.</param>
    /// <param name="fraction">The digits after the comma.</param>
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
