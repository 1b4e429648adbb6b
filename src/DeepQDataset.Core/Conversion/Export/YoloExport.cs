using System.Text;
using DeepQDataset.Building.Content;
using DeepQDataset.Building.Planning;
using DeepQDataset.Labels;
using DeepQDataset.Layout;
using DeepQDataset.Work;

namespace DeepQDataset.Conversion.Export;

/// <summary>
/// Plans YOLO folders: <c>images/train</c>, <c>labels/train</c> and data.yaml for boxes, <c>train/&lt;class&gt;</c> for classes. All images
/// are in <c>train</c>, since datasets have no splits.
/// </summary>
public static class YoloExport
{
    /// <summary>The path of the description in the folder.</summary>
    public const string DescriptionPath = "data.yaml";

    private const string ImageFolder = "images/train";
    private const string LabelFolder = "labels/train";
    private const string ClassFolder = "train";

    /// <summary>Gets the names of the files and folders of a YOLO folder.</summary>
    public static IReadOnlyList<string> Parts { get; } = ["images", "labels", "train", DescriptionPath];

    /// <summary>Plans the export of a dataset.</summary>
    /// <param name="fullPath">The rooted path of the folder or zip.</param>
    /// <param name="options">The options.</param>
    /// <param name="log">Receives losses.</param>
    /// <param name="progress">Receives the progress; called from any thread.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    /// <exception cref="DatasetException">
    /// The dataset has no image, its labels cannot be read, or an image does not have exactly one class.
    /// </exception>
    /// <exception cref="FileNotFoundException">There is no folder or file at the path.</exception>
    /// <exception cref="IOException">The source cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    public static ArchivePlan FromDataset(
        string fullPath, ExportOptions options, ConversionLog log, IProgress<WorkProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        LabelSet labels = DatasetLabelSet.Read(fullPath, options, log, cancellation, out IReadOnlyList<string> folders);
        return Plan(labels, null, folders, options, log, progress, cancellation);
    }

    /// <summary>Plans the export of labels.</summary>
    /// <param name="labels">The labels.</param>
    /// <param name="imageFolder">The folder with the images of labels that have no SourcePath; null if every label has one.</param>
    /// <param name="options">The options.</param>
    /// <param name="log">Receives losses.</param>
    /// <param name="progress">Receives the progress; called from any thread.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    /// <exception cref="DatasetException">
    /// There is no label, an image cannot be found or is ambiguous, labels contradict each other, or an image does not have exactly one
    /// class.
    /// </exception>
    public static ArchivePlan FromLabels(
        LabelSet labels,
        string? imageFolder,
        ExportOptions options,
        ConversionLog log,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(log);
        return Plan(labels, imageFolder, [], options, log, progress, cancellation);
    }

    private static ArchivePlan Plan(
        LabelSet labels,
        string? imageFolder,
        IReadOnlyList<string> sourceFolders,
        ExportOptions options,
        ConversionLog log,
        IProgress<WorkProgress>? progress,
        CancellationToken cancellation)
    {
        if (labels.Task == DqTask.Segmentation)
        {
            throw new DatasetException(
                "MasksNotInYolo", DatasetErrorKind.InvalidArgument,
                $"YOLO's files hold outlines and no masks: use {Remedy.Of(RemedyAction.ExportCoco)}, whose run lengths hold each pixel.");
        }

        ExportImages images = new(labels, imageFolder, options.ThrottleLimit, log, cancellation);
        try
        {
            List<PlannedEntry> entries = labels.Task == DqTask.Classification
                ? Classes(images)
                : Boxes(images, log, options.ThrottleLimit, progress, cancellation);
            return new ArchivePlan(entries, images.Opened)
            {
                Labels = labels.Labels.Count,
                SourceFiles = images.SourceFiles,
                SourceFolders = sourceFolders,
            };
        }
        catch
        {
            images.Dispose();
            throw;
        }
    }

    private static List<PlannedEntry> Classes(ExportImages images)
    {
        string[] folders = ClassArrangement.FoldersOf(
            images.Labels, images.FileOf, images.Files.Count, $"use {Remedy.Of(RemedyAction.ExportCoco)}");
        string[] names = ClassArrangement.NamesFor(images.Files, folders);
        string[] classes = folders.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray(); // as YOLO numbers them
        List<PlannedEntry> entries = [Text(DescriptionPath, YoloText.Description(ClassFolder, classes))];
        for (int file = 0; file < names.Length; file++)
        {
            entries.Add(new PlannedEntry($"{ClassFolder}/{folders[file]}/{names[file]}", images.Files[file].Content, IsImage: true));
        }

        return entries;
    }

    private static List<PlannedEntry> Boxes(
        ExportImages images, ConversionLog log, int threads, IProgress<WorkProgress>? progress, CancellationToken cancellation)
    {
        ImageSize?[] sizes = images.Measure(images.IsLabelled, threads, progress, cancellation);
        string[] names = ImageNaming.NamesFor(images.Files, ImageArrangement.Automatic, ImageFolder.Length + 1);
        BoxFitter fitter = new(log);
        List<PlannedEntry> entries = [Text(DescriptionPath, YoloText.Description(ImageFolder, images.Labels.Classes))];
        for (int file = 0; file < names.Length; file++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (images.IsLabelled(file) && sizes[file] is null)
            {
                continue; // it cannot be measured, which has been reported
            }

            string stem = names[file][..(names[file].Length - ImageExtension.SpellingOf(ImageExtension.FormatOf(names[file])).Length)];
            string text = sizes[file] is ImageSize size ? YoloText.Labels(Fitted(images, file, size, fitter), size) : "";
            entries.Add(new PlannedEntry($"{ImageFolder}/{names[file]}", images.Files[file].Content, IsImage: true));
            if (text.Length > 0 || images.IsEmpty(file))
            {
                entries.Add(Text($"{LabelFolder}/{stem}.txt", text)); // an empty file means an empty image
            }
        }

        return entries;
    }

    /// <summary>Clips boxes to their image, since YOLO drops images with boxes that exceed them.</summary>
    private static IEnumerable<(int Class, BoundingBox Box)> Fitted(ExportImages images, int file, ImageSize size, BoxFitter fitter)
    {
        string location = images.Files[file].Content.Location;
        foreach (LabelReference reference in images.LabelsOf(file))
        {
            DqLabel label = images.Labels.Labels[reference.Label];
            if (fitter.Fit(images.BoxOf(reference), size, location, label.Line, $"'{label.Class}' in '{label.Image}'") is BoundingBox box)
            {
                yield return (reference.Class, box);
            }
        }
    }

    private static PlannedEntry Text(string path, string text) => new(
        path, new GeneratedContent(path, null, (stream, _) => stream.Write(Encoding.UTF8.GetBytes(text))), IsImage: false);
}
