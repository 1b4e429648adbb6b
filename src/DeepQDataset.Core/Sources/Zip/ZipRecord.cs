namespace DeepQDataset.Sources.Zip;

/// <summary>
/// Represents a record of the central directory (APPNOTE 4.3.12), with its zip64 and other extra fields resolved and its name not decoded.
/// </summary>
internal sealed class ZipRecord
{
    /// <summary>Gets the 0-based index in the directory.</summary>
    public required int Index { get; init; }

    /// <summary>Gets the bytes of the name as stored.</summary>
    public required byte[] RawName { get; init; }

    /// <summary>Gets the name in a valid Unicode Path field (0x7075, APPNOTE 4.6.9); null if there is none.</summary>
    public string? UnicodePath { get; init; }

    /// <summary>Gets the general purpose flags (APPNOTE 4.4.4).</summary>
    public required ushort Flags { get; init; }

    /// <summary>Gets the compression method (APPNOTE 4.4.5), <see cref="ZipMethod"/>.</summary>
    public required ushort Method { get; init; }

    /// <summary>Gets the CRC-32 of the unpacked data.</summary>
    public required uint Crc32 { get; init; }

    /// <summary>Gets the packed size in bytes, at most <see cref="long.MaxValue"/>.</summary>
    public required long PackedLength { get; init; }

    /// <summary>Gets the unpacked size in bytes, at most <see cref="long.MaxValue"/>.</summary>
    public required long Length { get; init; }

    /// <summary>Gets the position of the local header, in bytes from the start of the file, including prepended bytes.</summary>
    public required long LocalHeaderOffset { get; init; }

    /// <summary>Gets the external attributes (APPNOTE 4.4.15).</summary>
    public required uint ExternalAttributes { get; init; }

    /// <summary>Gets the system of the attributes (APPNOTE 4.4.2): 0 MS-DOS, 3 Unix, 19 macOS.</summary>
    public required byte HostSystem { get; init; }

    /// <summary>Gets the AES key length in bits (field 0x9901); null if the entry is not AES-encrypted or it is not given.</summary>
    public int? AesBits { get; init; }

    /// <summary>Gets the time of the last write; null if the record has no valid date.</summary>
    public DateTime? LastWriteTimeUtc { get; init; }

    /// <summary>Gets a value that indicates whether the name is marked as UTF-8 (flag bit 11).</summary>
    public bool HasUnicodeFlag => (Flags & 0x0800) != 0;

    /// <summary>Gets a value that indicates whether sizes and CRC follow the data (flag bit 3).</summary>
    public bool HasDataDescriptor => (Flags & 0x0008) != 0;

    /// <summary>
    /// Gets a value that indicates whether the fields of local headers are masked because the directory was encrypted (flag bit 13).
    /// </summary>
    public bool HasMaskedLocalHeader => (Flags & 0x2000) != 0;

    /// <summary>Gets a value that indicates whether the data is encrypted in any way (flag bit 0, method 99).</summary>
    public bool IsEncrypted => (Flags & 0x0001) != 0 || Method == ZipMethod.Aes;

    /// <summary>Gets the Unix mode: file type and permissions; null if the entry was not created on Unix.</summary>
    public int? UnixMode => HostSystem is 3 or 19 ? (int)(ExternalAttributes >> 16) & 0xFFFF : null;

    /// <summary>Gets the file type bits of the Unix mode, such as 0xA000 for a symbolic link; 0 if there is no mode.</summary>
    public int UnixFileType => (UnixMode ?? 0) & 0xF000;
}
