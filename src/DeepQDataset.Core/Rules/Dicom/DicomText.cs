namespace DeepQDataset.Rules.Dicom;

/// <summary>Formats values of DICOM files for messages.</summary>
internal static class DicomText
{
    private const int MaximumLength = 80;

    /// <summary>
    /// Returns a UID with all characters replaced except digits and points, since an invalid UID may be any text and must not be shown.
    /// </summary>
    public static string Uid(string uid)
    {
        char[] shown = uid.ToCharArray();
        for (int i = 0; i < shown.Length; i++)
        {
            shown[i] = shown[i] == '.' || char.IsAsciiDigit(shown[i]) ? shown[i] : '?';
        }

        return Display(new string(shown));
    }

    /// <summary>Returns a value with unprintable characters replaced, shortened if it is long.</summary>
    public static string Display(string value)
    {
        bool isLong = value.Length > MaximumLength;
        ReadOnlySpan<char> shown = value.AsSpan(0, isLong ? MaximumLength : value.Length);
        if (!isLong && !shown.ContainsAnyExceptInRange(' ', '~'))
        {
            return value;
        }

        Span<char> characters = stackalloc char[MaximumLength + 1];
        for (int i = 0; i < shown.Length; i++)
        {
            characters[i] = shown[i] is >= ' ' and <= '~' ? shown[i] : '?';
        }

        if (isLong)
        {
            characters[MaximumLength] = '…';
        }

        return new string(characters[..(shown.Length + (isLong ? 1 : 0))]);
    }
}
