using System.Text;

namespace DeepQDataset.Text;

/// <summary>Puts an entry's path right where a file system may not take it, so that a zip unpacks to the same names everywhere.</summary>
internal static class PortablePath
{
    /// <summary>The maximum number of bytes of an extension: what is longer is rather a part of the name.</summary>
    private const int LongestExtension = 32;

    /// <summary>
    /// Returns the path with each part valid on Windows, too: <c>_</c> for characters that names cannot have, no dot or blank at its end,
    /// no device name, at most 255 bytes. All else stays as it is.
    /// </summary>
    /// <param name="path">with <c>/</c> as separator, without <c>..</c>, empty or <c>.</c> parts.</param>
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
