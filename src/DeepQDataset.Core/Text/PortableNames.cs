using System.Text;

namespace DeepQDataset.Text;

/// <summary>Names that Windows keeps for devices, with or without an extension (Win32, Naming Files).</summary>
internal static class PortableNames
{
    /// <summary>The longest file name in bytes of UTF-8 that file systems take (DQ208).</summary>
    public const int MaximumNameBytes = 255;

    /// <summary>The longest path in characters that Windows takes without being told (DQ208).</summary>
    public const int MaximumPathLength = 260;

    /// <summary>Whether a file or folder of that name cannot be made on Windows: <c>CON</c>, <c>nul.png</c>, <c>COM1.tar.gz</c>.</summary>
    public static bool IsDevice(ReadOnlySpan<char> name)
    {
        int dot = name.IndexOf('.');
        ReadOnlySpan<char> stem = (dot < 0 ? name : name[..dot]).TrimEnd(' ');
        return stem.Length switch
        {
            3 => Is(stem, "CON") || Is(stem, "PRN") || Is(stem, "AUX") || Is(stem, "NUL"),
            4 => (Is(stem[..3], "COM") || Is(stem[..3], "LPT")) && stem[3] is (>= '0' and <= '9') or '\u00B9' or '\u00B2' or '\u00B3',
            _ => false,
        };
    }

    /// <summary>Puts a name together such that it is no longer than file systems take; only the stem is shortened.</summary>
    /// <param name="stem">The name without its extension.</param>
    /// <param name="ending">What must stand behind it: a suffix and the extension.</param>
    /// <param name="folderLength">How many characters of the path stand before the name.</param>
    public static string Fit(string stem, string ending, int folderLength)
    {
        int characters = MaximumPathLength - folderLength - ending.Length;
        int bytes = MaximumNameBytes - Encoding.UTF8.GetByteCount(ending);
        if (stem.Length <= characters && Encoding.UTF8.GetByteCount(stem) <= bytes)
        {
            return stem + ending;
        }

        int length = 0;
        foreach (Rune rune in stem.EnumerateRunes())
        {
            bytes -= rune.Utf8SequenceLength;
            if (bytes < 0 || length + rune.Utf16SequenceLength > characters)
            {
                break;
            }

            length += rune.Utf16SequenceLength;
        }

        return (length == 0 ? "_" : stem[..length].TrimEnd('.', ' ')) + ending;
    }

    private static bool Is(ReadOnlySpan<char> text, string name) => text.Equals(name, StringComparison.OrdinalIgnoreCase);
}
