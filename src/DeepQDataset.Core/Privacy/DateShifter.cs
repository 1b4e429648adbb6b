using System.Globalization;

namespace DeepQDataset.Privacy;

/// <summary>Shifts dates by whole days and keeps times of day (PS3.15 section E.3.6).</summary>
internal static class DateShifter
{
    private const int DateLength = 8;
    private const string DateFormat = "yyyyMMdd";

    /// <summary>Shifts the dates of a value with representation DA or DT (PS3.5 section 6.2); several are separated by <c>\</c>.</summary>
    /// <param name="value">The value, without padding.</param>
    /// <param name="days">The number of days.</param>
    /// <returns>The shifted dates; null if one of them is not a complete date.</returns>
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
    /// Shifts one date. A date has eight digits, or points as before DICOM; a time, its fraction and a time zone may follow. Anything else
    /// after it, such as the second date of a range, would stay unchanged and reveal the shift.
    /// </summary>
    private static string? ShiftOne(string value, int days)
    {
        bool isOld = value.Length == 10 && value[4] == '.' && value[7] == '.';
        string digits = isOld ? string.Concat(value.AsSpan(0, 4), value.AsSpan(5, 2), value.AsSpan(8, 2)) : value;
        if (digits.Length < DateLength
            || !IsTimeOfDay(digits.AsSpan(DateLength))
            || !DateOnly.TryParseExact(
                digits.AsSpan(0, DateLength), DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
            || date.DayNumber + days < 0
            || date.DayNumber + days > DateOnly.MaxValue.DayNumber)
        {
            return null;
        }

        return date.AddDays(days).ToString(DateFormat, CultureInfo.InvariantCulture) + digits[DateLength..];
    }

    /// <summary>
    /// Determines whether a text consists of hours, minutes and seconds as far as known, a fraction of seconds, and the time zone.
    /// </summary>
    private static bool IsTimeOfDay(ReadOnlySpan<char> text)
    {
        int zone = text.IndexOfAny('+', '-');
        if (zone >= 0)
        {
            if (text.Length - zone != 5 || !IsDigits(text[(zone + 1)..]))
            {
                return false;
            }

            text = text[..zone];
        }

        int point = text.IndexOf('.');
        if (point >= 0)
        {
            ReadOnlySpan<char> fraction = text[(point + 1)..];
            if (point != 6 || fraction.Length is < 1 or > 6 || !IsDigits(fraction))
            {
                return false;
            }

            text = text[..point];
        }

        return text.Length is 0 or 2 or 4 or 6 && IsDigits(text);
    }

    private static bool IsDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}
