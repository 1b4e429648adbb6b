using DeepQDataset.Files;
using DeepQDataset.Imaging;
using DeepQDataset.Imaging.Probing;
using DeepQDataset.Inventory;
using DeepQDataset.Sources;
using DeepQDataset.Sources.Embedded;
using DeepQDataset.Sources.Zip;
using DeepQDataset.Work;

namespace DeepQDataset.Reading;

/// <summary>
/// What reading all of a dataset shows: each image, and each other entry of a zip but label.csv, once, on several threads, each with one
/// buffer however large the files are. An entry that does not unpack to what the directory says counts as unread: what its bytes seem to be
/// would be an effect of that.
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

    /// <summary>What level Header says of each image; null as for <see cref="ImageProber"/>, and for damaged entries.</summary>
    public IReadOnlyList<ImageProbeResult?> Probes => _probes;

    /// <summary>What all of each image says; null where it was not read to its end.</summary>
    public IReadOnlyList<ImageInspection?> Images => _images;

    /// <summary>The entries that do not unpack to what the directory says, images before others.</summary>
    public IEnumerable<EntryDamage> DamagedEntries => _damages.OfType<EntryDamage>();

    /// <summary>Reads a dataset.</summary>
    /// <param name="source">Where it is.</param>
    /// <param name="inventory">Its inventory.</param>
    /// <param name="depth">What to look at; <see cref="Images"/> has nothing but for the data, <see cref="Probes"/> nothing for the checksums alone.</param>
    /// <param name="threads">How many threads read, at least 1.</param>
    /// <param name="progress">Told now and then, from any thread.</param>
    /// <param name="cancellation">Ends the work, within a file too.</param>
    /// <exception cref="IOException">The zip cannot be read.</exception>
    public static DatasetInspection Read(
        IDatasetSource source, DatasetInventory inventory, InspectionDepth depth, int threads, IProgress<WorkProgress>? progress, CancellationToken cancellation)
    {
        IReadOnlyList<ImageEntry> images = inventory.Images;
        List<ZipEntry> others = source is ZipSource zip ? OtherEntries(zip, inventory) : [];
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

    /// <summary>The files of a zip that are neither images nor label.csv, those that occur twice among them.</summary>
    private static List<ZipEntry> OtherEntries(ZipSource zip, DatasetInventory inventory)
    {
        IReadOnlyList<ZipEntry> all = zip.Directory.Entries;
        HashSet<SourceEntry> taken = new(inventory.Images.Count + 1, ReferenceEqualityComparer.Instance);
        foreach (ImageEntry image in inventory.Images)
        {
            taken.Add(image.Entry);
        }

        if (inventory.LabelFile is SourceEntry labels)
        {
            taken.Add(labels);
        }

        // Read and compared already, since they say what the images are.
        taken.UnionWith(inventory.LabelMeFiles);

        List<ZipEntry> others = [];
        foreach (ZipEntry entry in all)
        {
            if (entry is { IsUsable: true, IsFolder: false } && !taken.Contains(entry))
            {
                others.Add(entry);
            }
        }

        return others;
    }

    private static long Total(IReadOnlyList<ImageEntry> images, List<ZipEntry> others)
    {
        Int128 total = 0;
        foreach (ImageEntry image in images)
        {
            total += image.Length;
        }

        foreach (ZipEntry entry in others)
        {
            total += entry.Length;
        }

        return (long)Int128.Min(total, long.MaxValue);
    }

    private void ReadImage(int index, ImageEntry image, ImageInspector inspector)
    {
        SourceEntry entry = image.Entry;
        bool isZip = _source is ZipSource && image.Embedded is null;
        bool isOpen = false;
        if (image.Length == 0 && !isZip)
        {
            return;
        }

        try
        {
            using Stream? stream = TryOpen(entry, image.Embedded);
            if (stream is null)
            {
                return;
            }

            isOpen = true;
            ImageInspection? inspection = null;
            if (_depth == InspectionDepth.Checksums)
            {
                inspector.Read(stream, image.Length, withChecksum: isZip, _progress, _cancellation);
            }
            else
            {
                inspection = inspector.Inspect(stream, image.Length, withChecksum: isZip, _progress, _cancellation);
            }

            _damages[index] = isZip ? EntryDamage.Find(entry, inspector.Digest) : null;
            if (_damages[index] is null && image.Length > 0)
            {
                _images[index] = _depth == InspectionDepth.Data ? inspection : null;
                _probes[index] = inspection?.Probe;
            }
        }
        catch (InvalidDataException) when (isOpen && isZip)
        {
            _damages[index] = EntryDamage.NotUnpacked(entry);
        }
        catch (Exception exception) when (FileFailure.IsReading(exception))
        {
            _probes[index] = new ImageProbeResult(DqImageFormat.Unknown, null, new ImageProblem(ImageProblemKind.Unreadable, exception.Message, 0));
        }
    }

    private void ReadOther(int index, ZipEntry entry, ImageInspector inspector)
    {
        try
        {
            using Stream? stream = TryOpen(entry, embedded: null);
            if (stream is null)
            {
                return;
            }

            inspector.Read(stream, entry.Length, withChecksum: true, _progress, _cancellation);
            _damages[index] = EntryDamage.Find(entry, inspector.Digest);
        }
        catch (InvalidDataException)
        {
            _damages[index] = EntryDamage.NotUnpacked(entry);
        }
    }

    /// <summary>An entry that the zip itself keeps from being opened is what DQ702, DQ707 or DQ714 speak of.</summary>
    private Stream? TryOpen(SourceEntry entry, EmbeddedImage? embedded)
    {
        try
        {
            return embedded is not null ? EmbeddedImageStream.Open(() => _source.Open(entry), embedded, _cancellation)
                : _source is ZipSource zip ? zip.OpenToVerify(entry)
                : _source.Open(entry);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
