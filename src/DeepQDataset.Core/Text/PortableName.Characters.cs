using System.Buffers;
using System.Text;

namespace DeepQDataset.Text;

/// <content>The characters of names.</content>
internal static partial class PortableName
{
    /// <summary>
    /// The characters that Windows forbids in names beside control characters (Win32, Naming Files); <c>/</c> separates paths on all
    /// systems.
    /// </summary>
    private const string Forbidden = "\\/:*?\"<>|";

    /// <summary>
    /// Zero-width characters and bidirectional controls (Unicode, Bidi_Control and the zero-width ones of General Punctuation).
    /// </summary>
    private static readonly SearchValues<char> Invisible = SearchValues.Create(
        "\u061C\u180E\u200B\u200C\u200D\u200E\u200F\u202A\u202B\u202C\u202D\u202E"
        + "\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\uFEFF");

    private static readonly SearchValues<char> Plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-.");

    /// <summary>Determines whether a character is zero-width or a bidirectional control.</summary>
    public static bool IsInvisible(char character) => Invisible.Contains(character);

    /// <summary>Returns the first zero-width character or bidirectional control; null if there is none (DQ207).</summary>
    public static char? FirstInvisible(ReadOnlySpan<char> name)
    {
        int index = name.IndexOfAny(Invisible);
        return index < 0 ? null : name[index];
    }

    /// <summary>Returns the first unpaired surrogate, which no encoding can store; null if there is none (DQ207).</summary>
    public static char? FirstUnpairedSurrogate(ReadOnlySpan<char> name)
    {
        for (int index = 0; index < name.Length; index++)
        {
            if (char.IsSurrogate(name[index]))
            {
                if (index + 1 == name.Length || !char.IsSurrogatePair(name[index], name[index + 1]))
                {
                    return name[index];
                }

                index++;
            }
        }

        return null;
    }

    /// <summary>Returns the first control character, or character that Windows forbids in a name; null if there is none (DQ203).</summary>
    public static char? FirstForbidden(ReadOnlySpan<char> name) => First(name, IsForbidden);

    /// <summary>Returns the first white space that is not a control character; null if there is none (DQ204).</summary>
    public static char? FirstSpace(ReadOnlySpan<char> name) => First(name, IsSpace);

    private static bool IsForbidden(char character) => char.IsControl(character) || Forbidden.Contains(character, StringComparison.Ordinal);

    private static bool IsSpace(char character) => char.IsWhiteSpace(character) && !char.IsControl(character);

    private static bool IsNormalized(string name) =>
        Ascii.IsValid(name)
        || (FirstInvisible(name) is null && FirstUnpairedSurrogate(name) is null && IsComposed(name));

    /// <summary>Returns the name in NFC without invisible characters; U+FFFD replaces an unpaired surrogate.</summary>
    private static string Normalize(string name)
    {
        StringBuilder visible = new(name.Length);
        foreach (Rune rune in name.EnumerateRunes())
        {
            if (!rune.IsBmp || !IsInvisible((char)rune.Value))
            {
                visible.Append(rune.ToString());
            }
        }

        string text = visible.ToString();
        return IsComposed(text) ? text : text.Normalize(NormalizationForm.FormC);
    }

    /// <summary>
    /// Determines whether a text is in NFC. A text with a code point that the system does not consider a character cannot be normalized and
    /// passes.
    /// </summary>
    private static bool IsComposed(string text)
    {
        try
        {
            return text.IsNormalized(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return true;
        }
    }

    private static char? First(ReadOnlySpan<char> name, Func<char, bool> isSought)
    {
        foreach (char character in name)
        {
            if (isSought(character))
            {
                return character;
            }
        }

        return null;
    }
}
