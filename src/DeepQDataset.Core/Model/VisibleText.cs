using System.Globalization;
using System.Text;

namespace DeepQDataset;

/// <summary>Makes texts safe to show: names in datasets may contain control characters, which a terminal would obey.</summary>
internal static class VisibleText
{
    /// <summary>Returns a text with control characters as code points, such as <c>&lt;U+001B&gt;</c>; line feeds stay.</summary>
    public static string Of(string text)
    {
        if (!text.Any(IsHidden))
        {
            return text;
        }

        StringBuilder visible = new(text.Length + 8);
        foreach (char character in text)
        {
            if (IsHidden(character))
            {
                visible.Append(CultureInfo.InvariantCulture, $"<U+{(int)character:X4}>");
            }
            else
            {
                visible.Append(character);
            }
        }

        return visible.ToString();
    }

    private static bool IsHidden(char character) => char.IsControl(character) && character != '\n';
}
