using DeepQDataset.LabelMe;
using DeepQDataset.Sources;
using DeepQDataset.Work;

namespace DeepQDataset.Conversion.LabelMe;

/// <summary>
/// Converts LabelMe files into labels: shapes with an area into boxes, masks, or classes of the image; flags into classes. The files are
/// read once on several threads; only the boxes of their shapes are kept.
/// </summary>
public static class LabelMeConverter
{
    /// <summary>
    /// Returns a label for each shape or class in file order. An image whose file has no shapes and flags gets one that states that it is
    /// empty; one for which nothing could be converted gets one with Class null.
    /// </summary>
    /// <param name="fullPath">The rooted path of a JSON file, or of a folder or zip with JSON files.</param>
    /// <param name="options">The options.</param>
    /// <param name="log">Receives losses.</param>
    /// <param name="progress">Receives the progress.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    /// <exception cref="DatasetException">
    /// Boxes and flags are requested together, there is no LabelMe file, or the given file is not one.
    /// </exception>
    /// <exception cref="FileNotFoundException">There is no folder or file at the path.</exception>
    /// <exception cref="IOException">The source cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    public static IEnumerable<DqLabel> Convert(
        string fullPath,
        LabelMeOptions options,
        ConversionLog log,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(fullPath);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(log);
        return options is { Task: DqTask.Detection or DqTask.Segmentation, FlagsAsLabels: true }
            ? throw new DatasetException(
                "FlagsBesideBoxes",
                DatasetErrorKind.InvalidArgument,
                "Flags become classes of whole images, and these do not go into one dataset with boxes or masks: take the task "
                + "Classification.",
                fullPath)
            : Labels(fullPath, options, log, progress, cancellation);
    }

    private static IEnumerable<DqLabel> Labels(
        string fullPath, LabelMeOptions options, ConversionLog log, IProgress<WorkProgress>? progress, CancellationToken cancellation)
    {
        using AnnotationSource source = AnnotationSource.Open(fullPath, options.ImageFolder, cancellation);
        List<LabelMeAnnotations> files = Read(source, fullPath, options.ThrottleLimit, log, progress, cancellation);
        using ImageHeaders headers = new(log);
        FindImages(source, options, files, log, cancellation);
        foreach (LabelMeAnnotations file in files.Where(static file => file.Content is not { Shapes.Count: 0, Flags.Count: 0 }))
        {
            file.Image?.MarkAnnotated();
        }

        LabelMeLabeller labeller = new(options, headers, log);
        using LabelMeMasks masks = new(source.Source, labeller, log, cancellation);
        int done = 0;
        foreach (LabelMeAnnotations file in files)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (DqLabel label in options.Task == DqTask.Segmentation ? masks.LabelsOf(file) : labeller.LabelsOf(file))
            {
                yield return label;
            }

            progress?.Report(new WorkProgress("Converting annotations", ++done, files.Count, "files"));
        }
    }

    private static List<LabelMeAnnotations> Read(
        AnnotationSource source, string fullPath, int threads, ConversionLog log, IProgress<WorkProgress>? progress,
        CancellationToken cancellation)
    {
        SourceEntry[] entries = source.Files(".json").ToArray();
        LabelMeLoaded[] loaded = LabelMeLoader.LoadAll(
            source.Source, entries, threads, verifies: false, progress, cancellation);
        List<LabelMeAnnotations> files = new(loaded.Length);
        for (int index = 0; index < loaded.Length; index++)
        {
            string path = source.PathOf(entries[index]);
            if (loaded[index].Content is { Fault: null } content)
            {
                files.Add(new LabelMeAnnotations(entries[index], path, content));
            }
            else if (source.File is not null)
            {
                throw Invalid(path, loaded[index]);
            }
            else if (loaded[index].Content is { HasKeys: false } other)
            {
                log.Note($"'{path}' is not a LabelMe file: {other.Fault!.Message}");
            }
            else
            {
                log.Fail(Invalid(path, loaded[index]));
            }
        }

        return files.Count > 0 || log.Failures.Count > 0 ? files : throw new DatasetException(
            "NoLabelMe",
            DatasetErrorKind.InvalidData,
            $"There is no LabelMe file (JSON with 'shapes' and 'imagePath') in '{fullPath}'.",
            fullPath);
    }

    private static DatasetException Invalid(string path, LabelMeLoaded loaded) => loaded.Content?.Fault is not LabelMeFault fault
        ? new DatasetException(
            "LabelMeNotRead",
            DatasetErrorKind.InputOutput,
            loaded.NotRead is string reason
                ? $"'{path}' could not be read: {reason}"
                : (RemedyText)$"'{path}' could not be read: the zip keeps its content back; {Remedy.Of(RemedyAction.Validate)} says why.",
            path)
        : new DatasetException(
            "InvalidLabelMe",
            DatasetErrorKind.InvalidData,
            fault.Place is { } place
                ? FormattableString.Invariant(
                    $"'{path}' is not a LabelMe file: line {place.Line}, column {place.Column}: {fault.Message} {ConversionErrors.Remedy}.")
                : $"'{path}' is not a LabelMe file: {fault.Message} {ConversionErrors.Remedy}.",
            path);

    private static void FindImages(
        AnnotationSource source, LabelMeOptions options, List<LabelMeAnnotations> files, ConversionLog log, CancellationToken cancellation)
    {
        ConvertedImageFinder finder = new(source.Images, log);
        LabelMeImageFinder images = new(source, options.ImageFolder is not null, finder, log);
        images.FindAll(files, options.ThrottleLimit, cancellation);
        finder.AssignNames();
    }
}
