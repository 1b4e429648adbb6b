using System.Text;

namespace DeepQDataset.Text;

/// <summary>Compares similar class names (DQ603).</summary>
internal static class SimilarName
{
    /// <summary>
    /// Returns a name without details that people overlook: case, white space, full or half width (Unicode NFKC), and leading zeros.
    /// </summary>
    public static string KeyOf(string name)
    {
        StringBuilder key = new(name.Length);
        bool isInNumber = false;
        string normalized = Normalize(name);
        for (int index = 0; index < normalized.Length; index++)
        {
            char character = normalized[index];
            if (char.IsWhiteSpace(character))
            {
                isInNumber = false;
                continue;
            }

            bool isDigit = char.IsAsciiDigit(character);
            bool isLeadingZero =
                character == '0' && !isInNumber && index + 1 < normalized.Length && char.IsAsciiDigit(normalized[index + 1]);
            if (!isLeadingZero)
            {
                key.Append(char.ToLowerInvariant(character));
                isInNumber = isDigit || (isInNumber && character == '.');
            }
        }

        return key.ToString();
    }

    /// <summary>A text in Unicode NFKC: letters composed, of one width. One with half a character has no form and stays as it is.</summary>
    public static string Normalize(string name)
    {
        try
        {
            return name.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            return name;
        }
    }
}
