using System.Globalization;
using System.Text;

namespace DeepQDataset.Text;

/// <summary>Formats names and numbers for messages.</summary>
internal static class NameText
{
    private const int ShownNames = 5;

    /// <summary>Quotes a name or path. Unprintable characters and those that change the text direction are shown as code points.</summary>
    public static string Quote(ReadOnlySpan<char> name)
    {
        StringBuilder text = new(name.Length + 2);
        text.Append('\'');
        foreach (char character in name)
        {
            if (char.IsControl(character) || PortableName.IsInvisible(character))
            {
                text.Append('<').Append(CodePoint(character)).Append('>');
            }
            else
            {
                text.Append(character);
            }
        }

        return text.Append('\'').ToString();
    }

    /// <summary>Quotes the first few names and adds the number of others.</summary>
    public static string QuoteAll(IReadOnlyList<string> names)
    {
        string shown = string.Join(", ", names.Take(ShownNames).Select(name => Quote(name)));
        return names.Count <= ShownNames
            ? shown
            : string.Create(CultureInfo.InvariantCulture, $"{shown} and {names.Count - ShownNames} more");
    }

    /// <summary>Returns a number with its noun: <c>1 image</c>, <c>2 images</c>.</summary>
    public static string Count(long count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");

    /// <summary>Returns a character as <c>U+0020</c>.</summary>
    public static string CodePoint(char character) => string.Create(CultureInfo.InvariantCulture, $"U+{(int)character:X4}");
}
