namespace DeepQDataset.Sources;

/// <summary>Where a dataset's files come from: a folder or a zip. Safe for use by several threads once opened.</summary>
public interface IDatasetSource : IDisposable
{
    /// <summary>Folder or zip.</summary>
    SourceKind Kind { get; }

    /// <summary>The dataset's name: the folder's, or the zip's without <c>.zip</c> (guide 2.1).</summary>
    string Name { get; }

    /// <summary>The full path of the folder or zip.</summary>
    string FullPath { get; }

    /// <summary>All files and folders below the root, in ordinal order of their paths. A folder without an entry of its own in a zip is left out.</summary>
    IReadOnlyList<SourceEntry> Entries { get; }

    /// <summary>
    /// Opens a file for reading from its start, shared so that others may still write, rename or delete it. The stream can seek where
    /// that is cheap (a file, a stored zip entry) and reads forward only where it is not (a deflated entry).
    /// </summary>
    /// <param name="entry">One of <see cref="Entries"/>, a file.</param>
    /// <returns>The content, decompressed.</returns>
    /// <exception cref="IOException">The file has gone or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    /// <exception cref="InvalidDataException">The zip entry is encrypted, compressed by an unsupported method, or its data lie outside the zip.</exception>
    Stream Open(SourceEntry entry);
}
