using DeepQDataset.Streams;

namespace DeepQDataset.Sources;

/// <summary>
/// Represents a folder as a source. Everything below it belongs, hidden files included. A link to a file counts as the file. A link to a
/// folder is followed as the folder it leads to, unless it lies in a folder that was itself reached by a link or leads back to a folder
/// around it: so the listing always ends.
/// </summary>
internal sealed class FolderSource : IDatasetSource
{
    /// <summary>Whether all direct children belong, so that whatever is put into the folder comes to belong, too.</summary>
    private readonly bool _isWhole;

    private FolderSource(string fullPath, SourceEntry[] entries, bool isWhole)
    {
        FullPath = fullPath;
        Entries = entries;
        _isWhole = isWhole;
    }

    /// <inheritdoc/>
    public SourceKind Kind => SourceKind.Folder;

    /// <inheritdoc/>
    public string Name => Path.GetFileName(FullPath) is { Length: > 0 } name ? name : FullPath;

    /// <inheritdoc/>
    public string FullPath { get; }

    /// <inheritdoc/>
    public IReadOnlyList<SourceEntry> Entries { get; }

    /// <summary>Gets the folder; of one that stands for its <c>image</c> or <c>Classes</c> alone, just these.</summary>
    IReadOnlyList<string> IDatasetSource.Folders => _isWhole ? [FullPath] : Entries
        .Where(static entry => entry.IsFolder && !entry.Path.Contains('/', StringComparison.Ordinal))
        .Select(entry => Path.Join(FullPath, entry.Path))
        .ToArray();

    /// <summary>Lists a folder.</summary>
    /// <param name="fullPath">A rooted path of the file system.</param>
    /// <param name="cancellation">Ends the enumeration.</param>
    /// <exception cref="IOException">The folder or one below has gone or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder or one below cannot be listed; the message names it.</exception>
    public static FolderSource Open(string fullPath, CancellationToken cancellation) => Open(fullPath, belongs: null, cancellation);

    /// <summary>Lists a folder, of whose direct children only some belong.</summary>
    /// <param name="fullPath">A rooted path of the file system.</param>
    /// <param name="belongs">Says by its name and whether it is a folder which direct child belongs; null for all.</param>
    /// <param name="cancellation">Ends the enumeration.</param>
    internal static FolderSource Open(string fullPath, Func<string, bool, bool>? belongs, CancellationToken cancellation)
    {
        string root = Path.TrimEndingDirectorySeparator(fullPath);
        return new FolderSource(root, new FolderListing(root, belongs, cancellation).ToArray(), isWhole: belongs is null);
    }

    /// <inheritdoc/>
    public Stream Open(SourceEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return FileRegionStream.OpenFile(Path.Join(FullPath, entry.Path), entry.Length);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // A folder is held by nothing: each stream has a file handle of its own.
    }
}
