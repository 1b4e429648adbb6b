using System.Globalization;
using System.Text;
using DeepQDataset.Text;

namespace DeepQDataset.Json;

/// <summary>Describes why a text is not valid JSON.</summary>
internal static class JsonFaultText
{
    /// <summary>The text ends early.</summary>
    public const string EndsEarly = "the text is incomplete";

    /// <summary>Says that texts are not UTF-8, and which encoding they look like.</summary>
    /// <param name="text">JSON from the first such text on.</param>
    public static string NotUtf8(ReadOnlySpan<byte> text)
    {
        List<ReadOnlyMemory<byte>> strings = [];
        for (int end = text.IndexOf((byte)'"'); !text.IsEmpty; end = text.IndexOf((byte)'"'))
        {
            ReadOnlySpan<byte> between = end < 0 ? text : text[..end];
            text = end < 0 ? [] : text[(end + 1)..];
            if (!Ascii.IsValid(between))
            {
                strings.Add(between.ToArray());
            }
        }

        CodePageGuess guess = CodePageGuess.From(strings);
        return guess.IsPlausible && guess.CodePage != CodePage.Utf8
            ? $"the text is not UTF-8; it looks like {guess.CodePage.FullName}"
            : "the text is not UTF-8";
    }

    /// <summary>Describes the unexpected text.</summary>
    /// <param name="rest">The text from the position where the runtime's reader stopped, as far as it has been read.</param>
    /// <param name="depth">The number of objects and arrays around the position.</param>
    /// <param name="place">The position.</param>
    public static JsonFault Describe(ReadOnlySpan<byte> rest, int depth, JsonPlace place)
    {
        string message = rest.IsEmpty ? EndsEarly
            : rest[0] is (byte)'{' or (byte)'[' && depth + 1 >= JsonStreamReader.MaximumDepth
                ? $"it is nested more than {JsonStreamReader.MaximumDepth} levels deep"
            : rest[0] is 0 or 0xFF or 0xFE || (rest.Length > 1 && rest[1] == 0) ? "the text is not UTF-8; it looks like UTF-16"
            : NotANumber(rest) is string word ? $"{word} is not a number of JSON"
            : $"{Character(rest)} is not expected here";
        return new JsonFault(message, place);
    }

    private static string? NotANumber(ReadOnlySpan<byte> rest) => rest.StartsWith("NaN"u8) ? "NaN"
        : rest.StartsWith("Infinity"u8) || rest.StartsWith("-Infinity"u8) ? "Infinity"
        : null;

    private static string Character(ReadOnlySpan<byte> rest) =>
        Rune.DecodeFromUtf8(rest, out Rune rune, out _) == System.Buffers.OperationStatus.Done && !Rune.IsControl(rune)
            ? $"'{rune}'"
            : string.Create(CultureInfo.InvariantCulture, $"the byte 0x{rest[0]:X2}");
}
