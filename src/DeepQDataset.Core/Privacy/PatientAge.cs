using System.Globalization;

namespace DeepQDataset.Privacy;

/// <summary>Ages as DICOM writes them (AS, PS3.5 section 6.2): three digits and D, W, M or Y.</summary>
internal static class PatientAge
{
    /// <summary>The most years that are told.</summary>
    private const int MostYears = 89;

    private const string Older = "090Y";

    /// <summary>Gives ages of at most 89 years as they are, and <c>090Y</c> for all others and for what is not an age.</summary>
    /// <param name="age">One age or several, divided by backslashes; empty where there is none.</param>
    public static string Limit(string age) =>
        age.Length == 0 ? age : string.Join('\\', age.Split('\\').Select(static one => IsTold(one.Trim()) ? one : Older));

    private static bool IsTold(string age)
    {
        if (age.Length == 0)
        {
            return true;
        }

        double years = char.ToUpperInvariant(age[^1]) switch
        {
            'D' => 1 / 365.25,
            'W' => 7 / 365.25,
            'M' => 1 / 12.0,
            'Y' => 1,
            _ => char.IsAsciiDigit(age[^1]) ? 1 : double.PositiveInfinity,
        };
        ReadOnlySpan<char> digits = char.IsAsciiDigit(age[^1]) ? age : age.AsSpan(0, age.Length - 1);
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number * years < MostYears + 1;
    }
}
