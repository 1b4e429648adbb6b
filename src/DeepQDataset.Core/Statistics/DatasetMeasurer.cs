using DeepQDataset.Imaging;
using DeepQDataset.Inventory;
using DeepQDataset.Labels;
using DeepQDataset.Reading;
using DeepQDataset.Work;

namespace DeepQDataset.Statistics;

/// <summary>
/// Counts the images, boxes, sizes and patients of each class of a dataset. Only a few numbers for each image are kept in memory.
/// </summary>
public static class DatasetMeasurer
{
    /// <summary>The number of images to probe at a time: enough for all threads.</summary>
    private const int BatchSize = 4096;

    /// <summary>Counts images, boxes and sizes.</summary>
    /// <param name="fullPath">The rooted path of a folder or zip.</param>
    /// <param name="readsHeaders">Indicates whether to read the headers of images; otherwise their sizes are unknown.</param>
    /// <param name="threads">The number of threads that read images, at least 1.</param>
    /// <param name="progress">Receives the progress; called from any thread.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    /// <exception cref="FileNotFoundException">There is no folder or file at the path.</exception>
    /// <exception cref="IOException">The source cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    /// <exception cref="DatasetException">The file is not a zip, or label.csv cannot be read.</exception>
    public static DatasetMeasurement<DqClassStatistics> Measure(
        string fullPath,
        bool readsHeaders,
        int threads,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        using LabelledDataset dataset = LabelledDataset.Open(fullPath, threads, cancellation);
        ImageFacts? facts = readsHeaders ? ReadFacts(dataset, threads, progress, cancellation) : null;
        IReadOnlyList<DqClassStatistics> classes =
            ClassStatistics.Of(dataset.Source.Name, Count(dataset, cancellation), dataset.Inventory.Images.Count, facts);
        return new DatasetMeasurement<DqClassStatistics>(classes, dataset.Labels.UnplacedLabels, facts?.Unread ?? 0);
    }

    /// <summary>
    /// Counts patients and studies by the images' headers and study folders. No value that identifies a patient is returned.
    /// </summary>
    /// <inheritdoc cref="Measure"/>
    public static DatasetMeasurement<DqPatientStatistics> MeasurePatients(
        string fullPath, int threads, IProgress<WorkProgress>? progress = null, CancellationToken cancellation = default)
    {
        using LabelledDataset dataset = LabelledDataset.Open(fullPath, threads, cancellation);
        ImageFacts facts = ReadFacts(dataset, threads, progress, cancellation);
        IReadOnlyList<DqPatientStatistics> classes = ClassStatistics.PatientsOf(dataset.Source.Name, Count(dataset, cancellation), facts);
        return new DatasetMeasurement<DqPatientStatistics>(classes, dataset.Labels.UnplacedLabels, facts.Unread);
    }

    private static ImageFacts ReadFacts(
        LabelledDataset dataset, int threads, IProgress<WorkProgress>? progress, CancellationToken cancellation)
    {
        ImageEntry[] images = [.. dataset.Inventory.Images];
        ImageFacts facts = new(images.Length);
        for (int start = 0; start < images.Length; start += BatchSize)
        {
            ArraySegment<ImageEntry> batch = new(images, start, Math.Min(BatchSize, images.Length - start));
            ImageProbeResult?[] probes = ImageProber.ProbeAll(dataset.Source, batch, threads, progress: null, cancellation);
            for (int index = 0; index < batch.Count; index++)
            {
                facts.Add(start + index, batch[index], probes[index]);
            }

            progress?.Report(new WorkProgress("Reading image headers", start + batch.Count, images.Length, "images"));
        }

        return facts;
    }

    private static List<ClassTally> Count(LabelledDataset dataset, CancellationToken cancellation)
    {
        const int ImagesBetweenCancellations = 1 << 12;
        ImageLabels source = dataset.Labels;
        ClassTally?[] tallies = new ClassTally?[source.Classes.Count];
        ClassTally unlabelled = new(name: null);
        List<ImageLabel> labels = [];
        for (int image = 0; image < dataset.Inventory.Images.Count; image++)
        {
            if (image % ImagesBetweenCancellations == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            labels.Clear();
            source.Collect(image, labels);
            foreach (ImageLabel label in labels)
            {
                TallyOf(label.Class).Add(image, label.Value, label.Box, label.Mask);
            }

            if (labels.Count == 0)
            {
                unlabelled.Positive.Add(image);
            }
        }

        for (int number = 0; number < tallies.Length; number++)
        {
            if (source.IsUsed(number))
            {
                TallyOf(number);
            }
        }

        return [.. tallies.OfType<ClassTally>(), .. unlabelled.Positive.Distinct().Length > 0 ? [unlabelled] : Array.Empty<ClassTally>()];

        ClassTally TallyOf(int number) =>
            tallies[number] ??= new ClassTally(source.Classes[number]) { HasNegatives = source.HasNegatives };
    }
}
