using DeepQDataset.Files;
using DeepQDataset.Layout;

namespace DeepQDataset.Conversion.Studies;

/// <summary>The folder that the studies are written into, and the file beside it that says where each image comes from.</summary>
internal sealed class StudyDestination
{
    private const string MapSuffix = ".map.csv";
    private const string Extension = ".png";

    private readonly string _images;
    private readonly bool _overwrite;
    private readonly HashSet<string> _stale = new(StringComparer.Ordinal);

    private StudyDestination(string root, bool overwrite)
    {
        Root = root;
        _images = Path.Join(root, FixedNames.ImageFolder);
        _overwrite = overwrite;
    }

    /// <summary>The folder's rooted path.</summary>
    public string Root { get; }

    /// <summary>The label file.</summary>
    public string LabelFile => Path.Join(Root, FixedNames.LabelFile);

    /// <summary>
    /// The file that says where each image comes from: beside the folder, as it names studies and series and has no place in an upload.
    /// </summary>
    public string MapFile => Root + MapSuffix;

    /// <summary>Looks whether a folder may be written into.</summary>
    /// <param name="path">Its rooted path.</param>
    /// <param name="sources">The folders and zips that are read.</param>
    /// <param name="overwrite">Whether files that are there may be replaced.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="DatasetException">It lies in a source, or something is there already.</exception>
    public static StudyDestination Open(string path, IReadOnlyList<string> sources, bool overwrite, CancellationToken cancellation)
    {
        if (!Path.IsPathFullyQualified(path))
        {
            throw StudyErrors.DestinationNotRooted(path);
        }

        StudyDestination destination = new(Path.TrimEndingDirectorySeparator(path), overwrite);
        foreach (string source in sources)
        {
            if (RealPath.IsWithin(destination.Root, source))
            {
                throw StudyErrors.DestinationInSource(path, source);
            }
        }

        destination.LookWhatIsThere(cancellation);
        return destination;
    }

    /// <summary>Makes a series' folder, unless that was done before: one of which nothing can be converted shall not be there.</summary>
    public void MakeFolder(StudySeries series)
    {
        if (!series.HasFolder)
        {
            StudyErrors.CreateFolder(Path.Join(_images, series.Study, series.Name));
            series.HasFolder = true;
        }
    }

    /// <summary>The file of an image.</summary>
    /// <param name="name">Its qualified name without extension.</param>
    public string PathOf(string name) => Path.Join(_images, name.Replace('/', Path.DirectorySeparatorChar) + Extension);

    /// <summary>Starts a file.</summary>
    public AtomicFile Create(string path) => AtomicFile.Create(path, _overwrite);

    /// <summary>Takes note that a file was written.</summary>
    public void Written(string path) => _stale.Remove(path);

    /// <summary>
    /// Tells of files that were there before and were not written again: they would be taken for images of these sources.
    /// </summary>
    public void TellOfStaleFiles(ConversionLog log)
    {
        foreach (string path in _stale.Order(StringComparer.Ordinal))
        {
            log.Add(
                StudyReasons.StaleFile,
                path,
                null,
                "It was there before and was not written again; delete it, or choose an empty destination");
        }
    }

    private void LookWhatIsThere(CancellationToken cancellation)
    {
        foreach (string file in (string[])[Root, MapFile, LabelFile])
        {
            if (File.Exists(file))
            {
                if (string.Equals(file, Root, StringComparison.Ordinal))
                {
                    throw StudyErrors.DestinationIsFile(file);
                }

                if (!_overwrite)
                {
                    throw StudyErrors.DestinationExists(file);
                }

                if (string.Equals(file, LabelFile, StringComparison.Ordinal))
                {
                    _stale.Add(file);
                }
            }
        }

        if (!Directory.Exists(_images))
        {
            return;
        }

        foreach (string file in Directory.EnumerateFiles(_images, "*", SearchOption.AllDirectories))
        {
            cancellation.ThrowIfCancellationRequested();
            if (!_overwrite)
            {
                throw StudyErrors.DestinationExists(_images);
            }

            _stale.Add(file);
        }
    }
}
