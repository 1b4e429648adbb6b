using System.IO.Compression;
using DeepQDataset.Streams;
using DeepQDataset.Text;
using Microsoft.Win32.SafeHandles;

namespace DeepQDataset.Sources.Zip;

/// <summary>
/// Represents a zip as a source. Its directory is read once; entries are read in place by position, on any number of threads.
/// </summary>
internal sealed class ZipSource : IDatasetSource
{
    private readonly SafeFileHandle _handle;
    private readonly bool _readsForeignMethods;

    private ZipSource(
        string fullPath, SafeFileHandle handle, ZipDirectory directory, bool readsForeignMethods, CancellationToken cancellation)
    {
        FullPath = fullPath;
        _handle = handle;
        Directory = directory;
        _readsForeignMethods = readsForeignMethods;
        cancellation.ThrowIfCancellationRequested();
        Entries = Usable(directory.Entries, out bool hasDuplicates);
        HasDuplicates = hasDuplicates;
    }

    /// <inheritdoc/>
    public SourceKind Kind => SourceKind.Zip;

    /// <inheritdoc/>
    public string Name =>
        FullPath.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) ? Path.GetFileName(FullPath)[..^4] : Path.GetFileName(FullPath);

    /// <inheritdoc/>
    public string FullPath { get; }

    /// <summary>
    /// Gets the files and folders of the dataset, in ordinal order of their paths. Unsafe paths (DQ704), links (DQ710) and all but the
    /// first entry with a path (DQ706) are not included. Encrypted entries (DQ702) and those with unsupported methods (DQ707) are included,
    /// but cannot be opened.
    /// </summary>
    public IReadOnlyList<SourceEntry> Entries { get; }

    /// <summary>Gets the directory of the zip, for the rules about archives.</summary>
    public ZipDirectory Directory { get; }

    /// <summary>Gets a value that indicates whether a path occurs more than once (DQ706).</summary>
    internal bool HasDuplicates { get; }

    /// <inheritdoc/>
    string? IDatasetSource.Failure => Directory.Failure?.Detail;

    /// <inheritdoc/>
    IEnumerable<string> IDatasetSource.UnusableNames =>
        Directory.Entries.Where(static entry => !entry.IsUsable).Select(static entry => entry.Name);

    /// <inheritdoc/>
    bool IDatasetSource.HasChecksums => true;

    /// <inheritdoc/>
    IEnumerable<SourceEntry> IDatasetSource.FilesWithChecksum =>
        Directory.Entries.Where(static entry => entry is { IsUsable: true, IsFolder: false });

    /// <summary>
    /// Opens a zip and reads its directory. A file that is not a zip can be opened, too; <see cref="ZipDirectory.Failure"/> then has the
    /// reason.
    /// </summary>
    /// <param name="fullPath">The rooted path of a file or folder.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    /// <exception cref="IOException">The file does not exist any more or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    public static ZipSource Open(string fullPath, CancellationToken cancellation) =>
        Open(fullPath, readsForeignMethods: false, cancellation);

    /// <summary>Opens a zip whose entries compressed by bzip2 and Deflate64 can be opened, too.</summary>
    /// <remarks>Validation does not use this: methods that few readers support are DQ707, even if this library supports them.</remarks>
    /// <inheritdoc cref="Open(string, CancellationToken)"/>
    /// <param name="fullPath">The rooted path of a file or folder.</param>
    /// <param name="readsForeignMethods">Indicates whether such entries can be opened.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    internal static ZipSource Open(string fullPath, bool readsForeignMethods, CancellationToken cancellation)
    {
        SafeFileHandle handle = FileRegionStream.OpenShared(fullPath);
        try
        {
            return new ZipSource(fullPath, handle, ZipDirectoryReader.Read(handle, cancellation), readsForeignMethods, cancellation);
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    /// <remarks>
    /// Throws <see cref="InvalidDataException"/> for exactly what DQ702, DQ707 and DQ714 report. Damaged data throws it later, when the
    /// stream is read.
    /// </remarks>
    public Stream Open(SourceEntry entry) => Open(entry, excess: 0);

    /// <inheritdoc cref="IDatasetSource.OpenToVerify"/>
    internal Stream OpenToVerify(SourceEntry entry) => Open(entry, excess: 1);

    /// <inheritdoc/>
    Stream IDatasetSource.OpenToVerify(SourceEntry entry) => OpenToVerify(entry);

    /// <inheritdoc/>
    /// <remarks>Compares the size and the CRC-32 (APPNOTE 4.4.7 and 4.4.9).</remarks>
    EntryDamage? IDatasetSource.FindDamage(SourceEntry entry, ContentDigest digest)
    {
        ZipRecord record = ((ZipEntry)entry).Record;
        string name = NameText.Quote(entry.Path);
        if (digest.Length != record.Length)
        {
            string actual = digest.Length > record.Length ? "more bytes than" : FormattableString.Invariant($"{digest.Length} bytes, not");
            return new EntryDamage(
                entry, FormattableString.Invariant($"{name} unpacks to {actual} the {record.Length} that the directory says."));
        }

        (uint actualSum, uint declaredSum) = (digest.Checksum, record.Crc32);
        return actualSum == declaredSum ? null : new EntryDamage(
            entry, FormattableString.Invariant($"The CRC-32 of {name} is {actualSum:X8}, not {declaredSum:X8} as the directory says."));
    }

    /// <inheritdoc/>
    public void Dispose() => _handle.Dispose();

    /// <summary>
    /// Describes the difference between an entry's local header and the directory (DQ714), as a clause; null if there is none.
    /// </summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    internal string? FindLocalHeaderDisagreement(SourceEntry entry) =>
        ZipLocalHeader.FindDisagreement(_handle, ((ZipEntry)entry).Record, Directory.Start);

    private Stream Open(SourceEntry entry, int excess)
    {
        if (entry is not ZipEntry { IsFolder: false } file)
        {
            throw new ArgumentException("Only a file of this zip can be opened.", nameof(entry));
        }

        ZipRecord record = file.Record;
        if (record.IsEncrypted)
        {
            throw new InvalidDataException("The entry is encrypted.");
        }

        bool isForeign = _readsForeignMethods && ForeignMethods.Contains(record.Method);
        if (record.Method is not (ZipMethod.Stored or ZipMethod.Deflate) && !isForeign)
        {
            throw new InvalidDataException(
                FormattableString.Invariant(
                    $"The entry's compression method {record.Method} ({ZipMethod.Name(record.Method)}) is not supported."));
        }

        if (!ZipLocalHeader.TryLocateData(_handle, record, Directory.Start, out long offset, out string? problem))
        {
            throw new InvalidDataException($"The entry's data cannot be found: {problem}.");
        }

        long length = Math.Min(record.Length, long.MaxValue - excess) + excess;
        if (record.Method == ZipMethod.Stored)
        {
            return new FileRegionStream(_handle, offset, Math.Min(record.PackedLength, length));
        }

        FileRegionStream packed = new(_handle, offset, record.PackedLength);
        Stream unpacked = isForeign ? ForeignMethods.Open(record.Method, packed) : new DeflateStream(packed, CompressionMode.Decompress);
        return new BoundedStream(unpacked, length);
    }

    private static List<ZipEntry> Usable(IReadOnlyList<ZipEntry> all, out bool hasDuplicates)
    {
        List<ZipEntry> entries = new(all.Count);
        bool isSorted = true;
        foreach (ZipEntry entry in all)
        {
            // The root folder has an empty path and needs no entry.
            if (entry.IsUsable && entry.Path.Length > 0)
            {
                isSorted = isSorted && (entries.Count == 0 || string.CompareOrdinal(entries[^1].Path, entry.Path) < 0);
                entries.Add(entry);
            }
        }

        hasDuplicates = false;
        if (isSorted)
        {
            return entries;
        }

        entries.Sort(static (left, right) =>
        {
            int order = string.CompareOrdinal(left.Path, right.Path);
            return order != 0 ? order : left.Record.Index.CompareTo(right.Record.Index);
        });
        int kept = 0;
        for (int index = 0; index < entries.Count; index++)
        {
            if (kept == 0 || !string.Equals(entries[kept - 1].Path, entries[index].Path, StringComparison.Ordinal))
            {
                entries[kept++] = entries[index];
            }
        }

        hasDuplicates = kept < entries.Count;
        entries.RemoveRange(kept, entries.Count - kept);
        return entries;
    }
}
