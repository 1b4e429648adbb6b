using System.Security.Cryptography;

namespace DeepQDataset.Files;

/// <summary>Creates and recognizes names of temporary files and folders, which contain the process that writes them.</summary>
internal static class TemporaryName
{
    // Leaves room for the rest of the name, since names have at most 255 bytes.
    private const int LongestNamePart = 40;
    private const string Suffix = ".tmp";

    /// <summary>Returns a unique name beside a destination, hidden on Unix.</summary>
    /// <param name="name">The file name of the destination.</param>
    public static string Create(string name)
    {
        int length = Math.Min(name.Length, LongestNamePart);
        length = length < name.Length && char.IsHighSurrogate(name[length - 1]) ? length - 1 : length;
        string random = RandomNumberGenerator.GetHexString(8, lowercase: true);
        return $".{name.AsSpan(0, length)}.{ProcessStamp.Current}.{random}{Suffix}";
    }

    /// <summary>
    /// Returns a value that indicates whether <see cref="Create"/> returned a name in a process that is known to have ended.
    /// </summary>
    /// <param name="name">The name of a file or folder.</param>
    public static bool IsStale(string name)
    {
        string[] parts = name.Split('.');
        return name.StartsWith('.') && name.EndsWith(Suffix, StringComparison.Ordinal) && parts.Length >= 5
            && ProcessStamp.TryParse(parts[^3], out ProcessStamp owner) && owner.HasEnded;
    }
}
