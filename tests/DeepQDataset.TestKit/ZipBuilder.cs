using System.Text;

namespace DeepQDataset.TestKit;

/// <summary>
/// Builds a zip from its raw parts, valid or invalid as a test needs (APPNOTE 4.3). It uses no zip library, so that it is independent of
/// the product's reader.
/// </summary>
public sealed class ZipBuilder
{
    private readonly List<ZipEntryBuilder> _entries = [];
    private byte[] _comment = [];
    private byte[] _prefix = [];
    private byte[] _suffix = [];
    private bool _offsetsCountPrefix;
    private bool _hasZip64End;
    private bool _hasEnd = true;
    private ulong? _claimedEntries;
    private ulong? _claimedDirectorySize;
    private ulong? _claimedDirectoryOffset;
    private ulong? _claimedZip64Offset;
    private ushort _disk;
    private int _cutBytes;

    /// <summary>Gets the number of entries that were added.</summary>
    public int Count => _entries.Count;

    /// <summary>Adds a stored file. A name that is not ASCII is marked as Unicode in both ways.</summary>
    /// <param name="name">Its path, as it is to stand in the zip.</param>
    /// <param name="content">What it unpacks to.</param>
    /// <param name="shape">What is special about it.</param>
    public ZipBuilder File(string name, byte[] content, Action<ZipEntryBuilder>? shape = null)
    {
        ZipEntryBuilder entry = new(name, content);
        shape?.Invoke(entry);
        _entries.Add(entry);
        return this;
    }

    /// <summary>Adds a stored text file in UTF-8.</summary>
    public ZipBuilder Text(string name, string content, Action<ZipEntryBuilder>? shape = null) =>
        File(name, Encoding.UTF8.GetBytes(content), shape);

    /// <summary>Adds a folder.</summary>
    /// <param name="name">Its path without a <c>/</c> at the end.</param>
    /// <param name="shape">What is special about it.</param>
    public ZipBuilder Folder(string name, Action<ZipEntryBuilder>? shape = null) => File(name + "/", [], shape);

    /// <summary>Adds a symbolic link.</summary>
    public ZipBuilder SymbolicLink(string name, string target) => Text(name, target, entry => entry.UnixMode(0xA1FF));

    /// <summary>Adds all of a dataset: images stored, everything else deflated.</summary>
    public ZipBuilder Dataset(DatasetBuilder dataset)
    {
        foreach ((string path, byte[]? content) in dataset.Entries)
        {
            if (content is null)
            {
                Folder(path);
                continue;
            }

            bool isImage =
                path.EndsWith(".png", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".jpg", StringComparison.OrdinalIgnoreCase);
            File(path, content, isImage ? null : entry => entry.Deflated());
        }

        return this;
    }

    /// <summary>Sets the archive's comment.</summary>
    public ZipBuilder Comment(byte[] comment)
    {
        _comment = comment;
        return this;
    }

    /// <summary>Puts bytes before the first record.</summary>
    /// <param name="bytes">The bytes, such as a self-extractor's.</param>
    /// <param name="offsetsCountThem">Indicates whether the offsets count from the file's start rather than from the zip's.</param>
    public ZipBuilder Prepend(byte[] bytes, bool offsetsCountThem)
    {
        _prefix = bytes;
        _offsetsCountPrefix = offsetsCountThem;
        return this;
    }

    /// <summary>Puts bytes after the comment.</summary>
    public ZipBuilder Append(byte[] bytes)
    {
        _suffix = bytes;
        return this;
    }

    /// <summary>Ends it with the zip64 records, and lets the plain end record refer to them.</summary>
    /// <param name="claimedOffset">Where the locator says that the zip64 record is; null for the truth.</param>
    public ZipBuilder Zip64End(ulong? claimedOffset = null)
    {
        _hasZip64End = true;
        _claimedZip64Offset = claimedOffset;
        return this;
    }

    /// <summary>Leaves the end record out.</summary>
    public ZipBuilder WithoutEnd()
    {
        _hasEnd = false;
        return this;
    }

    /// <summary>Claims a number of entries.</summary>
    public ZipBuilder ClaimEntries(ulong count)
    {
        _claimedEntries = count;
        return this;
    }

    /// <summary>Claims a size of the directory.</summary>
    public ZipBuilder ClaimDirectorySize(ulong bytes)
    {
        _claimedDirectorySize = bytes;
        return this;
    }

    /// <summary>Claims an offset of the directory.</summary>
    public ZipBuilder ClaimDirectoryOffset(ulong offset)
    {
        _claimedDirectoryOffset = offset;
        return this;
    }

    /// <summary>Claims to be a volume of several.</summary>
    public ZipBuilder Disk(ushort number)
    {
        _disk = number;
        return this;
    }

    /// <summary>Cuts bytes off the end.</summary>
    public ZipBuilder Cut(int bytes)
    {
        _cutBytes = bytes;
        return this;
    }

    /// <summary>Returns the zip.</summary>
    public byte[] ToArray()
    {
        ZipBytes target = new();
        target.Bytes(_prefix);
        ulong uncounted = _offsetsCountPrefix ? 0 : (ulong)_prefix.Length;
        ulong[] offsets = new ulong[_entries.Count];
        for (int index = 0; index < offsets.Length; index++)
        {
            offsets[index] = (ulong)target.Length - uncounted;
            if (_entries[index].HasLocal)
            {
                _entries[index].WriteLocal(target);
            }
        }

        ulong directoryOffset = (ulong)target.Length - uncounted;
        ulong listed = 0;
        for (int index = 0; index < offsets.Length; index++)
        {
            if (_entries[index].HasCentral)
            {
                _entries[index].WriteCentral(target, offsets[index]);
                listed++;
            }
        }

        if (_hasEnd)
        {
            ulong directorySize = (ulong)target.Length - uncounted - directoryOffset;
            WriteEnd(
                target,
                _claimedEntries ?? listed,
                _claimedDirectorySize ?? directorySize,
                _claimedDirectoryOffset ?? directoryOffset,
                _claimedZip64Offset ?? (ulong)target.Length - uncounted);
        }

        target.Bytes(_suffix);
        return target.ToArray()[..^_cutBytes];
    }

    /// <summary>Writes the zip to a file.</summary>
    /// <returns>The file's path.</returns>
    public string Write(string path)
    {
        System.IO.File.WriteAllBytes(path, ToArray());
        return path;
    }

    private void WriteEnd(ZipBytes target, ulong entries, ulong directorySize, ulong directoryOffset, ulong zip64Offset)
    {
        if (_hasZip64End)
        {
            target.Int32(0x06064B50).Int64(44).Int16(45).Int16(45).Int32(_disk).Int32(_disk)
                .Int64(entries).Int64(entries).Int64(directorySize).Int64(directoryOffset);
            target.Int32(0x07064B50).Int32(_disk).Int64(zip64Offset).Int32(_disk + 1U);
        }

        ushort shortEntries = _hasZip64End ? ushort.MaxValue : (ushort)entries;
        target.Int32(0x06054B50).Int16(_disk).Int16(_disk).Int16(shortEntries).Int16(shortEntries)
            .Int32(_hasZip64End ? uint.MaxValue : (uint)directorySize).Int32(_hasZip64End ? uint.MaxValue : (uint)directoryOffset)
            .Int16((ushort)_comment.Length).Bytes(_comment);
    }
}
