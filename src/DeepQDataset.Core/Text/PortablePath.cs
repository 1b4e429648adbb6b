using System.Text;

namespace DeepQDataset.Text;

/// <summary>
/// Corrects the path of an entry that some file systems cannot store, so that a zip unpacks to the same names everywhere.
/// </summary>
internal static class PortablePath
{
    /// <summary>The maximum length of an extension in bytes; a longer one is part of the name.</summary>
    private const int LongestExtension = 32;

    /// <summary>
    /// Returns the path with each part valid on Windows, too: <c>_</c> for invalid characters, no dot or blank at its end, no device name,
    /// at most 255 bytes. Everything else is unchanged.
    /// </summary>
    /// <param name="path">The path, with <c>/</c> as separator, without <c>..</c>, empty or <c>.</c> parts.</param>
    public static string From(string path) =>
        path.Contains('/', StringComparison.Ordinal) ? string.Join('/', path.Split('/').Select(Part)) : Part(path);

    private static string Part(string name)
    {
        string valid = PortableName.MendFile(name, NameFaults.Character | NameFaults.Portability);
        valid = valid.Length == 0 ? "_" : valid;
        string extension = EntryPath.Extension(valid);
        return Encoding.UTF8.GetByteCount(extension) <= LongestExtension
            ? PortableName.Fit(valid[..^extension.Length], extension, 0)
            : PortableName.Fit(valid, "", 0);
    }
}
