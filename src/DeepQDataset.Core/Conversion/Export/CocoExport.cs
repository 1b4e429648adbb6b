using DeepQDataset.Building.Content;
using DeepQDataset.Building.Planning;
using DeepQDataset.Files;
using DeepQDataset.Work;

namespace DeepQDataset.Conversion.Export;

/// <summary>Plans COCO files: only the JSON, with references to the existing images, or a folder with both.</summary>
public static class CocoExport
{
    /// <summary>The path of the JSON in the folder.</summary>
    public const string AnnotationPath = "annotations/instances.json";

    private const string ImageFolder = "images/";

    /// <summary>Gets the names of the files and folders of a COCO folder.</summary>
    public static IReadOnlyList<string> Parts { get; } = ["annotations", "images"];

    /// <summary>Plans the export of a dataset.</summary>
    /// <param name="fullPath">The rooted path of the folder or zip.</param>
    /// <param name="options">The options.</param>
    /// <param name="log">Receives losses.</param>
    /// <param name="progress">Receives the progress; called from any thread.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    /// <exception cref="DatasetException">The dataset has no image, or its labels cannot be read.</exception>
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
    /// There is no label, an image cannot be found or is ambiguous, or labels contradict each other.
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
        ExportImages images = new(labels, imageFolder, options.ThrottleLimit, log, cancellation);
        try
        {
            ImageSize?[] sizes = images.Measure(static _ => true, options.ThrottleLimit, progress, cancellation);
            string[] names = options.IncludesImages
                ? ImageNaming.NamesFor(images.Files, ImageArrangement.Automatic, ImageFolder.Length)
                : ExportNames.InPlace(images.Files);
            CocoText text = new(images, names, sizes);
            List<PlannedEntry> entries = [new(AnnotationPath, new GeneratedContent(AnnotationPath, null, text.Write), IsImage: false)];
            for (int file = 0; options.IncludesImages && file < names.Length; file++)
            {
                if (sizes[file] is not null)
                {
                    entries.Add(new PlannedEntry(ImageFolder + names[file], images.Files[file].Content, IsImage: true));
                }
            }

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

    /// <summary>Writes only the JSON of a plan.</summary>
    /// <param name="plan">A plan without images.</param>
    /// <param name="destination">The rooted path of the JSON.</param>
    /// <param name="overwrite">Indicates whether an existing file may be replaced.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests. Nothing is left behind.</param>
    /// <exception cref="DatasetException">The destination exists or cannot be written, or is a source.</exception>
    public static void WriteFile(ArchivePlan plan, string destination, bool overwrite, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        PlanSources.RefuseFile(plan, destination);
        using AtomicFile file = AtomicFile.Create(destination, overwrite);
        ((GeneratedContent)plan.Entries.Single(entry => !entry.IsImage).Content).Write(file.Stream, cancellation);
        file.Commit();
    }
}
