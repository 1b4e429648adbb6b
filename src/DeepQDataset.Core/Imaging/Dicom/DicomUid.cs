namespace DeepQDataset.Imaging.Dicom;

/// <summary>Unique identifiers (PS3.5 section 9).</summary>
internal static class DicomUid
{
    /// <summary>The maximum number of characters a UID may have.</summary>
    public const int MaximumLength = 64;

    /// <summary>Media Storage Directory Storage, the SOP class of a DICOMDIR.</summary>
    internal const string MediaStorageDirectory = "1.2.840.10008.1.3.10";

    /// <summary>
    /// Determines whether a text is a UID: up to 64 characters, components of digits with a dot between two, none empty, none with a
    /// leading zero but zero itself (PS3.5 section 9.1).
    /// </summary>
    public static bool IsValid(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text.Length > MaximumLength)
        {
            return false;
        }

        int start = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsAsciiDigit(text[i]))
            {
                continue;
            }

            bool isEnd = i == text.Length || text[i] == '.';
            int length = i - start;
            if (!isEnd || length == 0 || (length > 1 && text[start] == '0'))
            {
                return false;
            }

            start = i + 1;
        }

        return true;
    }
}
