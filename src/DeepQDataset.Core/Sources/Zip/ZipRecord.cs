namespace DeepQDataset.Sources.Zip;

/// <summary>
/// One record of the central directory (APPNOTE 4.3.12), its zip64 and other extra fields resolved, its name still undecoded.
/// </summary>
internal sealed class ZipRecord
{
    /// <summary>Its place in the directory, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>Gets the name's bytes as stored.</summary>
    public required byte[] RawName { get; init; }

    /// <summary>Gets the name that a valid Unicode Path field (0x7075, APPNOTE 4.6.9) holds; null without one.</summary>
    public string? UnicodePath { get; init; }

    /// <summary>General purpose flags (APPNOTE 4.4.4).</summary>
    public required ushort Flags { get; init; }

    /// <summary>Compression method (APPNOTE 4.4.5), <see cref="ZipMethod"/>.</summary>
    public required ushort Method { get; init; }

    /// <summary>CRC-32 of the unpacked data.</summary>
    public required uint Crc32 { get; init; }

    /// <summary>Packed size in bytes; sizes above <see cref="long.MaxValue"/> are read as that.</summary>
    public required long PackedLength { get; init; }

    /// <summary>Unpacked size in bytes; sizes above <see cref="long.MaxValue"/> are read as that.</summary>
    public required long Length { get; init; }

    /// <summary>Where its local header is, in bytes from the file's start (bytes put before the zip are added).</summary>
    public required long LocalHeaderOffset { get; init; }

    /// <summary>External attributes (APPNOTE 4.4.15).</summary>
    public required uint ExternalAttributes { get; init; }

    /// <summary>Gets the system whose attributes these are (APPNOTE 4.4.2): 0 MS-DOS, 3 Unix, 19 macOS.</summary>
    public required byte HostSystem { get; init; }

    /// <summary>AES key length in bits (field 0x9901); null if not AES-encrypted or not said.</summary>
    public int? AesBits { get; init; }

    /// <summary>When it was last written; null if the record holds no valid date.</summary>
    public DateTime? LastWriteTimeUtc { get; init; }

    /// <summary>Gets a value that indicates whether the name is marked as UTF-8 (flag bit 11).</summary>
    public bool HasUnicodeFlag => (Flags & 0x0800) != 0;

    /// <summary>Gets a value that indicates whether sizes and CRC follow the data (flag bit 3).</summary>
    public bool HasDataDescriptor => (Flags & 0x0008) != 0;

    /// <summary>
    /// Gets a value that indicates whether local headers hide their fields because the directory was encrypted (flag bit 13).
    /// </summary>
    public bool HasMaskedLocalHeader => (Flags & 0x2000) != 0;

    /// <summary>Gets a value that indicates whether the data is encrypted in any way (flag bit 0, method 99).</summary>
    public bool IsEncrypted => (Flags & 0x0001) != 0 || Method == ZipMethod.Aes;

    /// <summary>Gets the Unix mode, file type and permissions; null if the entry was not made on Unix.</summary>
    public int? UnixMode => HostSystem is 3 or 19 ? (int)(ExternalAttributes >> 16) & 0xFFFF : null;

    /// <summary>Gets the file type bits of the Unix mode, such as 0xA000 for a symbolic link; 0 if not said.</summary>
    public int UnixFileType => (UnixMode ?? 0) & 0xF000;
}
