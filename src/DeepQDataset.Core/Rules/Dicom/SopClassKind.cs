namespace DeepQDataset.Rules.Dicom;

/// <summary>Names DICOM files without pixel data in plain words (PS3.4 annex B.5).</summary>
internal static class SopClassKind
{
    private const string Storage = "1.2.840.10008.5.1.4.1.1.";

    private static readonly (string Prefix, string Name)[] Kinds =
    [
        ("88.", "a structured report"),
        ("11.", "a presentation state"),
        ("104.", "an encapsulated document"),
        ("9.", "a waveform"),
        ("481.3", "a radiotherapy structure set"),
        ("481.5", "a radiotherapy plan"),
        ("481.8", "a radiotherapy plan"),
        ("66.1", "a spatial registration"),
        ("66.2", "a spatial fiducials file"),
        ("66.3", "a spatial registration"),
        ("66.5", "a surface segmentation"),
        ("66", "raw data"),
    ];

    /// <summary>Returns the kind of file of a SOP class, with its article; null for other classes.</summary>
    public static string? Describe(string? sopClassUid)
    {
        if (sopClassUid is null || !sopClassUid.StartsWith(Storage, StringComparison.Ordinal))
        {
            return null;
        }

        ReadOnlySpan<char> rest = sopClassUid.AsSpan(Storage.Length);
        foreach ((string prefix, string name) in Kinds)
        {
            if (prefix.EndsWith('.') ? rest.StartsWith(prefix, StringComparison.Ordinal) : rest.SequenceEqual(prefix))
            {
                return name;
            }
        }

        return null;
    }
}
