using DeepQDataset.Files;
using DeepQDataset.Layout;

namespace DeepQDataset.Conversion.Studies;

/// <summary>Represents the output folder of the studies and the file beside it that lists the source of each image.</summary>
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

    /// <summary>Gets the rooted path of the folder.</summary>
    public string Root { get; }

    /// <summary>Gets the label file.</summary>
    public string LabelFile => Path.Join(Root, FixedNames.LabelFile);

    /// <summary>
    /// Gets the path of the file that lists the source of each image. It is beside the folder, since it contains patient data and must not
    /// be uploaded.
    /// </summary>
    public string MapFile => Root + MapSuffix;

    /// <summary>Checks whether a folder may be written to.</summary>
    /// <param name="path">The rooted path of the folder.</param>
    /// <param name="sources">The folders and zips that are read.</param>
    /// <param name="overwrite">Indicates whether existing files may be replaced.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    /// <exception cref="DatasetException">The folder is in a source, or is not empty.</exception>
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

        destination.CheckExisting(cancellation);
        return destination;
    }

    /// <summary>Creates the folder of a series on first use, so that a series without any converted image has no folder.</summary>
    public void MakeFolder(StudySeries series)
    {
        if (!series.HasFolder)
        {
            StudyErrors.CreateFolder(Path.Join(_images, series.Study, series.Name));
            series.HasFolder = true;
        }
    }

    /// <summary>Returns the path of an image file.</summary>
    /// <param name="name">The qualified name without extension.</param>
    public string PathOf(string name) => Path.Join(_images, name.Replace('/', Path.DirectorySeparatorChar) + Extension);

    /// <summary>Creates a file.</summary>
    public AtomicFile Create(string path) => AtomicFile.Create(path, _overwrite);

    /// <summary>Records that a file has been written.</summary>
    public void Written(string path) => _stale.Remove(path);

    /// <summary>Reports existing files that were not replaced, since they would be taken for images of these sources.</summary>
    public void ReportStaleFiles(ConversionLog log)
    {
        foreach (string path in _stale.Order(StringComparer.Ordinal))
        {
            log.Add(
                StudyReasons.StaleFile,
                path,
                null,
                "It was not written by this run; delete it, or choose an empty destination");
        }
    }

    private void CheckExisting(CancellationToken cancellation)
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
