using System.Text;
using DeepQDataset.Building.Content;
using DeepQDataset.Building.Planning;
using DeepQDataset.Labels;
using DeepQDataset.Layout;
using DeepQDataset.Work;

namespace DeepQDataset.Conversion.Export;

/// <summary>
/// Plans YOLO folders: <c>images/train</c>, <c>labels/train</c> and data.yaml for boxes, <c>train/&lt;class&gt;</c> for classes. All images
/// go to <c>train</c>, since datasets have no splits.
/// </summary>
public static class YoloExport
{
    /// <summary>The description's path in the folder.</summary>
    public const string DescriptionPath = "data.yaml";

    private const string ImageFolder = "images/train";
    private const string LabelFolder = "labels/train";
    private const string ClassFolder = "train";

    /// <summary>The files and folders that a YOLO folder has.</summary>
    public static IReadOnlyList<string> Parts { get; } = ["images", "labels", "train", DescriptionPath];

    /// <summary>Plans the files of a dataset.</summary>
    /// <param name="fullPath">The rooted path of its folder or zip.</param>
    /// <param name="options">How.</param>
    /// <param name="log">Told of what could not be carried over.</param>
    /// <param name="progress">Told how far it is, from any thread.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="DatasetException">
    /// It holds no image, its labels cannot be read, or an image is of no or of several classes.
    /// </exception>
    /// <exception cref="FileNotFoundException">There is neither a folder nor a file.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    public static ArchivePlan FromDataset(
        string fullPath, ExportOptions options, ConversionLog log, IProgress<WorkProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        LabelSet labels = DatasetLabelSet.Read(fullPath, options, log, cancellation, out IReadOnlyList<string> folders);
        return Plan(labels, null, folders, options, log, progress, cancellation);
    }

    /// <summary>Plans the files of labels.</summary>
    /// <param name="labels">The labels.</param>
    /// <param name="imageFolder">Where the images of labels without a SourcePath lie; null when every label has one.</param>
    /// <param name="options">How.</param>
    /// <param name="log">Told of what could not be carried over.</param>
    /// <param name="progress">Told how far it is, from any thread.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="DatasetException">
    /// No label, an image that is not there or not clear, labels that contradict each other, or an image of no or of several classes.
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
                continue; // it cannot be measured, which has been said
            }

            string stem = names[file][..(names[file].Length - ImageExtension.SpellingOf(ImageExtension.FormatOf(names[file])).Length)];
            string text = sizes[file] is ImageSize size ? YoloText.Labels(Fitted(images, file, size, fitter), size) : "";
            entries.Add(new PlannedEntry($"{ImageFolder}/{names[file]}", images.Files[file].Content, IsImage: true));
            if (text.Length > 0 || images.HoldsNothing(file))
            {
                entries.Add(Text($"{LabelFolder}/{stem}.txt", text)); // an empty one says that the image holds nothing
            }
        }

        return entries;
    }

    /// <summary>YOLO throws images away whose boxes reach beyond them.</summary>
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
