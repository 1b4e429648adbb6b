using DeepQDataset.Files;
using DeepQDataset.Streams;

namespace DeepQDataset.Sources;

/// <summary>
/// Represents a folder as a source, including hidden files. A link to a file is treated as the file. A link to a folder is followed, unless
/// it is inside a folder that was itself reached by a link or leads back to a parent, so that listing always ends.
/// </summary>
internal sealed class FolderSource : IDatasetSource
{
    /// <summary>Indicates whether all direct children are included, so that files that are added to the folder will be, too.</summary>
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

    /// <summary>Gets the folder; if only <c>image</c> or <c>Classes</c> is included, those folders.</summary>
    IReadOnlyList<string> IDatasetSource.Folders => _isWhole ? [FullPath] : Entries
        .Where(static entry => entry.IsFolder && !entry.Path.Contains('/', StringComparison.Ordinal))
        .Select(entry => Path.Join(FullPath, entry.Path))
        .ToArray();

    /// <summary>Lists a folder.</summary>
    /// <param name="fullPath">The rooted path of a file or folder.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests while entries are listed.</param>
    /// <exception cref="DatasetException">A zip was not extracted completely there (<see cref="IncompleteFolder"/>).</exception>
    /// <exception cref="IOException">The folder or one below does not exist any more or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder or one below cannot be listed; the message names it.</exception>
    public static FolderSource Open(string fullPath, CancellationToken cancellation) => Open(fullPath, belongs: null, cancellation);

    /// <summary>Lists a folder with only some of its direct children.</summary>
    /// <param name="fullPath">The rooted path of a file or folder.</param>
    /// <param name="belongs">Determines by name, and whether it is a folder, which direct children to include; null for all.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests while entries are listed.</param>
    internal static FolderSource Open(string fullPath, Func<string, bool, bool>? belongs, CancellationToken cancellation)
    {
        string root = Path.TrimEndingDirectorySeparator(fullPath);
        IncompleteFolder.Refuse(root);
        SourceEntry[] entries = new FolderListing(root, belongs, cancellation).ToArray();
        return Array.Find(entries, static entry => IncompleteFolder.IsMark(entry.Path)) is SourceEntry mark
            ? throw IncompleteFolder.Incomplete(root, mark.Path)
            : new FolderSource(root, entries, isWhole: belongs is null);
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
        // A folder holds no resources: each stream has its own file handle.
    }
}
