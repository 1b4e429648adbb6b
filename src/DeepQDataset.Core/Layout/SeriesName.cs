using System.Globalization;

namespace DeepQDataset.Layout;

/// <summary>
/// Recognizes the names of series folders: <c>Series</c> and a whole number of at least 1, with optional leading zeros (guide chapter 2.1,
/// figure).
/// </summary>
internal static class SeriesName
{
    private const string Prefix = "Series";

    /// <summary>Determines whether the name of a folder is <c>Series&lt;N&gt;</c>.</summary>
    public static bool IsValid(ReadOnlySpan<char> name) =>
        name.StartsWith(Prefix, StringComparison.Ordinal) && IsNumber(name[Prefix.Length..]);

    /// <summary>
    /// Returns the correct spelling of a misspelling such as <c>series1</c>, <c>Series_1</c>, <c>Series-01</c> or <c>Series 1</c>.
    /// </summary>
    /// <param name="name">The name of a folder.</param>
    /// <returns>The correct name, such as <c>Series1</c>; null if the name is correct already or is not a misspelling.</returns>
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
