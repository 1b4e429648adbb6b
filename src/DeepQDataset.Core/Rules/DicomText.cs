namespace DeepQDataset.Rules;

/// <summary>Shows values of DICOM files in messages.</summary>
internal static class DicomText
{
    private const int MaximumLength = 80;

    /// <summary>The value with anything that does not print replaced, and cut when it is long.</summary>
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
