namespace DeepQDataset.Sources.Zip;

/// <summary>Represents an entry of a zip: its directory record and what its name means.</summary>
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

    /// <summary>Gets the directory's record.</summary>
    public ZipRecord Record { get; }

    /// <summary>Gets the name, decoded and else as stored.</summary>
    public string Name { get; }

    /// <summary>How the name was decoded.</summary>
    public ZipNameSource NameSource { get; }

    /// <summary>
    /// What would lead out of the folder into which the zip is unpacked (DQ704), such as <c>..</c>; null if nothing does.
    /// </summary>
    public string? UnsafePart { get; }

    /// <summary>Gets a value that indicates whether it is a symbolic link or another special file (DQ710).</summary>
    public bool IsSpecialFile => Record.UnixFileType is not (0 or UnixFileType.Regular or UnixFileType.Folder);

    /// <summary>Gets a value that indicates whether it takes part in the dataset: neither its path nor its kind rules that out.</summary>
    public bool IsUsable => UnsafePart is null && !IsSpecialFile;

    /// <inheritdoc/>
    internal override uint? Checksum => Record.IsEncrypted ? null : Record.Crc32;

    /// <summary>Gives a record its meaning.</summary>
    internal static ZipEntry From(ZipRecord record, ZipNameDecoder names)
    {
        const uint DosFolder = 0x10;
        string name = names.Decode(record, out ZipNameSource source);
        bool isFolder = name.EndsWith('/') || name.EndsWith('\\')
            || (record.Length == 0 && (record.UnixFileType == UnixFileType.Folder || (record.ExternalAttributes & DosFolder) != 0));
        return new ZipEntry(record, name, source, ZipPath.From(name, isFolder), isFolder);
    }
}
