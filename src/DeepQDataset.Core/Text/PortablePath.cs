using System.Text;

namespace DeepQDataset.Text;

/// <summary>Puts an entry's path right where a file system may not take it, so that a zip unpacks to the same names everywhere.</summary>
internal static class PortablePath
{
    private const string InvalidCharacters = "<>:\"|?*\\";

    /// <summary>
    /// The path with each part valid on Windows, too: <c>_</c> for characters that names cannot have, no dot or blank at its end, no device
    /// name, at most 255 bytes. All else stays as it is.
    /// </summary>
    /// <param name="path"><c>/</c>-separated, without <c>..</c>, empty or <c>.</c> parts.</param>
    public static string From(string path)
    {
        int start = 0;
        while (start < path.Length)
        {
            int slash = path.IndexOf('/', start);
            int end = slash < 0 ? path.Length : slash;
            if (!IsPortable(path.AsSpan(start, end - start)))
            {
                return string.Join('/', path.Split('/').Select(Part));
            }

            start = end + 1;
        }

        return path;
    }

    private static bool IsPortable(ReadOnlySpan<char> name)
    {
        foreach (char character in name)
        {
            if (IsInvalid(character))
            {
                return false;
            }
        }

        return name[^1] is not ('.' or ' ') && !PortableNames.IsDevice(name)
            && (name.Length * 3 <= PortableNames.MaximumNameBytes || Encoding.UTF8.GetByteCount(name) <= PortableNames.MaximumNameBytes);
    }

    private static string Part(string name)
    {
        string valid = string.Create(name.Length, name, static (target, name) =>
        {
            for (int index = 0; index < target.Length; index++)
            {
                target[index] = IsInvalid(name[index]) ? '_' : name[index];
            }
        }).TrimEnd('.', ' ');
        valid = valid.Length == 0 ? "_" : PortableNames.IsDevice(valid) ? "_" + valid : valid;
        string extension = EntryPath.Extension(valid);
        return Encoding.UTF8.GetByteCount(valid) <= PortableNames.MaximumNameBytes
            ? valid
            : Encoding.UTF8.GetByteCount(extension) <= LongestExtension
                ? PortableNames.Fit(EntryPath.Stem(valid), extension, 0)
                : PortableNames.Fit(valid, "", 0);
    }

    /// <summary>What follows the last dot of a long name is rather a part of it than an extension.</summary>
    private const int LongestExtension = 32;

    private static bool IsInvalid(char character) =>
        char.IsControl(character) || InvalidCharacters.Contains(character, StringComparison.Ordinal);
}
