using DeepQDataset.Sources;
using DeepQDataset.Text;
using DeepQDataset.Work;

namespace DeepQDataset.Conversion.Coco;

/// <summary>
/// Turns COCO annotations into labels: instances, keypoints and panoptic things into boxes; where no annotation has a box or an outline,
/// categories of whole images into classes; or outlines into masks. Each file is read twice, since images may stand behind the annotations
/// that need them; what is
/// held are images and categories.
/// </summary>
public static class CocoConverter
{
    private const string InstancesPrefix = "instances";

    /// <summary>
    /// Emits a label for each annotation, in the files' order, then for each image without any annotation one that says that it holds
    /// nothing; one with Class null for an image of whose annotations none came over, or that is not said to be annotated to the end.
    /// </summary>
    /// <param name="fullPath">A rooted path: a JSON file, or a folder or zip that holds some.</param>
    /// <param name="options">What is wanted.</param>
    /// <param name="log">Told of what could not be carried over.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="DatasetException">There is no COCO file, or the one that was named is none.</exception>
    /// <exception cref="FileNotFoundException">There is neither a folder nor a file.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
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
                    repeated.Add((image, file)); // what is in it may stand elsewhere
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
                    throw ConversionErrors.At("InvalidCoco", file.Path, line, 1, "is no COCO file", detail);
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

    /// <summary>Other JSON lies about in many folders; but where nothing is COCO, what is wrong with each file is the answer.</summary>
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
