using DeepQDataset.LabelMe;
using DeepQDataset.Sources;
using DeepQDataset.Work;

namespace DeepQDataset.Conversion.LabelMe;

/// <summary>
/// Turns LabelMe files into labels: shapes that cover an area into boxes or masks, or into classes of their image; flags into classes. The
/// files are
/// read once, on several threads; what is held of a file are its shapes' boxes.
/// </summary>
public static class LabelMeConverter
{
    /// <summary>
    /// Emits a label for each shape or class, in the files' order; for an image of a file without shapes and flags one that says that it
    /// holds nothing; with Class null where nothing of a file came over.
    /// </summary>
    /// <param name="fullPath">A rooted path: a JSON file, or a folder or zip that holds some.</param>
    /// <param name="options">What is wanted.</param>
    /// <param name="log">Told of what could not be carried over.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="DatasetException">
    /// Boxes and flags are wanted together, there is no LabelMe file, or the one that was named is none.
    /// </exception>
    /// <exception cref="FileNotFoundException">There is neither a folder nor a file.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
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
                "Flags become classes of whole images, and these do not go into one dataset with boxes or masks: take the task Classification.",
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
                log.Note($"'{path}' is no LabelMe file: {other.Fault!.Message}");
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
                    $"'{path}' is no LabelMe file: line {place.Line}, column {place.Column}: {fault.Message} {ConversionErrors.Remedy}.")
                : $"'{path}' is no LabelMe file: {fault.Message} {ConversionErrors.Remedy}.",
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
