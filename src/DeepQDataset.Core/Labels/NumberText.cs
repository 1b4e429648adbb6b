using System.Buffers;
using System.Globalization;

namespace DeepQDataset.Labels;

/// <summary>Numbers as label.csv spells them: decimal digits, a point, no exponent, no thousands separators; never by the machine's culture.</summary>
public static class NumberText
{
    private const int LongestDouble = 32;
    private static readonly SearchValues<char> ExponentMarks = SearchValues.Create("Ee");

    /// <summary>Whether a text is a pure number: an optional sign, ASCII digits, and at most one point (guide 2.2: such a class needs quotes).</summary>
    public static bool IsPureNumber(ReadOnlySpan<char> text)
    {
        if (text.Length > 0 && text[0] is '+' or '-')
        {
            text = text[1..];
        }

        int digits = 0;
        int points = 0;
        foreach (char character in text)
        {
            if (char.IsAsciiDigit(character))
            {
                digits++;
            }
            else if (character == '.')
            {
                points++;
            }
            else
            {
                return false;
            }
        }

        return digits > 0 && points <= 1;
    }

    /// <summary>The shortest text that reads back as the same number, without an exponent.</summary>
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

    /// <summary>Writes a number as <see cref="Format(double)"/> does.</summary>
    /// <returns>The text, in <paramref name="buffer"/> where it fits.</returns>
    internal static ReadOnlySpan<char> Format(double value, Span<char> buffer)
    {
        double positiveZero = value + 0.0;
        if (double.IsFinite(value) && buffer.Length >= LongestDouble
            && positiveZero.TryFormat(buffer, out int written, "R", CultureInfo.InvariantCulture) && !buffer[..written].ContainsAny(ExponentMarks))
        {
            return buffer[..written];
        }

        return Format(value);
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
