using System.Globalization;
using System.Text;
using DeepQDataset.Layout;

namespace DeepQDataset.Building.Planning;

/// <summary>
/// Makes one name valid: what rules DQ203, DQ204, DQ207, DQ208 and DQ308 ask of it. Letters of any script stay as they are.
/// </summary>
internal static class ImageName
{
    private const string InvalidCharacters = "\\/:*?\"<>|";
    private const string Nameless = "image";

    private static readonly HashSet<string> DeviceNames = new(
        ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", .. Numbered("COM"), .. Numbered("LPT")], StringComparer.OrdinalIgnoreCase);

    /// <summary>A valid file name for an image.</summary>
    /// <param name="name">The name it had, without folders, with an extension or without.</param>
    /// <param name="format">
    /// The format of its file; its extension takes the place of what the name promises. Unknown leaves that to the name.
    /// </param>
    public static string Clean(string name, DqImageFormat format)
    {
        string visible = TrimEnds(DropInvisible(name));
        DqImageFormat promised = ImageExtension.FormatOf(visible);
        string extension = ImageExtension.SpellingOf(format == DqImageFormat.Unknown ? promised : format);
        string stem = promised == DqImageFormat.Unknown ? visible : visible[..visible.LastIndexOf('.')];
        string clean = ReplaceInvalid(ReplaceSpace(stem));
        return AvoidDevice(clean.Length == 0 ? Nameless : clean.StartsWith('.') ? "_" + clean[1..] : clean) + extension;
    }

    /// <summary>A valid name for a study's folder, which may hold white space.</summary>
    /// <param name="name">The name it had.</param>
    public static string CleanFolder(string name)
    {
        string clean = ReplaceInvalid(TrimEnds(DropInvisible(name)));
        return AvoidDevice(clean.Length == 0 ? "study" : clean.StartsWith('.') ? "_" + clean[1..] : clean);
    }

    private static string[] Numbered(string device) => "0123456789¹²³".Select(digit => device + digit).ToArray();

    /// <summary>The name in Unicode NFC, without zero-width and bidirectional control characters.</summary>
    internal static string DropInvisible(string name)
    {
        if (Ascii.IsValid(name))
        {
            return name;
        }

        StringBuilder visible = new(name.Length);
        foreach (Rune rune in name.EnumerateRunes()) // half a surrogate pair comes as U+FFFD, which NFC can take
        {
            if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format)
            {
                visible.Append(rune.ToString());
            }
        }

        string text = visible.ToString();
        return text.IsNormalized(NormalizationForm.FormC) ? text : text.Normalize(NormalizationForm.FormC);
    }

    /// <summary>The name with <c>_</c> in place of characters that are not allowed (DQ203).</summary>
    internal static string ReplaceInvalid(string name) => Replace(
        name, static character => char.IsControl(character) || InvalidCharacters.Contains(character, StringComparison.Ordinal));

    /// <summary>The name with <c>_</c> in place of white space (DQ204).</summary>
    internal static string ReplaceSpace(string name) => Replace(name, char.IsWhiteSpace);

    private static string TrimEnds(string name)
    {
        int end = name.Length;
        while (end > 0 && (name[end - 1] == '.' || char.IsWhiteSpace(name[end - 1])))
        {
            end--;
        }

        return name[..end].TrimStart();
    }

    private static string Replace(string name, Func<char, bool> isBad)
    {
        string clean = string.Create(name.Length, (name, isBad), static (target, state) =>
        {
            for (int index = 0; index < target.Length; index++)
            {
                char character = state.name[index];
                target[index] = state.isBad(character) ? '_' : character;
            }
        });
        return string.Equals(clean, name, StringComparison.Ordinal) ? name : clean;
    }

    /// <summary>A name that Windows keeps for no device (DQ208).</summary>
    internal static string AvoidDevice(string name)
    {
        int dot = name.IndexOf('.', StringComparison.Ordinal);
        string device = (dot < 0 ? name : name[..dot]).TrimEnd();
        return DeviceNames.Contains(device) ? "_" + name : name;
    }
}
