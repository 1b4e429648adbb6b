using DeepQDataset.Imaging;
using DeepQDataset.Inventory;
using DeepQDataset.LabelMe;
using DeepQDataset.Sources;
using DeepQDataset.Work;

namespace DeepQDataset.Reading;

/// <summary>Lists the content of a dataset without validating it.</summary>
public static class DatasetReader
{
    /// <summary>
    /// The number of images that are probed before they are returned in order: enough for all threads, and few enough to stream.
    /// </summary>
    private const int BatchSize = 512;

    /// <summary>
    /// Describes the folder or zip at a path without opening an image. Patients are not counted; studies and series are counted by folder.
    /// </summary>
    /// <param name="fullPath">The rooted path of a file or folder.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    /// <exception cref="FileNotFoundException">There is no folder or file at the path.</exception>
    /// <exception cref="IOException">The source cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    /// <exception cref="DatasetException">The file is not a zip, or label.csv cannot be read.</exception>
    public static DqDataset Describe(string fullPath, CancellationToken cancellation = default)
    {
        using IDatasetSource source = Open(fullPath, cancellation);
        DatasetInventory inventory = Inventory(
            source, Environment.ProcessorCount, out LabelMeDataset? labelMe, progress: null, cancellation);
        return Describe(source, inventory, labelMe, new DicomHierarchy(), cancellation);
    }

    /// <summary>
    /// Describes the folder or zip at a path, and counts the patients, studies and series of its DICOM images. PNG and JPEG files are not
    /// opened.
    /// </summary>
    /// <param name="fullPath">The rooted path of a file or folder.</param>
    /// <param name="threads">The number of threads that read headers, at least 1.</param>
    /// <param name="progress">Receives the progress; called from any thread.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    /// <inheritdoc cref="Describe(string, CancellationToken)" path="/exception"/>
    public static DqDataset Describe(
        string fullPath, int threads, IProgress<WorkProgress>? progress = null, CancellationToken cancellation = default)
    {
        using IDatasetSource source = Open(fullPath, cancellation);
        DatasetInventory inventory = Inventory(source, threads, out LabelMeDataset? labelMe, progress, cancellation);
        ImageEntry[] images = inventory
            .Images.Where(image => image.ExpectedFormat is DqImageFormat.Dicom or DqImageFormat.Unknown)
            .ToArray();
        DicomHierarchy hierarchy = new();
        for (int start = 0; start < images.Length; start += BatchSize)
        {
            ArraySegment<ImageEntry> batch = new(images, start, Math.Min(BatchSize, images.Length - start));
            hierarchy.Add(ImageProber.ProbeAll(source, batch, threads, progress: null, cancellation));
            progress?.Report(new WorkProgress("Reading image headers", start + batch.Count, images.Length, "images"));
        }

        return Describe(source, inventory, labelMe, hierarchy, cancellation);
    }

    private static DqDataset Describe(
        IDatasetSource source,
        DatasetInventory inventory,
        LabelMeDataset? labelMe,
        DicomHierarchy hierarchy,
        CancellationToken cancellation)
    {
        DatasetSummary summary = DatasetSummary.From(inventory, ReadLabels(source, inventory, cancellation).File, labelMe);
        long bytes = 0;
        foreach (SourceEntry entry in source.Entries)
        {
            bytes += entry.Length;
        }

        return new DqDataset
        {
            Dataset = source.Name,
            Path = source.FullPath,
            Layout = inventory.Layout,
            Task = summary.Task,
            Images = inventory.Images.Count,
            Labels = summary.Labels,
            Classes = summary.ClassNames.Count,
            ClassNames = new DqStringList(summary.ClassNames),
            Patients = hierarchy.Patients,
            Studies = inventory.StudyCount > 0 ? inventory.StudyCount : hierarchy.Studies,
            Series = inventory.SeriesCount > 0 ? inventory.SeriesCount : hierarchy.Series,
            Bytes = bytes,
        };
    }

    /// <summary>
    /// Reads the header of each image and returns the images in path order. An image that cannot be read has a
    /// <see cref="DqImage.Problem"/>.
    /// </summary>
    /// <param name="fullPath">The rooted path of a file or folder.</param>
    /// <param name="threads">The number of threads; at least 1.</param>
    /// <param name="progress">Receives the progress; called from any thread.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    /// <exception cref="FileNotFoundException">There is no folder or file at the path.</exception>
    /// <exception cref="IOException">The folder or zip cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    /// <exception cref="DatasetException">The file is not a zip, or label.csv cannot be read.</exception>
    public static IEnumerable<DqImage> ReadImages(
        string fullPath, int threads, IProgress<WorkProgress>? progress = null, CancellationToken cancellation = default)
    {
        using IDatasetSource source = Open(fullPath, cancellation);
        DatasetInventory inventory = Inventory(source, threads, out LabelMeDataset? labelMe, progress, cancellation);
        DqStringList[] classes = ImageClasses.Of(inventory, ReadLabels(source, inventory, cancellation).References, labelMe);
        for (int start = 0; start < inventory.Images.Count; start += BatchSize)
        {
            ImageEntry[] batch = inventory.Images.Skip(start).Take(BatchSize).ToArray();
            ImageProbeResult?[] probes = ImageProber.ProbeAll(source, batch, threads, progress: null, cancellation);
            for (int index = 0; index < batch.Length; index++)
            {
                yield return ImageDescription.Of(source.Name, batch[index], probes[index], classes[start + index]);
            }

            progress?.Report(new WorkProgress("Reading image headers", start + batch.Length, inventory.Images.Count, "images"));
        }
    }

    /// <summary>
    /// Reads the labels of label.csv, class folders or LabelMe files, in file order. Invalid rows are left out; the 5xx rules report them.
    /// </summary>
    /// <param name="fullPath">The rooted path of a file or folder.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    /// <exception cref="FileNotFoundException">There is no folder or file at the path.</exception>
    /// <exception cref="IOException">The source cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    /// <exception cref="DatasetException">The file is not a zip, or label.csv cannot be read.</exception>
    public static IEnumerable<DqLabel> ReadLabels(string fullPath, CancellationToken cancellation = default) =>
        ReadLabels(fullPath, Environment.ProcessorCount, progress: null, cancellation);

    /// <inheritdoc cref="ReadLabels(string, CancellationToken)"/>
    /// <param name="fullPath">The rooted path of a file or folder.</param>
    /// <param name="threads">The number of threads that read LabelMe files, at least 1.</param>
    /// <param name="progress">Receives the progress; called from any thread.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    public static IEnumerable<DqLabel> ReadLabels(
        string fullPath, int threads, IProgress<WorkProgress>? progress = null, CancellationToken cancellation = default)
    {
        using IDatasetSource source = Open(fullPath, cancellation);
        DatasetInventory inventory = Inventory(source, threads, out LabelMeDataset? labelMe, progress, cancellation);
        IEnumerable<DqLabel> labels = inventory.Layout == DqLayout.ClassFolders ? ClassFolderLabels.Of(inventory.Images, source)
            : labelMe is not null ? LabelMeLabels.Of(source, labelMe)
            : LabelStream.Of(source, ReadLabels(source, inventory, cancellation).References);
        foreach (DqLabel label in labels)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return label;
        }
    }

    /// <summary>Returns the inventory; for LabelMe files, which are read for it, including embedded images.</summary>
    internal static DatasetInventory Inventory(
        IDatasetSource source, int threads, out LabelMeDataset? labelMe, IProgress<WorkProgress>? progress, CancellationToken cancellation)
    {
        DatasetInventory inventory = InventoryBuilder.Build(source, cancellation);
        if (inventory.Layout == DqLayout.Unknown)
        {
            inventory = FreeLayout.Build(source, inventory, cancellation);
        }

        labelMe = inventory.Layout == DqLayout.LabelMe
            ? LabelMeDataset.Read(source, inventory, threads, verifies: false, progress, cancellation)
            : null;
        return labelMe?.Inventory ?? inventory;
    }

    /// <summary>Opens a folder or zip that can be read as a dataset.</summary>
    /// <exception cref="DatasetException">The file is not a zip.</exception>
    internal static IDatasetSource Open(string fullPath, CancellationToken cancellation)
    {
        IDatasetSource source = DatasetSource.Open(fullPath, cancellation);
        if (source.Failure is string failure)
        {
            source.Dispose();
            throw new DatasetException(
                "NotADataset",
                DatasetErrorKind.InvalidData,
                $"'{fullPath}' is not a readable zip: {failure}. {Remedy.Of(RemedyAction.Validate)} says more.",
                fullPath);
        }

        return source;
    }

    /// <summary>Reads label.csv.</summary>
    /// <exception cref="DatasetException">The source cannot be read.</exception>
    internal static DatasetLabels ReadLabels(IDatasetSource source, DatasetInventory inventory, CancellationToken cancellation)
    {
        DatasetLabels labels = DatasetLabels.Read(source, inventory, verifies: false, cancellation);
        return labels.File?.NotRead is string reason
            ? throw new DatasetException("LabelsNotRead", DatasetErrorKind.InvalidData, reason, source.FullPath)
            : labels;
    }
}
