using DeepQDataset.Inventory;
using DeepQDataset.Layout;
using DeepQDataset.Sources;
using DeepQDataset.Text;
using DeepQDataset.Work;

namespace DeepQDataset.LabelMe;

/// <summary>Represents a dataset of LabelMe JSONs that have been read, with their images (guide chapter 2.3).</summary>
internal sealed class LabelMeDataset
{
    private LabelMeDataset(LabelMeEntry[] files, DatasetInventory inventory, IReadOnlyList<EntryDamage> damaged)
    {
        Files = files;
        Inventory = inventory;
        DamagedEntries = damaged;
    }

    /// <summary>Gets the JSONs in ordinal order of their paths.</summary>
    public IReadOnlyList<LabelMeEntry> Files { get; }

    /// <summary>Gets the inventory of the dataset, including embedded images.</summary>
    public DatasetInventory Inventory { get; }

    /// <summary>Gets the JSONs in a zip whose data does not match the directory, if this was checked.</summary>
    public IReadOnlyList<EntryDamage> DamagedEntries { get; }

    /// <summary>
    /// Gets the task of the labels: detection if there are rectangles, otherwise classification if there are shapes (guide 2.3).
    /// </summary>
    public DqTask Task
    {
        get
        {
            DqTask task = DqTask.None;
            foreach (LabelMeEntry file in Files)
            {
                foreach (LabelMeShape shape in file.IsSound ? file.Content!.Shapes : [])
                {
                    if (shape is { Kind: LabelMeShapeKind.Rectangle, IsBroken: false })
                    {
                        return DqTask.Detection;
                    }

                    task = DqTask.Classification;
                }
            }

            return task;
        }
    }

    /// <summary>Reads the JSONs on several threads.</summary>
    /// <param name="source">The source of the files.</param>
    /// <param name="inventory">The inventory of the dataset, with layout LabelMe.</param>
    /// <param name="threads">The number of threads; at least 1.</param>
    /// <param name="verifies">
    /// Indicates whether to compare entries of a zip with their checksums. The content of damaged entries is not judged.
    /// </param>
    /// <param name="progress">Receives the progress; called from any thread.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    public static LabelMeDataset Read(
        IDatasetSource source,
        DatasetInventory inventory,
        int threads,
        bool verifies,
        IProgress<WorkProgress>? progress,
        CancellationToken cancellation)
    {
        IReadOnlyList<SourceEntry> entries = inventory.LabelMeFiles;
        LabelMeLoaded[] loaded = LabelMeLoader.LoadAll(source, entries, threads, verifies, progress, cancellation);
        LabelMeImageIndex index = new(inventory.Images);
        LabelMeEntry[] files = new LabelMeEntry[loaded.Length];
        List<(ImageEntry Image, int File)> embedded = [];
        List<EntryDamage> damaged = [];
        for (int file = 0; file < files.Length; file++)
        {
            (LabelMeFile? content, string? notRead, EntryDamage? damage) = loaded[file];
            (LabelMeImageMatch match, int image) = index.Find(entries[file].Path, content?.ImagePath);
            if (match == LabelMeImageMatch.None && content is { ImageData: not null, Fault: null })
            {
                embedded.Add((ImageOf(entries[file], content), file));
                match = LabelMeImageMatch.Embedded;
            }

            files[file] = new LabelMeEntry(entries[file], content, notRead, match, image);
            if (damage is not null)
            {
                damaged.Add(damage);
            }
        }

        return new LabelMeDataset(files, embedded.Count == 0 ? inventory : Join(inventory, embedded, files), damaged);
    }

    private static ImageEntry ImageOf(SourceEntry json, LabelMeFile content)
    {
        // The name of the image when it is exported.
        string name = LabelMePath.Parse(content.ImagePath!).FileName;
        bool hasName = ImageFileNames.HasImageExtension(name);
        return new ImageEntry
        {
            Entry = json,
            Embedded = content.ImageData,
            ExpectedFormat = hasName ? ImageFileNames.FormatOf(name) : DqImageFormat.Unknown,
            LabelName = hasName ? name : EntryPath.Stem(json.Path),
        };
    }

    /// <summary>
    /// Inserts embedded images among the others in ordinal order of their paths, and updates the image indexes of the JSONs.
    /// </summary>
    private static DatasetInventory Join(DatasetInventory inventory, List<(ImageEntry Image, int File)> embedded, LabelMeEntry[] files)
    {
        // Both are in order already.
        List<ImageEntry> images = new(inventory.Images.Count + embedded.Count);
        int[] places = new int[inventory.Images.Count];
        int next = 0;
        for (int index = 0; index <= places.Length; index++)
        {
            while (next < embedded.Count
                && (index == places.Length || string.CompareOrdinal(embedded[next].Image.Path, inventory.Images[index].Path) < 0))
            {
                files[embedded[next].File] = files[embedded[next].File] with { Image = images.Count };
                images.Add(embedded[next++].Image);
            }

            if (index < places.Length)
            {
                places[index] = images.Count;
                images.Add(inventory.Images[index]);
            }
        }

        for (int file = 0; file < files.Length; file++)
        {
            if (files[file] is { Match: not LabelMeImageMatch.Embedded, Image: >= 0 } entry)
            {
                files[file] = entry with { Image = places[entry.Image] };
            }
        }

        return inventory with { Images = images };
    }
}
