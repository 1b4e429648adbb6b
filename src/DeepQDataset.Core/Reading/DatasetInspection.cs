using DeepQDataset.Files;
using DeepQDataset.Imaging;
using DeepQDataset.Imaging.Probing;
using DeepQDataset.Inventory;
using DeepQDataset.Sources;
using DeepQDataset.Work;

namespace DeepQDataset.Reading;

/// <summary>
/// Represents the result of reading a whole dataset: each image, and each other entry of a zip except label.csv, once, on several threads
/// with one buffer each. An entry that does not match the directory counts as not read, since its content would only show effects of that.
/// </summary>
internal sealed class DatasetInspection
{
    private readonly IDatasetSource _source;
    private readonly InspectionDepth _depth;
    private readonly ProgressCounter _progress;
    private readonly CancellationToken _cancellation;
    private readonly EntryDamage?[] _damages;
    private readonly ImageProbeResult?[] _probes;
    private readonly ImageInspection?[] _images;

    private DatasetInspection(
        IDatasetSource source, InspectionDepth depth, int images, int others, ProgressCounter progress, CancellationToken cancellation)
    {
        _source = source;
        _depth = depth;
        _progress = progress;
        _cancellation = cancellation;
        _probes = new ImageProbeResult?[images];
        _images = new ImageInspection?[images];
        _damages = new EntryDamage?[images + others];
    }

    /// <summary>Gets the result of level Header for each image; null as for <see cref="ImageProber"/>, and for damaged entries.</summary>
    public IReadOnlyList<ImageProbeResult?> Probes => _probes;

    /// <summary>Gets the result of reading each whole image; null if it was not read to its end.</summary>
    public IReadOnlyList<ImageInspection?> Images => _images;

    /// <summary>Gets the entries that do not match the directory, images before others.</summary>
    public IEnumerable<EntryDamage> DamagedEntries => _damages.OfType<EntryDamage>();

    /// <summary>Reads a dataset.</summary>
    /// <param name="source">The source.</param>
    /// <param name="inventory">The inventory.</param>
    /// <param name="depth">
    /// The depth of the reading. <see cref="Images"/> is set only for data, <see cref="Probes"/> not for checksums alone.
    /// </param>
    /// <param name="threads">The number of threads; at least 1.</param>
    /// <param name="progress">Receives the progress; called from any thread.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests, also within a file.</param>
    /// <exception cref="IOException">The zip cannot be read.</exception>
    public static DatasetInspection Read(
        IDatasetSource source,
        DatasetInventory inventory,
        InspectionDepth depth,
        int threads,
        IProgress<WorkProgress>? progress,
        CancellationToken cancellation)
    {
        IReadOnlyList<ImageEntry> images = inventory.Images;
        List<SourceEntry> others = OtherEntries(source, inventory);
        ProgressCounter bytes = ProgressCounter.OfBytes(progress, "Reading all data", Total(images, others));
        DatasetInspection inspection = new(source, depth, images.Count, others.Count, bytes, cancellation);
        ParallelWork.Run(
            images.Count + others.Count,
            threads,
            () => new ImageInspector(depth),
            (index, inspector) =>
            {
                if (index < images.Count)
                {
                    inspection.ReadImage(index, images[index], inspector);
                }
                else
                {
                    inspection.ReadOther(index, others[index - images.Count], inspector);
                }
            },
            cancellation);
        bytes.Finish();
        return inspection;
    }

    /// <summary>Returns the files of a zip that are neither images nor label.csv, including duplicate entries.</summary>
    private static List<SourceEntry> OtherEntries(IDatasetSource source, DatasetInventory inventory)
    {
        if (!source.HasChecksums)
        {
            return [];
        }

        HashSet<SourceEntry> taken = new(inventory.Images.Count + 1, ReferenceEqualityComparer.Instance);
        foreach (ImageEntry image in inventory.Images)
        {
            taken.Add(image.Entry);
        }

        if (inventory.LabelFile is SourceEntry labels)
        {
            taken.Add(labels);
        }

        // These have been read and verified already, since they determine the images.
        taken.UnionWith(inventory.LabelMeFiles);
        return source.FilesWithChecksum.Where(entry => !taken.Contains(entry)).ToList();
    }

    private static long Total(IReadOnlyList<ImageEntry> images, List<SourceEntry> others)
    {
        Int128 total = 0;
        foreach (ImageEntry image in images)
        {
            total += image.Length;
        }

        foreach (SourceEntry entry in others)
        {
            total += entry.Length;
        }

        return (long)Int128.Min(total, long.MaxValue);
    }

    private void ReadImage(int index, ImageEntry image, ImageInspector inspector)
    {
        bool verifies = _source.HasChecksums && image.Embedded is null;
        if (image.Length == 0 && !verifies)
        {
            return;
        }

        ImageInspection? inspection = null;
        try
        {
            EntryReading reading = verifies
                ? EntryReading.Of(_source, image.Entry, verifies, inspector.Digest, Inspect)
                : EntryReading.Of(() => image.Open(_source, _cancellation), Inspect);
            _damages[index] = reading.Damage;
            if (reading.IsSound && image.Length > 0)
            {
                _images[index] = _depth == InspectionDepth.Data ? inspection : null;
                _probes[index] = inspection?.Probe;
            }
        }
        catch (Exception exception) when (FileFailure.IsReading(exception))
        {
            _probes[index] = ImageProbeResult.Unreadable(exception);
        }

        void Inspect(Stream content)
        {
            if (_depth == InspectionDepth.Checksums)
            {
                inspector.Read(content, image.Length, verifies, _progress, _cancellation);
            }
            else
            {
                inspection = inspector.Inspect(content, image.Length, verifies, _progress, _cancellation);
            }
        }
    }

    private void ReadOther(int index, SourceEntry entry, ImageInspector inspector) =>
        _damages[index] = EntryReading.Of(_source, entry, verifies: true, inspector.Digest, content =>
            inspector.Read(content, entry.Length, withChecksum: true, _progress, _cancellation)).Damage;
}
