using System.Globalization;

namespace DeepQDataset.Layout;

/// <summary>
/// The name of a series folder: <c>Series</c> and a whole number of at least 1, leading zeros allowed (guide chapter 2.1, figure).
/// </summary>
internal static class SeriesName
{
    private const string Prefix = "Series";

    /// <summary>Determines whether a folder's name is <c>Series&lt;N&gt;</c>.</summary>
    public static bool IsValid(ReadOnlySpan<char> name) =>
        name.StartsWith(Prefix, StringComparison.Ordinal) && IsNumber(name[Prefix.Length..]);

    /// <summary>
    /// Returns the right spelling of a near miss such as <c>series1</c>, <c>Series_1</c>, <c>Series-01</c> or <c>Series 1</c>.
    /// </summary>
    /// <param name="name">A folder's name.</param>
    /// <returns><c>Series1</c>, say; null if the name is right already or is no near miss.</returns>
    public static string? Nearest(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (IsValid(name) || !name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        ReadOnlySpan<char> number = name.AsSpan(Prefix.Length).Trim(" _-.#()");
        return IsNumber(number) ? string.Create(CultureInfo.InvariantCulture, $"{Prefix}{number}") : null;
    }

    private static bool IsNumber(ReadOnlySpan<char> digits) => digits.Length > 0
        && !digits.ContainsAnyExceptInRange('0', '9')
        && digits.ContainsAnyExcept('0');
}
