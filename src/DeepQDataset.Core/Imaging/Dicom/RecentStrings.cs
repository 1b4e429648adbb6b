using System.Text;

namespace DeepQDataset.Imaging.Dicom;

/// <summary>
/// Makes strings out of bytes and hands out the same one for a value seen not long ago: study, series, modality and patient repeat
/// over hundreds of thousands of files. A fixed number of slots, the later value wins; several threads may use it, as
/// a lost race costs no more than a second copy.
/// </summary>
internal sealed class RecentStrings
{
    private const int Slots = 1024;

    private readonly string?[] _strings = new string?[Slots];

    /// <summary>Returns the string of these Latin-1 characters.</summary>
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

    /// <summary>Determines whether a string has just these Latin-1 characters.</summary>
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
