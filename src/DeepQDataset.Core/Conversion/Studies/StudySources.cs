using DeepQDataset.Inventory;
using DeepQDataset.Layout;
using DeepQDataset.Sources;

namespace DeepQDataset.Conversion.Studies;

/// <summary>Represents the folders, zips and files that contain the DICOM files.</summary>
internal sealed class StudySources : IDisposable
{
    private readonly List<IDatasetSource> _sources = [];

    private StudySources()
    {
    }

    /// <summary>Gets all sources.</summary>
    public IReadOnlyList<IDatasetSource> All => _sources;

    /// <summary>Opens the sources.</summary>
    /// <param name="paths">The rooted paths.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    /// <exception cref="FileNotFoundException">There is no folder or file at the path.</exception>
    /// <exception cref="DatasetException">A zip cannot be read.</exception>
    public static StudySources Open(IReadOnlyList<string> paths, CancellationToken cancellation)
    {
        StudySources sources = new();
        try
        {
            Dictionary<string, HashSet<string>> files = new(StringComparer.Ordinal);
            foreach (string path in paths.Distinct(StringComparer.Ordinal))
            {
                sources.Add(path, files, cancellation);
            }

            foreach ((string folder, HashSet<string> names) in files)
            {
                sources._sources.Add(FolderSource.Open(folder, (child, isFolder) => !isFolder && names.Contains(child), cancellation));
            }
        }
        catch
        {
            sources.Dispose();
            throw;
        }

        return sources;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (IDatasetSource source in _sources)
        {
            source.Dispose();
        }
    }

    /// <summary>Adds a path. Single files are grouped by folder first, so that each folder is listed only once.</summary>
    private void Add(string path, Dictionary<string, HashSet<string>> files, CancellationToken cancellation)
    {
        if (File.Exists(path) && !ArchiveExtensions.IsArchive(path))
        {
            string folder = Path.GetDirectoryName(path)!;
            if (!files.TryGetValue(folder, out HashSet<string>? names))
            {
                names = new HashSet<string>(StringComparer.Ordinal);
                files.Add(folder, names);
            }

            names.Add(Path.GetFileName(path));
            return;
        }

        IDatasetSource source = DatasetSource.OpenAsIs(path, readsForeignMethods: false, cancellation);
        _sources.Add(source);
        if (source.Failure is string failure)
        {
            throw StudyErrors.NotAZip(path, failure);
        }
    }
}
