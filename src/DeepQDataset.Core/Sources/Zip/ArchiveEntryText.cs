using DeepQDataset.Text;

namespace DeepQDataset.Sources.Zip;

/// <summary>Explains in one sentence why an entry of a zip cannot be used.</summary>
internal static class ArchiveEntryText
{
    /// <summary>Explains that the path leads out of the destination folder (DQ704).</summary>
    public static string Unsafe(ZipEntry entry) => entry.UnsafePart switch
    {
        "" => "An entry has no name.",
        "/" => $"{NameText.Quote(entry.Name)} is an absolute path.",
        ".." => $"{NameText.Quote(entry.Name)} leads upwards by '..'.",
        _ => $"{NameText.Quote(entry.Name)} starts with the drive letter '{entry.UnsafePart}'.",
    };

    /// <summary>Explains that the entry is a link or another special file (DQ710).</summary>
    public static string Special(ZipEntry entry) => $"{NameText.Quote(entry.Path)} is {UnixFileType.Name(entry.Record.UnixFileType)}.";

    /// <summary>Explains that the entry is encrypted (DQ702).</summary>
    public static string Encrypted(ZipEntry entry) => $"{NameText.Quote(entry.Path)} is encrypted ({Encryption(entry.Record)}).";

    /// <summary>Explains that the entry is compressed by a method that few readers support (DQ707).</summary>
    public static string Method(ZipEntry entry) => FormattableString.Invariant(
        $"{NameText.Quote(entry.Path)} is compressed by method {entry.Record.Method} ({ZipMethod.Name(entry.Record.Method)}).");

    private static string Encryption(ZipRecord record)
    {
        const ushort StrongEncryption = 0x0040;
        if (record.Method == ZipMethod.Aes)
        {
            return record.AesBits is int bits ? FormattableString.Invariant($"AES, {bits} bits") : "AES";
        }

        return (record.Flags & StrongEncryption) != 0 ? "PKWARE strong encryption" : "traditional";
    }
}
