namespace DeepQDataset.Rules;

/// <summary>Names that Windows keeps for devices, with or without an extension (Win32, Naming Files).</summary>
internal static class PortableNames
{
    /// <summary>Whether a file or folder of that name cannot be made on Windows: <c>CON</c>, <c>nul.png</c>, <c>COM1.tar.gz</c>.</summary>
    public static bool IsDevice(ReadOnlySpan<char> name)
    {
        int dot = name.IndexOf('.');
        ReadOnlySpan<char> stem = (dot < 0 ? name : name[..dot]).TrimEnd(' ');
        return stem.Length switch
        {
            3 => Is(stem, "CON") || Is(stem, "PRN") || Is(stem, "AUX") || Is(stem, "NUL"),
            4 => (Is(stem[..3], "COM") || Is(stem[..3], "LPT")) && stem[3] is (>= '0' and <= '9') or '\u00B9' or '\u00B2' or '\u00B3',
            _ => false,
        };
    }

    private static bool Is(ReadOnlySpan<char> text, string name) => text.Equals(name, StringComparison.OrdinalIgnoreCase);
}
