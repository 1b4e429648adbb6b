using DeepQDataset.Streams;

namespace DeepQDataset.Sources;

/// <summary>Represents the source of a dataset's files: a folder or a zip. Safe for use by several threads once opened.</summary>
internal interface IDatasetSource : IDisposable
{
    /// <summary>Gets the kind of source.</summary>
    SourceKind Kind { get; }

    /// <summary>Gets the name of the dataset, which is that of the folder, or of the zip without <c>.zip</c> (guide 2.1).</summary>
    string Name { get; }

    /// <summary>Gets the full path of the folder or zip.</summary>
    string FullPath { get; }

    /// <summary>
    /// Gets all files and folders below the root, in ordinal order of their paths. Folders in a zip without an entry of their own are not
    /// included.
    /// </summary>
    IReadOnlyList<SourceEntry> Entries { get; }

    /// <summary>
    /// Opens a file for reading from its start, shared so that other programs can still write, rename or delete it. The stream can seek if
    /// that is cheap (a file, a stored zip entry); otherwise it is forward only (a deflated entry).
    /// </summary>
    /// <param name="entry">A file of <see cref="Entries"/>.</param>
    /// <returns>The content, decompressed.</returns>
    /// <exception cref="IOException">The file does not exist any more or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    /// <exception cref="InvalidDataException">
    /// The zip entry is encrypted, compressed by an unsupported method, or its data is outside of the zip.
    /// </exception>
    Stream Open(SourceEntry entry);

    /// <summary>
    /// Gets the reason why the source cannot be read, as a clause; null if it can. Only a zip can be opened without being readable.
    /// </summary>
    internal string? Failure => null;

    /// <summary>Gets the folders of the file system that belong to the source and must not be written to.</summary>
    internal IReadOnlyList<string> Folders => [];

    /// <summary>
    /// Gets the names of entries that are not in <see cref="Entries"/>: unsafe paths (DQ704), links and other special files (DQ710).
    /// </summary>
    internal IEnumerable<string> UnusableNames => [];

    /// <summary>Gets a value that indicates whether the source has a checksum of each file, as a zip's directory does.</summary>
    internal bool HasChecksums => false;

    /// <summary>
    /// Gets the files with a checksum, in no particular order. Several may have the same path, of which <see cref="Entries"/> has the
    /// first.
    /// </summary>
    internal IEnumerable<SourceEntry> FilesWithChecksum => [];

    /// <summary>Opens a file with one byte more than the source states, if there is one, so that excess data is detected.</summary>
    /// <inheritdoc cref="Open"/>
    internal Stream OpenToVerify(SourceEntry entry) => Open(entry);

    /// <summary>Compares a file with the size and checksum in the source.</summary>
    /// <param name="entry">One of the files.</param>
    /// <param name="digest">The digest of all its bytes as read from <see cref="OpenToVerify"/>, with checksum.</param>
    /// <returns>The damage; null if there is none, or the source has no checksum.</returns>
    internal EntryDamage? FindDamage(SourceEntry entry, ContentDigest digest) => null;
}
