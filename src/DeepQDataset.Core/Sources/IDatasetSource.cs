using DeepQDataset.Streams;

namespace DeepQDataset.Sources;

/// <summary>Where a dataset's files come from: a folder or a zip. Safe for use by several threads once opened.</summary>
internal interface IDatasetSource : IDisposable
{
    /// <summary>Folder or zip.</summary>
    SourceKind Kind { get; }

    /// <summary>The dataset's name: the folder's, or the zip's without <c>.zip</c> (guide 2.1).</summary>
    string Name { get; }

    /// <summary>The full path of the folder or zip.</summary>
    string FullPath { get; }

    /// <summary>
    /// All files and folders below the root, in ordinal order of their paths. A folder without an entry of its own in a zip is left out.
    /// </summary>
    IReadOnlyList<SourceEntry> Entries { get; }

    /// <summary>
    /// Opens a file for reading from its start, shared so that others may still write, rename or delete it. The stream can seek where
    /// that is cheap (a file, a stored zip entry) and reads forward only where it is not (a deflated entry).
    /// </summary>
    /// <param name="entry">One of <see cref="Entries"/>, a file.</param>
    /// <returns>The content, decompressed.</returns>
    /// <exception cref="IOException">The file has gone or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    /// <exception cref="InvalidDataException">
    /// The zip entry is encrypted, compressed by an unsupported method, or its data lie outside the zip.
    /// </exception>
    Stream Open(SourceEntry entry);

    /// <summary>Why nothing of the source can be read, as a clause; null if it can. Only a zip opens without being readable.</summary>
    internal string? Failure => null;

    /// <summary>Gets the folders of the file system that belong to the source, so that nothing may be written into them.</summary>
    internal IReadOnlyList<string> Folders => [];

    /// <summary>
    /// Gets the names of what takes no part in <see cref="Entries"/>: unsafe paths (DQ704), links and other special files (DQ710).
    /// </summary>
    internal IEnumerable<string> UnusableNames => [];

    /// <summary>Gets a value that indicates whether the source has a checksum of each file, as a zip's directory does.</summary>
    internal bool HasChecksums => false;

    /// <summary>
    /// Gets the files that have a checksum, in no particular order. Several may have one path, of which <see cref="Entries"/> has the
    /// first.
    /// </summary>
    internal IEnumerable<SourceEntry> FilesWithChecksum => [];

    /// <summary>Opens a file so that it shows whether there is more than the source says: one byte more, if there is one.</summary>
    /// <inheritdoc cref="Open"/>
    internal Stream OpenToVerify(SourceEntry entry) => Open(entry);

    /// <summary>Compares what a file was read to with what the source says of it.</summary>
    /// <param name="entry">One of the files.</param>
    /// <param name="digest">All its bytes as <see cref="OpenToVerify"/> gives them, with their checksum.</param>
    /// <returns>What is wrong; null if nothing, or if the source says nothing.</returns>
    internal EntryDamage? FindDamage(SourceEntry entry, ContentDigest digest) => null;
}
