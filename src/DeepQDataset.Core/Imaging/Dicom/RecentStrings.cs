using System.Text;

namespace DeepQDataset.Imaging.Dicom;

/// <summary>
/// Creates strings from bytes and returns the same instance for recent values, since study, series, modality and patient repeat over
/// hundreds of thousands of files. The number of slots is fixed and later values replace earlier ones. Safe for use by several threads; a
/// race only causes a second copy.
/// </summary>
internal sealed class RecentStrings
{
    private const int Slots = 1024;

    private readonly string?[] _strings = new string?[Slots];

    /// <summary>Returns the string with the given Latin-1 characters.</summary>
    public string Get(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return "";
        }

        uint hash = 2166136261; // FNV-1a
        foreach (byte value in bytes)
        {
            hash = (hash ^ value) * 16777619;
        }

        ref string? slot = ref _strings[(hash ^ (hash >> 16)) % Slots];
        string? known = slot;
        if (known is not null && IsSame(known, bytes))
        {
            return known;
        }

        string made = Encoding.Latin1.GetString(bytes);
        slot = made;
        return made;
    }

    /// <summary>Determines whether a string has exactly the given Latin-1 characters.</summary>
    public static bool IsSame(string text, ReadOnlySpan<byte> bytes)
    {
        if (text.Length != bytes.Length)
        {
            return false;
        }

        for (int i = 0; i < bytes.Length; i++)
        {
            if (text[i] != bytes[i])
            {
                return false;
            }
        }

        return true;
    }
}
