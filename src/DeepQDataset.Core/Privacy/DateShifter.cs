using System.Globalization;

namespace DeepQDataset.Privacy;

/// <summary>Moves dates by whole days; times of day stay (PS3.15 section E.3.6).</summary>
internal static class DateShifter
{
    private const int DateLength = 8;
    private const string DateFormat = "yyyyMMdd";

    /// <summary>Moves the dates of a value of representation DA or DT (PS3.5 section 6.2), several separated by <c>\</c>.</summary>
    /// <param name="value">The value, without padding.</param>
    /// <param name="days">By how many days.</param>
    /// <returns>The moved dates; null when one of them is no date to the day.</returns>
    public static string? TryShift(string value, int days)
    {
        string[] parts = value.Split('\\');
        for (int i = 0; i < parts.Length; i++)
        {
            string part = parts[i].Trim();
            string? moved = part.Length == 0 ? part : ShiftOne(part, days);
            if (moved is null)
            {
                return null;
            }

            parts[i] = moved;
        }

        return string.Join('\\', parts);
    }

    /// <summary>
    /// The date itself is eight digits, or has points in it, as before DICOM; behind it may stand a time, its fraction and a time zone.
    /// </summary>
    private static string? ShiftOne(string value, int days)
    {
        bool isOld = value.Length == 10 && value[4] == '.' && value[7] == '.';
        string digits = isOld ? string.Concat(value.AsSpan(0, 4), value.AsSpan(5, 2), value.AsSpan(8, 2)) : value;
        if (digits.Length < DateLength
            || !DateOnly.TryParseExact(
                digits.AsSpan(0, DateLength), DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
            || date.DayNumber + days < 0
            || date.DayNumber + days > DateOnly.MaxValue.DayNumber)
        {
            return null;
        }

        return date.AddDays(days).ToString(DateFormat, CultureInfo.InvariantCulture) + digits[DateLength..];
    }
}
