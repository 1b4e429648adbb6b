using System.Text.RegularExpressions;

namespace DeepQDataset.Labels;

/// <summary>
/// Names of images that a program took for numbers, as spreadsheets and data frames do: <c>00001</c> becomes <c>1</c>, <c>1</c> becomes
/// <c>1.0</c>, <c>2019010112345</c> becomes <c>2.019E+12</c>.
/// </summary>
internal static partial class SpreadsheetName
{
    private const string AddedFraction = ".0";

    /// <summary>Whether a name is a number in short form, whose digits are lost.</summary>
    public static bool IsShortened(string name) => Shortened().IsMatch(name);

    /// <summary>A whole number that got a fraction, without it; null for any other name.</summary>
    public static string? WithoutFraction(string name) =>
        name.EndsWith(AddedFraction, StringComparison.Ordinal) && IsNumber(name.AsSpan(0, name.Length - AddedFraction.Length))
            ? name[..^AddedFraction.Length]
            : null;

    /// <summary>Whether a name consists of digits alone.</summary>
    public static bool IsNumber(ReadOnlySpan<char> name) => name.Length > 0 && !name.ContainsAnyExceptInRange('0', '9');

    /// <summary>A number without the zeros before it; <c>0</c> stays.</summary>
    /// <param name="number">Digits alone.</param>
    public static ReadOnlySpan<char> WithoutZeros(ReadOnlySpan<char> number) =>
        number.TrimStart('0') is { IsEmpty: false } rest ? rest : number[^1..];

    [GeneratedRegex(
        @"^[0-9]([.,][0-9]+)?[eE]\+[0-9]{1,3}$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Shortened();
}
