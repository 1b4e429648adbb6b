using System.Buffers;
using System.Globalization;
using System.Numerics;

namespace DeepQDataset.Labels;

/// <summary>
/// Reads and writes the numbers of label.csv: decimal digits, a point, no exponent, no thousands separators, in invariant culture.
/// </summary>
internal static class NumberText
{
    private const int LongestDouble = 32;

    // Up to 15 digits are exact in a double, and so are the powers of ten up to 10^22, so that one division rounds correctly.
    private const int ExactDigits = 15;

    private const NumberStyles Decimal = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
    private static readonly SearchValues<char> ExponentMarks = SearchValues.Create("Ee");
    private static readonly double[] PowersOfTen = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    /// <summary>
    /// Determines whether a text is a pure number: an optional sign, ASCII digits, and at most one point. Such a class must be quoted
    /// (guide 2.2).
    /// </summary>
    public static bool IsPureNumber(ReadOnlySpan<char> text) => IsPureNumberOf(text);

    /// <summary>Reads a number; false if the text is not a number, or is too large for a double.</summary>
    /// <param name="text">The text: an optional sign, digits, and at most one point.</param>
    /// <param name="value">The number; 0 on failure.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out double value)
    {
        value = 0;
        return IsPureNumberOf(text) && double.TryParse(text, Decimal, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
    }

    /// <summary>Returns the shortest text without an exponent that reads back as the same number.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is infinite or not a number.</exception>
    public static string Format(double value)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "A number in label.csv must be finite.");
        }

        // Adding zero turns -0 into 0.
        string text = (value + 0.0).ToString("R", CultureInfo.InvariantCulture);
        int mark = text.AsSpan().IndexOfAny(ExponentMarks);
        return mark < 0 ? text : WithoutExponent(text, mark);
    }

    /// <summary>Determines whether a text in UTF-8 is a pure number.</summary>
    internal static bool IsPureNumber(ReadOnlySpan<byte> text) => IsPureNumberOf(text);

    /// <summary>Reads a number in UTF-8; false if the text is not a number, or is too large for a double.</summary>
    internal static bool TryParse(ReadOnlySpan<byte> text, out double value)
    {
        ReadOnlySpan<byte> unsigned = text.Length > 0 && text[0] is (byte)'-' or (byte)'+' ? text[1..] : text;
        if (unsigned.Length <= ExactDigits)
        {
            bool isRead = TryParseShort(unsigned, out value);
            value = unsigned.Length < text.Length && text[0] == '-' ? 0.0 - value : value;
            return isRead;
        }

        value = 0;
        return IsPureNumberOf(text) && double.TryParse(text, Decimal, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
    }

    /// <summary>Formats a number like <see cref="Format(double)"/>.</summary>
    /// <returns>The text, in <paramref name="buffer"/> if it fits.</returns>
    internal static ReadOnlySpan<char> Format(double value, Span<char> buffer)
    {
        double positiveZero = value + 0.0;
        if (double.IsFinite(value)
            && buffer.Length >= LongestDouble
            && positiveZero.TryFormat(buffer, out int written, "R", CultureInfo.InvariantCulture)
            && !buffer[..written].ContainsAny(ExponentMarks))
        {
            return buffer[..written];
        }

        return Format(value);
    }

    private static bool IsPureNumberOf<T>(ReadOnlySpan<T> text)
        where T : unmanaged, IBinaryInteger<T>
    {
        int digits = 0;
        int points = 0;
        for (int index = 0; index < text.Length; index++)
        {
            char character = (char)ushort.CreateTruncating(text[index]);
            if (char.IsAsciiDigit(character))
            {
                digits++;
            }
            else if (character == '.')
            {
                points++;
            }
            else if (index > 0 || character is not ('+' or '-'))
            {
                return false;
            }
        }

        return digits > 0 && points <= 1;
    }

    private static bool TryParseShort(ReadOnlySpan<byte> text, out double value)
    {
        long digits = 0;
        int point = -1;
        for (int index = 0; index < text.Length; index++)
        {
            int digit = text[index] - '0';
            if ((uint)digit <= 9)
            {
                digits = (digits * 10) + digit;
            }
            else if (text[index] == '.' && point < 0)
            {
                point = index;
            }
            else
            {
                value = 0;
                return false;
            }
        }

        value = point < 0 ? digits : digits / PowersOfTen[text.Length - point - 1];
        return text.Length > (point < 0 ? 0 : 1);
    }

    private static string WithoutExponent(string text, int mark)
    {
        int exponent = int.Parse(text.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        string sign = text[0] == '-' ? "-" : "";
        string mantissa = text[sign.Length..mark];
        int point = mantissa.IndexOf('.', StringComparison.Ordinal);
        string digits = point < 0 ? mantissa : mantissa.Remove(point, 1);
        int whole = (point < 0 ? mantissa.Length : point) + exponent;
        if (whole <= 0)
        {
            return $"{sign}0.{new string('0', -whole)}{digits}";
        }

        return whole >= digits.Length ? $"{sign}{digits.PadRight(whole, '0')}" : $"{sign}{digits[..whole]}.{digits[whole..]}";
    }
}
