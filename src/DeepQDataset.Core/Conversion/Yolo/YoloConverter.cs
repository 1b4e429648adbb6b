using DeepQDataset.Sources;
using DeepQDataset.Text;
using DeepQDataset.Work;

namespace DeepQDataset.Conversion.Yolo;

/// <summary>
/// Converts YOLO datasets into labels: boxes, outlines and oriented boxes into boxes in pixels; class folders into classes. All label files
/// are read before the first label is returned, so that a class without a name fails before anything is written.
/// </summary>
public static class YoloConverter
{
    /// <summary>
    /// Returns a label for each box in path order of the images. An image with an empty file gets one that states that it is empty; one
    /// without a file, or for which nothing could be converted, gets one with Class null.
    /// </summary>
    /// <param name="fullPath">The rooted path of a folder, a zip, or the data.yaml or obj.data in a folder.</param>
    /// <param name="options">The options.</param>
    /// <param name="log">Receives losses.</param>
    /// <param name="progress">Receives the progress.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    /// <exception cref="DatasetException">There are no images, a class has no name, or data.yaml cannot be read.</exception>
    /// <exception cref="FileNotFoundException">There is no folder or file at the path.</exception>
    /// <exception cref="IOException">The source cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    public static IEnumerable<DqLabel> Convert(
        string fullPath, YoloOptions options, ConversionLog log, IProgress<WorkProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(fullPath);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(log);
        return Labels(fullPath, options, log, progress, cancellation);
    }

    private static IEnumerable<DqLabel> Labels(
        string fullPath, YoloOptions options, ConversionLog log, IProgress<WorkProgress>? progress, CancellationToken cancellation)
    {
        using AnnotationSource source = AnnotationSource.OpenAround(fullPath, options.ImageFolder, cancellation);
        YoloDescription? description = new YoloDescriptionReader(source, log, cancellation).Find();
        YoloSplits splits = new(source, log, cancellation);
        IReadOnlyList<SourceEntry> images = splits.Images(description);
        if (images.Count == 0)
        {
            throw new DatasetException(
                "NoImages",
                DatasetErrorKind.InvalidData,
                $"There is no image in '{source.Images.Source.FullPath}', and YOLO's boxes are shares of an image's size. "
                + $"Specify {Remedy.Of(RemedyAction.GiveImageFolder)} where the images lie.",
                fullPath);
        }

        YoloPairing pairing = new(source.Source, splits.Lists);
        YoloSet set = pairing.IsEmpty && YoloClassFolders.Is(images)
            ? YoloSet.OfClassFolders(source, images, log)
            : Read(source, description, splits, pairing, images, options, log, progress, cancellation);
        using ImageHeaders headers = new(log);
        BoxFitter fitter = new(log);
        ClassMasks masks = new(log);
        for (int index = 0; index < set.Items.Count; index++)
        {
            cancellation.ThrowIfCancellationRequested();
            IEnumerable<DqLabel> labels = options.Task == DqTask.Segmentation
                ? set.Masks(index, headers, masks)
                : set.Labels(index, headers, fitter);
            foreach (DqLabel label in labels)
            {
                yield return label;
            }

            progress?.Report(new WorkProgress("Converting annotations", index + 1, set.Items.Count, "images"));
        }
    }

    private static YoloSet Read(
        AnnotationSource source,
        YoloDescription? description,
        YoloSplits splits,
        YoloPairing pairing,
        IReadOnlyList<SourceEntry> images,
        YoloOptions options,
        ConversionLog log,
        IProgress<WorkProgress>? progress,
        CancellationToken cancellation)
    {
        YoloNamesFinder names = new(source, description, options.ClassNames, log, cancellation);
        YoloLineReader lines = new(description?.KeyPointNumbers ?? 0, options.Task == DqTask.Segmentation, log);
        (SourceEntry? File, int Count)[] pairs = pairing.Pair(images, source.Images.Images);
        YoloSet set = new(source, log);
        for (int index = 0; index < images.Count; index++)
        {
            cancellation.ThrowIfCancellationRequested();
            (SourceEntry? file, int count) = pairs[index];
            if (file is null)
            {
                string image = source.Images.PathOf(images[index]);
                log.Add(count == 0 ? YoloReasons.LabelsMissing : YoloReasons.LabelsAmbiguous, image, null, $"{count} label files fit it");
                if (count > 0)
                {
                    continue;
                }
            }

            string path = file is null ? source.Images.PathOf(images[index]) : source.PathOf(file);
            bool isEmpty = false;
            List<YoloBox> boxes = file is null ? []
                : lines.Read(Text(source, file, log, cancellation), path, names.For(file.Path), out isEmpty);
            set.Add(images[index], path, boxes, isEmpty);
            progress?.Report(new WorkProgress("Reading annotations", index + 1, images.Count, "files"));
        }

        foreach (SourceEntry left in pairing.Left)
        {
            if (YoloLineReader.LooksLikeLabels(Text(source, left, log, cancellation)))
            {
                log.Add(YoloReasons.LabelsWithoutImage, source.PathOf(left), null, $"no image '{EntryPath.Stem(left.Path)}'");
            }
        }

        set.Complete();
        return set;
    }

    private static string Text(AnnotationSource source, SourceEntry file, ConversionLog log, CancellationToken cancellation) =>
        AnnotationText.Read(
        source, file, encoding => log.Add(YoloReasons.EncodingGuessed, source.PathOf(file), null, $"taken for {encoding}"), cancellation);
}
