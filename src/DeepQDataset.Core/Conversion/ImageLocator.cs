using DeepQDataset.Sources;
using DeepQDataset.Text;

namespace DeepQDataset.Conversion;

/// <summary>Finds the image files of annotations. The files are listed on first use.</summary>
internal sealed class ImageLocator : IDisposable
{
    private readonly string? _root;
    private readonly bool _isGiven;
    private readonly CancellationToken _cancellation;
    private IDatasetSource? _source;
    private ImageFileIndex? _index;

    private ImageLocator(string? root, IDatasetSource? source, bool isGiven, CancellationToken cancellation)
    {
        _root = root;
        _source = source;
        _isGiven = isGiven;
        _cancellation = cancellation;
    }

    /// <summary>Creates a locator for a folder or zip of images, or else for the source of the annotations.</summary>
    public static ImageLocator Of(string? imageFolder, IDatasetSource annotations, CancellationToken cancellation) => imageFolder is null
        ? new ImageLocator(null, annotations, isGiven: false, cancellation)
        : new ImageLocator(imageFolder, null, isGiven: true, cancellation);

    /// <summary>
    /// Creates a locator for a folder or zip of images, or else for the folder of a single annotation file. If that folder is named
    /// <c>annotations</c> or <c>labels</c>, the images are beside it, so its parent is used.
    /// </summary>
    public static ImageLocator Of(string? imageFolder, string folder, CancellationToken cancellation)
    {
        string name = Path.GetFileName(folder);
        bool isBeside = name.Equals("annotations", StringComparison.OrdinalIgnoreCase)
            || name.Equals("labels", StringComparison.OrdinalIgnoreCase);
        return new ImageLocator(
            imageFolder ?? (isBeside ? Path.GetDirectoryName(folder) ?? folder : folder),
            null,
            isGiven: imageFolder is not null,
            cancellation);
    }

    /// <summary>Gets the source of the images.</summary>
    /// <exception cref="DatasetException">The folder or zip with the images does not exist, or is not a zip.</exception>
    public IDatasetSource Source => _source ??= OpenRoot();

    /// <summary>Gets all images in ordinal order of their paths.</summary>
    public IReadOnlyList<SourceEntry> Images => Index.Images;

    private ImageFileIndex Index => _index ??= new ImageFileIndex(Source);

    /// <summary>Finds an image.</summary>
    /// <param name="name">The name in the annotations: a file name or path, relative or absolute, with <c>/</c> or <c>\</c>.</param>
    /// <param name="annotations">The folder of the annotation file in its own source; empty at the root.</param>
    /// <param name="hint">The name of a folder to prefer among equal matches, such as <c>train</c>; null for none.</param>
    public ImageSearch Find(string name, string annotations, string? hint = null)
    {
        // Only below the root: a name never leads elsewhere on the disk.
        string path = Normalize(name);
        string? near = _isGiven || _root is not null ? null : annotations;
        string fromAnnotations = Normalize(EntryPath.Combine(near ?? "", name.Replace('\\', '/')));
        (SourceEntry? image, int count) = Index.Find(fromAnnotations, near, hint);
        if (image is null || count > 1 || !string.Equals(image.Path, fromAnnotations, StringComparison.Ordinal))
        {
            (image, count) = Index.Find(path, near, hint);
        }

        return count != 1 ? new ImageSearch(null, count)
            : new ImageSearch(new LocatedImage(Source, image!, FitsWhole(image!.Path, path)), 1);
    }

    /// <summary>Returns the name of an image for messages.</summary>
    public string PathOf(SourceEntry image) => AnnotationSource.PathOf(Source, image);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_root is not null)
        {
            _source?.Dispose();
        }
    }

    /// <summary>Returns a path without <c>.</c>, <c>..</c>, drive and leading slashes.</summary>
    internal static string Normalize(string name)
    {
        string slashed = name.Replace('\\', '/');
        if (!slashed.Contains("./", StringComparison.Ordinal) && !slashed.Contains(':', StringComparison.Ordinal)
            && !slashed.Contains("//", StringComparison.Ordinal) && !slashed.StartsWith('/'))
        {
            return slashed;
        }

        List<string> parts = [];
        foreach (string part in slashed.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == "..")
            {
                parts.RemoveRange(Math.Max(0, parts.Count - 1), Math.Min(1, parts.Count));
            }
            else if (part != "." && !(parts.Count == 0 && part.EndsWith(':')))
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }

    private static bool FitsWhole(string path, string name) =>
        path.Equals(name, StringComparison.OrdinalIgnoreCase) || path.EndsWith("/" + name, StringComparison.OrdinalIgnoreCase);

    private IDatasetSource OpenRoot()
    {
        if (!Directory.Exists(_root) && !File.Exists(_root))
        {
            throw new DatasetException(
                "ImageFolderNotFound", DatasetErrorKind.NotFound, $"The image folder '{_root}' is not there.", _root);
        }

        return AnnotationSource.OpenWhole(_root!, _cancellation);
    }
}
