using DeepQDataset.Files;
using DeepQDataset.Text;

namespace DeepQDataset.Extraction;

/// <summary>Makes the folders that a zip is unpacked into, and finds those that must not be written into.</summary>
internal sealed class DestinationFolders
{
    private readonly string _root;
    private readonly HashSet<string> _blocked = new(StringComparer.Ordinal);

    private DestinationFolders(string root) => _root = root;

    /// <summary>Makes them all.</summary>
    /// <param name="root">The rooted path of the destination; it may itself be a link that the user chose.</param>
    /// <param name="folders">Relative paths, <c>/</c>-separated, each behind the one that it lies in.</param>
    /// <param name="failures">Takes those that could not be made.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="DatasetException">The destination itself cannot be made.</exception>
    public static DestinationFolders Make(
        string root, IReadOnlyList<string> folders, ExtractionFailures failures, CancellationToken cancellation)
    {
        if (File.Exists(root))
        {
            throw ExtractionErrors.DestinationIsFile(root);
        }

        DestinationFolder.Create(root);
        DestinationFolders made = new(root);
        foreach (string folder in folders)
        {
            cancellation.ThrowIfCancellationRequested();
            made.MakeOne(folder, failures);
        }

        return made;
    }

    /// <summary>Whether nothing can be written into a folder.</summary>
    /// <param name="folder">A relative path, empty for the destination itself.</param>
    public bool IsBlocked(string folder) => _blocked.Contains(folder);

    private void MakeOne(string folder, ExtractionFailures failures)
    {
        if (_blocked.Contains(EntryPath.Folder(folder)))
        {
            _blocked.Add(folder);
            return;
        }

        string path = Path.Join(_root, folder);
        try
        {
            DestinationFolder.Create(path);
            if (IsLink(path))
            {
                throw ExtractionErrors.DestinationIsLink(path);
            }
        }
        catch (DatasetException exception) when (exception.Kind != DatasetErrorKind.OutOfSpace)
        {
            _blocked.Add(folder);
            failures.Add(-1, exception);
        }
    }

    /// <summary>
    /// Whether a folder is a link or junction. Cloud storage marks its folders as reparse points, too, but they lead nowhere else.
    /// </summary>
    private static bool IsLink(string path)
    {
        DirectoryInfo folder = new(path);
        return folder.Attributes.HasFlag(FileAttributes.ReparsePoint) && folder.LinkTarget is not null;
    }
}
