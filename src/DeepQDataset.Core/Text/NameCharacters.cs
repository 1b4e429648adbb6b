using System.Buffers;
using System.Text;

namespace DeepQDataset.Text;

/// <summary>Looks for characters that make a file's name trouble.</summary>
internal static class NameCharacters
{
    /// <summary>Zero-width characters and bidirectional controls (Unicode, Bidi_Control and the zero-width ones of General Punctuation).</summary>
    private static readonly SearchValues<char> Invisible = SearchValues.Create(
        "\u061C\u180E\u200B\u200C\u200D\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\uFEFF");

    private static readonly SearchValues<char> Plain = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-.");

    /// <summary>Whether a name has nothing but letters, digits, <c>_</c>, <c>-</c> and <c>.</c> of ASCII.</summary>
    public static bool IsPlain(ReadOnlySpan<char> name) => !name.ContainsAnyExcept(Plain);

    /// <summary>Whether a character is zero-width or a bidirectional control.</summary>
    public static bool IsInvisible(char character) => Invisible.Contains(character);

    /// <summary>The first zero-width character or bidirectional control; null if there is none.</summary>
    public static char? FirstInvisible(ReadOnlySpan<char> name) => First(name, IsInvisible);

    /// <summary>The first control character, or character that Windows forbids in a name; null if there is none (DQ203).</summary>
    public static char? FirstInvalid(ReadOnlySpan<char> name) =>
        First(name, static character => char.IsControl(character) || character is '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|');

    /// <summary>The first white space that is no control character; null if there is none (DQ204).</summary>
    public static char? FirstSpace(ReadOnlySpan<char> name) => First(name, static character => char.IsWhiteSpace(character) && !char.IsControl(character));

    /// <summary>Whether a name is in Unicode's form NFC. One that is no valid Unicode at all has no forms and passes.</summary>
    public static bool IsComposed(string name)
    {
        try
        {
            return name.IsNormalized(NormalizationForm.FormC);
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
