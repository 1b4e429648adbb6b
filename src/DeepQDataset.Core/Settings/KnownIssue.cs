using System.Text.RegularExpressions;

namespace DeepQDataset.Settings;

/// <summary>Represents a finding of an earlier report.</summary>
/// <param name="Line">Its line; 0 for none.</param>
/// <param name="Message">Its message.</param>
internal readonly record struct KnownIssue(int Line, string Message)
{
    private static readonly Regex LineNumbers =
        new("(?<word>[Ll]ines? )[0-9]+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking);

    /// <summary>Returns a message without the numbers of lines in it, which change when lines are added above.</summary>
    public static string WithoutLines(string message) => LineNumbers.Replace(message, "${word}");
}
