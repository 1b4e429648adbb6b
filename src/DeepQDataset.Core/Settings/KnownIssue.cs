using System.Text.RegularExpressions;

namespace DeepQDataset.Settings;

/// <summary>Represents an issue of an earlier report.</summary>
/// <param name="Line">The line; 0 if there is none.</param>
/// <param name="Message">The message.</param>
internal readonly record struct KnownIssue(int Line, string Message)
{
    private static readonly Regex LineNumbers =
        new("(?<word>[Ll]ines? )[0-9]+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking);

    /// <summary>Returns a message without line numbers, which change when lines are inserted above.</summary>
    public static string WithoutLines(string message) => LineNumbers.Replace(message, "${word}");
}
