using DeepQDataset.Files;
using DeepQDataset.Text;

namespace DeepQDataset.Extraction;

/// <summary>Creates the folders of an unpacked zip and finds those that must not be written to.</summary>
internal sealed class DestinationFolders
{
    private readonly string _root;
    private readonly HashSet<string> _blocked = new(StringComparer.Ordinal);

    private DestinationFolders(string root) => _root = root;

    /// <summary>Creates the folders.</summary>
    /// <param name="root">The rooted path of the destination, which may be a link that the user chose.</param>
    /// <param name="folders">The relative paths, with <c>/</c> as separator, each after its parent.</param>
    /// <param name="failures">Receives the folders that could not be created.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    /// <exception cref="DatasetException">The destination cannot be created.</exception>
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

    /// <summary>Determines whether a folder must not be written to.</summary>
    /// <param name="folder">The relative path; empty for the destination.</param>
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

            // Of a run that was ended without warning; no file of this one may have to be written here.
            StaleTemporaries.Remove(path);
        }
        catch (DatasetException exception) when (exception.Kind != DatasetErrorKind.OutOfSpace)
        {
            _blocked.Add(folder);
            failures.Add(-1, exception);
        }
    }

    /// <summary>
    /// Determines whether a folder is a link or junction. Folders of cloud storage are reparse points, too, but do not lead elsewhere.
    /// </summary>
    private static bool IsLink(string path)
    {
        DirectoryInfo folder = new(path);
        return folder.Attributes.HasFlag(FileAttributes.ReparsePoint) && folder.LinkTarget is not null;
    }
}
