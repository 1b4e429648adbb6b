using DeepQDataset.Labels;
using DeepQDataset.Sources;
using DeepQDataset.Text;
using DeepQDataset.Work;

namespace DeepQDataset.Conversion.Voc;

/// <summary>
/// Converts Pascal VOC annotations, one XML file for each image, into labels with boxes. All files are read before the first label is
/// returned, since the whole set determines whether pixels are counted from 0 or 1.
/// </summary>
public static class VocConverter
{
    private const string OfficialImageFolder = "JPEGImages";

    /// <summary>
    /// Returns a label for each object in path order of the files. An image whose file has no objects gets one that states that it is
    /// empty; one for which no object could be converted gets one with Class null.
    /// </summary>
    /// <param name="fullPath">The rooted path of an XML file, or of a folder or zip with XML files.</param>
    /// <param name="options">The options.</param>
    /// <param name="log">Receives losses.</param>
    /// <param name="progress">Receives the progress.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    /// <exception cref="DatasetException">There is no VOC file, or the given file is not one.</exception>
    /// <exception cref="FileNotFoundException">There is no folder or file at the path.</exception>
    /// <exception cref="IOException">The source cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    public static IEnumerable<DqLabel> Convert(
        string fullPath, VocOptions options, ConversionLog log, IProgress<WorkProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(fullPath);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(log);
        return Labels(fullPath, options, log, progress, cancellation);
    }

    private static IEnumerable<DqLabel> Labels(
        string fullPath, VocOptions options, ConversionLog log, IProgress<WorkProgress>? progress, CancellationToken cancellation)
    {
        using AnnotationSource source = AnnotationSource.Open(fullPath, options.ImageFolder, cancellation);
        List<VocFile> files = ReadAll(source, fullPath, log, progress, cancellation);
        VocOrigin origin = options.Origin == VocOrigin.Auto ? Decide(files, fullPath, log) : options.Origin;
        using ImageHeaders headers = new(log);
        BoxFitter fitter = new(log);
        foreach (VocFile file in files.Where(static file => file.HasObjects))
        {
            file.Image?.MarkAnnotated();
        }

        for (int index = 0; index < files.Count; index++)
        {
            cancellation.ThrowIfCancellationRequested();
            VocFile file = files[index];
            if (file.Image is not ConvertedImage image)
            {
                continue;
            }

            ImageSize? size = headers.Check(image, file.Declared, file.Path, null);
            bool isLabelled = false;
            foreach (VocObject item in file.Objects)
            {
                if (fitter.Fit(
                    Box(item, origin), size, file.Path, item.Line, $"'{item.Name}' in '{image.OriginalName}'") is BoundingBox box)
                {
                    isLabelled = true;
                    yield return image.Box(item.Name, box, item.Line);
                }
            }

            if (!isLabelled)
            {
                yield return image.Empty();
            }

            progress?.Report(new WorkProgress("Converting annotations", index + 1, files.Count, "files"));
        }
    }

    private static BoundingBox Box(VocObject item, VocOrigin origin) => origin == VocOrigin.One
        ? BoxMath.Between(BoxMath.Subtract(item.Left, 1), BoxMath.Subtract(item.Top, 1), item.Right, item.Bottom)
        : BoxMath.Between(item.Left, item.Top, item.Right, item.Bottom);

    private static VocOrigin Decide(List<VocFile> files, string fullPath, ConversionLog log)
    {
        if (files.Find(file => file.IsOfficial) is VocFile official)
        {
            log.Note($"'{official.Path}' names an official VOC database: pixels are counted from 1, the last one included.");
            return VocOrigin.One;
        }

        if (files.Find(file => file.CountsFromZero) is VocFile zero)
        {
            log.Note($"'{zero.Path}' has a coordinate that is 0 or has decimals: pixels are counted from 0.");
        }
        else if (files.Exists(file => file.Objects.Count > 0))
        {
            log.Add(VocReasons.OriginAssumed, fullPath, null, "no database is named, and all coordinates are whole numbers from 1 on");
        }

        return VocOrigin.Zero;
    }

    private static List<VocFile> ReadAll(
        AnnotationSource source, string fullPath, ConversionLog log, IProgress<WorkProgress>? progress, CancellationToken cancellation)
    {
        SourceEntry[] entries = source.Files(".xml").ToArray();
        ConvertedImageFinder finder = new(source.Images, log);
        List<VocFile> files = [];
        int failures = 0;
        for (int index = 0; index < entries.Length; index++)
        {
            cancellation.ThrowIfCancellationRequested();
            SourceEntry entry = entries[index];
            try
            {
                if (Read(source, entry, log) is VocFile file)
                {
                    file.Image = FindImage(finder, source.Images, file, entry);
                    files.Add(file);
                }
            }
            catch (DatasetException exception) when (source.File is null)
            {
                failures++;
                log.Fail(exception);
            }

            progress?.Report(new WorkProgress("Reading annotations", index + 1, entries.Length, "files"));
        }

        finder.AssignNames();
        return files.Count > 0 || failures > 0 ? files : throw new DatasetException(
            "NoVoc", DatasetErrorKind.InvalidData, $"There is no Pascal VOC file (XML with the root 'annotation') in '{fullPath}'.",
            fullPath);
    }

    private static VocFile? Read(AnnotationSource source, SourceEntry entry, ConversionLog log)
    {
        string path = source.PathOf(entry);
        try
        {
            using Stream stream = source.Source.Open(entry);
            VocFile? file = VocReader.Read(stream, path, log);
            if (file is null)
            {
                log.Note($"'{path}' is not Pascal VOC: its root is not 'annotation'.");
            }

            return file;
        }
        catch (InvalidDataException exception)
        {
            throw ConversionErrors.Damaged(path, exception);
        }
    }

    /// <summary>
    /// Finds the image by the file name in the XML or, if there is no such image, by the name of the XML, since files are renamed in pairs.
    /// </summary>
    private static ConvertedImage? FindImage(ConvertedImageFinder finder, ImageLocator locator, VocFile file, SourceEntry entry)
    {
        string folder = EntryPath.Folder(entry.Path);
        string stem = EntryPath.Stem(entry.Path);
        string name = file.FileName is not null && locator.Find(file.FileName, folder, OfficialImageFolder).Candidates > 0 ? file.FileName
            : locator.Find(stem, folder, OfficialImageFolder).Candidates > 0 ? stem
            : file.FileName ?? stem;
        return finder.Find(name, folder, file.Path, null, OfficialImageFolder);
    }
}
