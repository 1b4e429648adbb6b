namespace DeepQDataset.Sources.Zip;

/// <summary>Represents an entry of a zip: its directory record and its decoded name.</summary>
internal sealed class ZipEntry : SourceEntry
{
    private ZipEntry(ZipRecord record, string name, ZipNameSource nameSource, ZipPath path, bool isFolder)
        : base(path.Text, isFolder ? 0 : record.Length, isFolder, record.LastWriteTimeUtc)
    {
        Record = record;
        Name = name;
        NameSource = nameSource;
        UnsafePart = path.UnsafePart;
    }

    /// <summary>Gets the record in the directory.</summary>
    public ZipRecord Record { get; }

    /// <summary>Gets the decoded name, otherwise as stored.</summary>
    public string Name { get; }

    /// <summary>Gets the way in which the name was decoded.</summary>
    public ZipNameSource NameSource { get; }

    /// <summary>
    /// Gets the part of the path that would lead out of the destination folder (DQ704), such as <c>..</c>; null if there is none.
    /// </summary>
    public string? UnsafePart { get; }

    /// <summary>Gets a value that indicates whether it is a symbolic link or another special file (DQ710).</summary>
    public bool IsSpecialFile => Record.UnixFileType is not (0 or UnixFileType.Regular or UnixFileType.Folder);

    /// <summary>
    /// Gets a value that indicates whether the entry is part of the dataset: its path is safe, and it is not a special file.
    /// </summary>
    public bool IsUsable => UnsafePart is null && !IsSpecialFile;

    /// <inheritdoc/>
    internal override uint? Checksum => Record.IsEncrypted ? null : Record.Crc32;

    /// <summary>Creates an entry from its record.</summary>
    internal static ZipEntry From(ZipRecord record, ZipNameDecoder names)
    {
        const uint DosFolder = 0x10;
        string name = names.Decode(record, out ZipNameSource source);
        bool isFolder = name.EndsWith('/') || name.EndsWith('\\')
            || (record.Length == 0 && (record.UnixFileType == UnixFileType.Folder || (record.ExternalAttributes & DosFolder) != 0));
        return new ZipEntry(record, name, source, ZipPath.From(name, isFolder), isFolder);
    }
}
