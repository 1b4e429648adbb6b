using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace DeepQDataset.TestKit.Platform;

/// <summary>Numbers as pandas reads them from text.</summary>
internal static partial class PlatformNumber
{
    /// <summary>White space that numbers may have around them: ASCII's alone.</summary>
    private static readonly char[] Space = [' ', '\t', '\n', '\v', '\f', '\r'];

    /// <summary>Returns the whole number that a text means; null if it is none.</summary>
    public static BigInteger? ParseWhole(string text) =>
        BigInteger.TryParse(text.Trim(Space), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out BigInteger number)
            ? number
            : null;

    /// <summary>Returns the number that a text means; null if it is none to pandas.</summary>
    public static double? Parse(string text)
    {
        string trimmed = text.Trim(Space);
        if (Decimal().IsMatch(trimmed))
        {
            return double.Parse(trimmed, NumberStyles.Float, CultureInfo.InvariantCulture);
        }

        return text.ToUpperInvariant() switch
        {
            "INF" or "+INF" or "INFINITY" or "+INFINITY" => double.PositiveInfinity,
            "-INF" or "-INFINITY" => double.NegativeInfinity,
            _ => null,
        };
    }

    /// <summary>
    /// Returns the number that pandas 1.1.5 makes of a text which <see cref="Parse"/> reads: all digits as one number, then one
    /// multiplication or division for each bit of the decimal exponent, each of them rounded.
    /// </summary>
    public static double ParseQuickly(string text)
    {
        Match match = Decimal().Match(text.Trim(Space));
        if (!match.Success)
        {
            return Parse(text)!.Value;
        }

        double number = 0;
        foreach (char digit in match.Groups["whole"].Value + match.Groups["fraction"].Value)
        {
            number = (number * 10) + (digit - '0');
        }

        int exponent = -match.Groups["fraction"].Length;
        if (match.Groups["exponent"].Success)
        {
            exponent += int.Parse(match.Groups["exponent"].ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        }

        double power = 10;
        for (int rest = Math.Abs(exponent); rest > 0; rest >>= 1, power *= power)
        {
            if ((rest & 1) != 0)
            {
                number = exponent < 0 ? number / power : number * power;
            }
        }

        return match.Groups["sign"].Value == "-" ? -number : number;
    }

    [GeneratedRegex(
        @"^(?<sign>[+-]?)(?:(?<whole>[0-9]+)(?:\.(?<fraction>[0-9]*))?|\.(?<fraction>[0-9]+))(?:[eE](?<exponent>[+-]?[0-9]{1,9}))?\z",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Decimal();
}
