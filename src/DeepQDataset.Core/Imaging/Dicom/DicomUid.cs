namespace DeepQDataset.Imaging.Dicom;

/// <summary>Validates unique identifiers (PS3.5 section 9).</summary>
internal static class DicomUid
{
    /// <summary>The maximum length of a UID in characters.</summary>
    public const int MaximumLength = 64;

    /// <summary>The UID of Media Storage Directory Storage, the SOP class of a DICOMDIR.</summary>
    internal const string MediaStorageDirectory = "1.2.840.10008.1.3.10";

    /// <summary>
    /// Determines whether a text is a UID: up to 64 characters, components of digits separated by single dots, none empty, none with a
    /// leading zero except zero itself (PS3.5 section 9.1).
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
