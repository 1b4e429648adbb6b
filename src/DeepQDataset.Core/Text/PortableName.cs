using System.Text;

namespace DeepQDataset.Text;

/// <summary>
/// Determines which names of files and folders every system can store, and corrects others. Rules, repair, packing and extraction all use
/// this class, so that exactly what a rule reports is renamed.
/// </summary>
internal static partial class PortableName
{
    /// <summary>The maximum length of a name in UTF-8 bytes on common file systems (ext4, APFS, and approximately NTFS; DQ208).</summary>
    public const int MaximumBytes = 255;

    /// <summary>The maximum length of a path in characters for a Windows program without long-path support (MAX_PATH; DQ208).</summary>
    public const int MaximumPathLength = 260;

    /// <summary>
    /// The length to which the name of a study is shortened if a path is too long; the rest is for the series and the file.
    /// </summary>
    public const int ShortFolderLength = 140;

    /// <summary>Returns the faults of a file name.</summary>
    /// <param name="name">The name, without folders.</param>
    /// <param name="pathLength">The length of its path in characters; 0 to ignore it.</param>
    public static NameFaults FaultsOfFile(ReadOnlySpan<char> name, int pathLength = 0)
    {
        NameFaults faults = pathLength > MaximumPathLength || HasBadEnd(name, isFolder: false) || IsTooLong(name) || IsDevice(name)
            ? NameFaults.Portability
            : NameFaults.None;
        if (!name.ContainsAnyExcept(Plain))
        {
            return faults; // The usual name: it has no other fault.
        }

        return faults
            | (FirstForbidden(name) is null ? NameFaults.None : NameFaults.Character)
            | (FirstSpace(name) is null ? NameFaults.None : NameFaults.Space)
            | (IsNormalized(name.ToString()) ? NameFaults.None : NameFaults.Normalization);
    }

    /// <summary>
    /// Returns the faults of a folder name, which may contain white space. A forbidden character makes it a name that Windows cannot store.
    /// </summary>
    /// <param name="name">The name, without parent folders.</param>
    public static NameFaults FaultsOfFolder(string name) =>
        (HasBadEnd(name, isFolder: true) || IsTooLong(name) || IsDevice(name) || FirstForbidden(name) is not null
            ? NameFaults.Portability
            : NameFaults.None)
        | (IsNormalized(name) ? NameFaults.None : NameFaults.Normalization);

    /// <summary>
    /// A name in Unicode's composed form (NFC) without invisible characters: what names that look the same have in common. A path may be
    /// given as well.
    /// </summary>
    public static string VisibleForm(string name) => IsNormalized(name) ? name : Normalize(name);

    /// <summary>Corrects a file name, except for its length, see <see cref="Fit"/>.</summary>
    /// <param name="name">The name, without folders.</param>
    /// <param name="faults">The faults to correct. A name without them is unchanged.</param>
    /// <returns>The name; empty if nothing is left.</returns>
    public static string MendFile(string name, NameFaults faults)
    {
        string mended = faults.HasFlag(NameFaults.Normalization) && !IsNormalized(name) ? Normalize(name) : name;
        mended = TrimEnds(mended, faults);
        bool avoidsForbidden = faults.HasFlag(NameFaults.Character);
        bool avoidsSpace = faults.HasFlag(NameFaults.Space);
        mended = Replace(mended, character => (avoidsForbidden && IsForbidden(character)) || (avoidsSpace && IsSpace(character)));
        return faults.HasFlag(NameFaults.Portability) ? AvoidDevice(mended) : mended;
    }

    /// <summary>Corrects a folder name.</summary>
    /// <param name="name">The name, without parent folders.</param>
    /// <param name="faults">The faults to correct. A name without them is unchanged.</param>
    /// <returns>The name; empty if nothing is left.</returns>
    public static string MendFolder(string name, NameFaults faults)
    {
        string mended = faults.HasFlag(NameFaults.Normalization) && !IsNormalized(name) ? Normalize(name) : name;
        if (!faults.HasFlag(NameFaults.Portability))
        {
            return mended;
        }

        mended = AvoidDevice(Replace(mended.TrimEnd('.', ' '), IsForbidden));
        return IsTooLong(mended) ? Fit(mended, "", 0) : mended;
    }

    /// <summary>Combines a name within the maximum length of file systems; only the stem is shortened.</summary>
    /// <param name="stem">The name without its extension.</param>
    /// <param name="ending">The ending: a suffix and the extension.</param>
    /// <param name="folderLength">The number of characters of the path before the name.</param>
    public static string Fit(string stem, string ending, int folderLength)
    {
        int characters = MaximumPathLength - folderLength - ending.Length;
        int bytes = MaximumBytes - Encoding.UTF8.GetByteCount(ending);
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

        string cut = stem[..length].TrimEnd('.', ' ');
        return cut.Length == 0 ? "_" + ending : IsDevice(cut) ? "_" + cut[1..] + ending : cut + ending;
    }

    /// <summary>Returns a folder name, shortened to <see cref="ShortFolderLength"/> characters.</summary>
    public static string ShortenFolder(string name) => Fit(name, "", MaximumPathLength - ShortFolderLength);

    /// <summary>
    /// Determines whether Windows reserves a name for a device, with or without an extension (Win32, Naming Files and Consoles):
    /// <c>CON</c>, <c>nul.png</c>, <c>COM1.tar.gz</c>, <c>CONIN$</c>.
    /// </summary>
    public static bool IsDevice(ReadOnlySpan<char> name)
    {
        int dot = name.IndexOf('.');
        ReadOnlySpan<char> stem = (dot < 0 ? name : name[..dot]).TrimEnd(' ');
        return stem.Length switch
        {
            3 => Is(stem, "CON") || Is(stem, "PRN") || Is(stem, "AUX") || Is(stem, "NUL"),
            4 => (Is(stem[..3], "COM") || Is(stem[..3], "LPT")) && stem[3] is (>= '0' and <= '9') or '\u00B9' or '\u00B2' or '\u00B3',
            6 => Is(stem, "CONIN$"),
            7 => Is(stem, "CONOUT$"),
            _ => false,
        };
    }

    private static bool Is(ReadOnlySpan<char> text, string name) => text.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static string AvoidDevice(string name) => IsDevice(name) ? "_" + name : name;

    /// <summary>
    /// Determines whether Windows ignores the last character. A blank at the end of a file name is already white space (DQ204).
    /// </summary>
    private static bool HasBadEnd(ReadOnlySpan<char> name, bool isFolder) => name.EndsWith(".") || (isFolder && name.EndsWith(" "));

    private static bool IsTooLong(ReadOnlySpan<char> name) =>
        name.Length * 3 > MaximumBytes && Encoding.UTF8.GetByteCount(name) > MaximumBytes;

    /// <summary>Trims characters at the ends that need not become <c>_</c>. A visible name does not become a hidden one.</summary>
    private static string TrimEnds(string name, NameFaults faults)
    {
        int end = name.Length;
        while (end > 0 && ((faults.HasFlag(NameFaults.Portability) && name[end - 1] is '.' or ' ') || IsTrimmed(name[end - 1], faults)))
        {
            end--;
        }

        int start = 0;
        while (start < end && IsTrimmed(name[start], faults))
        {
            start++;
        }

        return start > 0 && start < end && name[start] == '.' ? "_" + name[start..end] : name[start..end];
    }

    private static bool IsTrimmed(char character, NameFaults faults) =>
        char.IsWhiteSpace(character) && faults.HasFlag(char.IsControl(character) ? NameFaults.Character : NameFaults.Space);

    private static string Replace(string name, Func<char, bool> isBad)
    {
        char[]? mended = null;
        for (int index = 0; index < name.Length; index++)
        {
            if (isBad(name[index]))
            {
                mended ??= name.ToCharArray();
                mended[index] = '_';
            }
        }

        return mended is null ? name : new string(mended);
    }
}
