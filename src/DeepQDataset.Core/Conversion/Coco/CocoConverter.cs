using DeepQDataset.Sources;
using DeepQDataset.Text;
using DeepQDataset.Work;

namespace DeepQDataset.Conversion.Coco;

/// <summary>
/// Converts COCO annotations into labels: instances, keypoints and panoptic things into boxes; categories of whole images into classes if
/// no annotation has a box or an outline; or outlines into masks. Each file is read twice, since images may follow the annotations that
/// refer to them. Only images and categories are kept in memory.
/// </summary>
public static class CocoConverter
{
    private const string InstancesPrefix = "instances";

    /// <summary>
    /// Returns a label for each annotation in file order, then one for each image without annotations that states that it is empty. An
    /// image whose annotations could not be converted, or that is not exhaustively annotated, gets one with Class null.
    /// </summary>
    /// <param name="fullPath">The rooted path of a JSON file, or of a folder or zip with JSON files.</param>
    /// <param name="options">The options.</param>
    /// <param name="log">Receives losses.</param>
    /// <param name="progress">Receives the progress.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    /// <exception cref="DatasetException">There is no COCO file, or the given file is not one.</exception>
    /// <exception cref="FileNotFoundException">There is no folder or file at the path.</exception>
    /// <exception cref="IOException">The source cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    public static IEnumerable<DqLabel> Convert(
        string fullPath, CocoOptions options, ConversionLog log, IProgress<WorkProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(fullPath);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(log);
        return Labels(fullPath, options, log, progress, cancellation);
    }

    private static IEnumerable<DqLabel> Labels(
        string fullPath, CocoOptions options, ConversionLog log, IProgress<WorkProgress>? progress, CancellationToken cancellation)
    {
        using AnnotationSource source = AnnotationSource.Open(fullPath, options.ImageFolder, cancellation);
        List<CocoIndex> files = Index(source, fullPath, log, progress, cancellation);
        ConvertedImageFinder finder = new(source.Images, log);
        foreach (CocoIndex file in files)
        {
            FindImages(file, finder, log, cancellation);
        }

        finder.AssignNames();
        bool isSegmentation = options.Task == DqTask.Segmentation;
        bool hasGeometry = isSegmentation || files.Exists(file => file.HasGeometry);
        using ImageHeaders headers = new(log);
        List<(CocoImage Image, CocoIndex File)> repeated = [];
        foreach (CocoIndex file in files)
        {
            CocoLabels labels = new(file, hasGeometry, options.IncludeCrowd, headers, log);
            CocoJson Open() => new(source, file.File, cancellation);
            IEnumerable<DqLabel> made = isSegmentation ? new CocoMasks(file, labels, headers, log).Labels(Open, progress)
                : Annotated(file, labels, Open, progress);
            foreach (DqLabel label in made)
            {
                yield return label;
            }

            foreach (CocoImage? image in file.Images.Values)
            {
                cancellation.ThrowIfCancellationRequested();
                foreach (DqLabel negative in hasGeometry || image is null ? [] : labels.Negatives(image))
                {
                    yield return negative;
                }

                if (image is { IsLabelled: false, Image.IsRepeated: true })
                {
                    repeated.Add((image, file)); // its annotations may be in another file
                }
                else if (image is { IsLabelled: false })
                {
                    yield return Unlabelled(image, file, headers);
                }
            }
        }

        foreach ((CocoImage image, CocoIndex file) in repeated)
        {
            yield return Unlabelled(image, file, headers);
        }
    }

    private static IEnumerable<DqLabel> Annotated(
        CocoIndex file, CocoLabels labels, Func<CocoJson> open, IProgress<WorkProgress>? progress)
    {
        using CocoJson json = open();
        CocoAnnotationReader annotations = new(json);
        List<CocoAnnotation> batch = [];
        while (annotations.Read(batch))
        {
            foreach (CocoAnnotation annotation in batch)
            {
                if (labels.Make(annotation) is DqLabel label)
                {
                    yield return label;
                }
            }

            progress?.Report(new WorkProgress("Converting annotations", json.Position, file.File.Length, "bytes"));
        }
    }

    private static DqLabel Unlabelled(CocoImage image, CocoIndex file, ImageHeaders headers)
    {
        image.SizeBy(headers, file.Path);
        return image.IsPartial ? image.Image.None(image.Line) : image.Image.Empty(image.Line);
    }

    private static List<CocoIndex> Index(
        AnnotationSource source, string fullPath, ConversionLog log, IProgress<WorkProgress>? progress, CancellationToken cancellation)
    {
        SourceEntry[] candidates = source.Files(".json").ToArray();
        bool hasInstances = source.File is null && Array.Exists(candidates, IsInstances);
        List<CocoIndex> files = [];
        List<DatasetException> failures = [];
        CocoIndexer indexer = new(log, progress);
        foreach (SourceEntry candidate in candidates)
        {
            if (hasInstances && !IsInstances(candidate))
            {
                log.Add(CocoReasons.FileLeftOut, source.PathOf(candidate), null, "instances_*.json says it already");
                continue;
            }

            try
            {
                CocoIndex file = indexer.Read(source, candidate, cancellation);
                if (file.Fault is (int line, string detail))
                {
                    throw ConversionErrors.At("InvalidCoco", file.Path, line, 1, "is not a COCO file", detail);
                }

                files.Add(file);
            }
            catch (DatasetException exception) when (source.File is null)
            {
                failures.Add(exception);
            }
        }

        Tell(failures, files.Count > 0, log);
        return files.Count > 0 ? files : throw new DatasetException(
            "NoCoco", DatasetErrorKind.InvalidData, $"There is no COCO file (JSON with 'images' and 'annotations') in '{fullPath}'.",
            fullPath);
    }

    /// <summary>
    /// Reports unreadable JSON files as notes, since folders often contain other JSON. If there is no COCO file at all, reports them as
    /// failures.
    /// </summary>
    private static void Tell(List<DatasetException> failures, bool hasCoco, ConversionLog log)
    {
        foreach (DatasetException failure in failures)
        {
            if (hasCoco && failure.ErrorId == "InvalidCoco")
            {
                log.Note(failure.Message);
            }
            else
            {
                log.Fail(failure);
            }
        }
    }

    private static bool IsInstances(SourceEntry file) =>
        EntryPath.FileName(file.Path).StartsWith(InstancesPrefix, StringComparison.OrdinalIgnoreCase);

    private static void FindImages(CocoIndex file, ConvertedImageFinder finder, ConversionLog log, CancellationToken cancellation)
    {
        string folder = EntryPath.Folder(file.File.Path);
        string stem = EntryPath.Stem(file.File.Path);
        string split = stem[(stem.LastIndexOf('_') + 1)..]; // instances_train2017: images of other splits may have the same names
        foreach (CocoImageEntry entry in file.Entries)
        {
            cancellation.ThrowIfCancellationRequested();
            if (file.Images.ContainsKey(entry.Id))
            {
                log.Add(CocoReasons.ImageIdRepeated, file.Path, entry.Line, $"'{entry.FileName}' has the id {entry.Id} of another image");
                continue;
            }

            ConvertedImage? image = finder.Find(entry.FileName, folder, file.Path, entry.Line, split);
            file.Images.Add(entry.Id, image is null ? null : new CocoImage(image, entry));
        }

        file.Entries.Clear();
        file.Entries.TrimExcess();
    }
}
