using System.Globalization;
using DeepQDataset.Building.Content;
using DeepQDataset.Files;
using DeepQDataset.Imaging;
using DeepQDataset.Imaging.Probing;
using DeepQDataset.Inventory;
using DeepQDataset.Layout;
using DeepQDataset.Sources;
using DeepQDataset.Sources.Embedded;

namespace DeepQDataset.Building.Planning;

/// <summary>
/// Finds the file of each labelled image: on disk, in a zip, in a LabelMe JSON, or in the image folder. Each zip is opened once and kept
/// open.
/// </summary>
internal sealed class ImageResolver : IDisposable
{
    private const int MaximumNamed = 10;

    private readonly string? _imageFolder;
    private readonly int _threads;
    private readonly CancellationToken _cancellation;
    private readonly Dictionary<string, (IDatasetSource Source, Dictionary<string, SourceEntry> Entries)> _zips =
        new(StringComparer.Ordinal);
    private readonly List<string> _missing = [];
    private readonly List<string> _ambiguous = [];
    private readonly List<string> _unsupported = [];
    private readonly List<(int Image, StoredContent Json)> _embedded = [];
    private FolderSource? _folder;
    private ImageFolderIndex? _folderIndex;

    /// <summary>Initializes a new instance. Nothing is opened yet.</summary>
    /// <param name="imageFolder">The rooted path of the folder for images without a source; null if there is none.</param>
    /// <param name="threads">The number of threads that read LabelMe files.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    public ImageResolver(string? imageFolder, int threads, CancellationToken cancellation)
    {
        _imageFolder = imageFolder;
        _threads = threads;
        _cancellation = cancellation;
    }

    /// <summary>Gets the opened sources, which must stay open while the images are in use.</summary>
    public IReadOnlyList<IDisposable> Opened => _zips.Values.Select(zip => (IDisposable)zip.Source).Concat(_folder is null ? [] : [_folder])
        .ToArray();

    /// <summary>Gets the paths of the opened zips.</summary>
    public IEnumerable<string> Zips => _zips.Keys;

    /// <summary>Finds all images.</summary>
    /// <returns>The file of each image, at the same index.</returns>
    /// <exception cref="DatasetException">Images cannot be found, or a name is ambiguous.</exception>
    public ResolvedImage[] Resolve(IReadOnlyList<LabelledImage> images)
    {
        ResolvedImage[] resolved = new ResolvedImage[images.Count];
        for (int index = 0; index < resolved.Length; index++)
        {
            _cancellation.ThrowIfCancellationRequested();
            LabelledImage image = images[index];
            resolved[index] = image.Identity.SourcePath is not string path
                ? FromFolder(image)
                : image.Identity.SourceEntry is not string entry
                ? FromFile(path, image.Name)
                : EmbeddedSource.IsInFile(path, entry)
                ? FromJson(path, index, image.Name)
                : FromZip(path, entry, index, image.Name);
        }

        ResolveEmbedded(images, resolved);

        Refuse(_missing, "ImageNotFound", DatasetErrorKind.NotFound, "image was not found", "images were not found");
        Refuse(_unsupported, "UnsupportedImage", DatasetErrorKind.InvalidData, "file is neither PNG nor JPEG nor DICOM",
            "files are neither PNG nor JPEG nor DICOM");
        Refuse(_ambiguous, "AmbiguousImage", DatasetErrorKind.InvalidData, "image's name fits several files",
            "images' names fit several files");
        return resolved;
    }

    /// <summary>Closes the opened sources.</summary>
    public void Dispose()
    {
        foreach (IDisposable source in Opened)
        {
            source.Dispose();
        }
    }

    private ResolvedImage FromFile(string path, string name)
    {
        if (!Path.IsPathFullyQualified(path))
        {
            throw new DatasetException("SourcePathNotRooted", DatasetErrorKind.InvalidArgument,
                $"The source '{path}' of image '{name}' is not a full path.", path);
        }

        FileInfo file = new(path);
        if (!file.Exists)
        {
            _missing.Add(path);
            return default;
        }

        return Found(new FileContent(path, file.Length, file.LastWriteTimeUtc), file.Name, name);
    }

    private ResolvedImage FromJson(string path, int index, string name)
    {
        if (Path.IsPathFullyQualified(path) && new FileInfo(path) is { Exists: true } file)
        {
            _embedded.Add((index, new FileContent(path, file.Length, file.LastWriteTimeUtc)));
            return default;
        }

        return FromFile(path, name); // which reports the problem
    }

    /// <summary>Finds the images in JSONs together, so that several threads can read them.</summary>
    private void ResolveEmbedded(IReadOnlyList<LabelledImage> images, ResolvedImage[] resolved)
    {
        (EmbeddedContent Content, DqImageFormat Format)?[] found = EmbeddedContents.FindAll(
            _embedded.ConvertAll(item => item.Json), _threads, _cancellation);
        for (int index = 0; index < found.Length; index++)
        {
            (int image, StoredContent json) = _embedded[index];
            if (found[index] is not (EmbeddedContent content, DqImageFormat format))
            {
                _missing.Add($"{json.Location}: {EmbeddedSource.EntryName}");
                continue;
            }

            if (format == DqImageFormat.Unknown)
            {
                _unsupported.Add(content.Location);
            }

            resolved[image] = new ResolvedImage(content, images[image].Name, format);
        }
    }

    private ResolvedImage FromZip(string path, string entryPath, int index, string name)
    {
        if (!_zips.TryGetValue(path, out (IDatasetSource Source, Dictionary<string, SourceEntry> Entries) zip))
        {
            zip = OpenZip(path);
            _zips.Add(path, zip);
        }

        if (!zip.Entries.TryGetValue(entryPath, out SourceEntry? entry))
        {
            if (EmbeddedSource.JsonOf(entryPath) is string json && zip.Entries.TryGetValue(json, out entry))
            {
                _embedded.Add((index, new SourceContent(zip.Source, entry)));
                return default;
            }

            _missing.Add($"{path}: {entryPath}");
            return default;
        }

        return Found(new SourceContent(zip.Source, entry), entryPath, name);
    }

    private (IDatasetSource Source, Dictionary<string, SourceEntry> Entries) OpenZip(string path)
    {
        Dictionary<string, SourceEntry> entries = new(StringComparer.Ordinal);
        IDatasetSource source;
        try
        {
            source = DatasetSource.Open(path, _cancellation);
        }
        catch (Exception exception) when (FileFailure.IsAccess(exception))
        {
            throw new DatasetException(
                "SourceNotOpened", DatasetErrorKind.NotFound, $"The labels' source '{path}' could not be opened: {exception.Message}", path,
                exception);
        }

        foreach (SourceEntry entry in source.Entries)
        {
            if (!entry.IsFolder)
            {
                entries[entry.Path] = entry;
            }
        }

        return (source, entries);
    }

    private ResolvedImage FromFolder(LabelledImage image)
    {
        _folderIndex ??= OpenFolder(image);
        IReadOnlyList<SourceEntry> found = _folderIndex.Find(image.Name);
        if (found.Count != 1)
        {
            (found.Count == 0 ? _missing : _ambiguous).Add(image.Name);
            return default;
        }

        // The path in the folder may contain a study and series that the label does not.
        return Found(new SourceContent(_folder!, found[0]), found[0].Path, found[0].Path);
    }

    private ImageFolderIndex OpenFolder(LabelledImage image)
    {
        if (_imageFolder is null)
        {
            throw new DatasetException(
                "NoImageFolder",
                DatasetErrorKind.InvalidArgument,
                $"Image '{image.Name}' has a name but no SourcePath: "
                    + $"specify {Remedy.Of(RemedyAction.GiveImageFolder)} where the images lie, "
                    + $"or leave out those that a converter did not find by {Remedy.Of(RemedyAction.SelectFoundImages)}.",
                image.Name);
        }

        if (!Directory.Exists(_imageFolder))
        {
            throw new DatasetException("ImageFolderNotFound", DatasetErrorKind.NotFound, $"The image folder '{_imageFolder}' is not there.",
                _imageFolder);
        }

        _folder = FolderSource.Open(_imageFolder, _cancellation);
        return new ImageFolderIndex(_folder.Entries.Where(entry => !entry.IsFolder).ToArray());
    }

    /// <summary>Determines the format by the extension, or by the content if there is no extension, as is common for DICOM files.</summary>
    private ResolvedImage Found(StoredContent content, string path, string name)
    {
        DqImageFormat format = ImageFileNames.FormatOf(path);
        if (format == DqImageFormat.Unknown && ImageExtension.ForeignFormatOf(path) is null)
        {
            format = FormatByContent(content);
        }

        if (format == DqImageFormat.Unknown)
        {
            _unsupported.Add(content.Location);
        }

        return new ResolvedImage(content, name, format);
    }

    private DqImageFormat FormatByContent(StoredContent content)
    {
        try
        {
            using Stream stream = content.Open();
            using ForwardReader reader = new();
            reader.Reset(stream, content.Length ?? 0, cancellation: _cancellation);
            return ImageProbe.Probe(reader).Format;
        }
        catch (Exception exception) when (FileFailure.IsReading(exception))
        {
            return DqImageFormat.Unknown;
        }
    }

    private static void Refuse(List<string> names, string errorId, DatasetErrorKind kind, string one, string many)
    {
        if (names.Count > 0)
        {
            string list = string.Join(", ", names.Take(MaximumNamed)) + (names.Count > MaximumNamed ? ", …" : "");
            throw new DatasetException(
                errorId, kind, string.Create(CultureInfo.InvariantCulture, $"{names.Count:N0} {(names.Count == 1 ? one : many)}: {list}."),
                names[0]);
        }
    }
}
