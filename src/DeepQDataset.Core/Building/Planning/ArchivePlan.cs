using DeepQDataset.Inventory;
using DeepQDataset.Sources;

namespace DeepQDataset.Building.Planning;

/// <summary>
/// What an archive will hold: a pure list of sources and entry names. Making one writes nothing and opens no image. It keeps the dataset
/// open, or the zips that its labels come from, until it is disposed.
/// </summary>
public sealed class ArchivePlan : IDisposable
{
    private IReadOnlyList<IDisposable> _owned;

    /// <summary>Makes a plan.</summary>
    /// <param name="entries">The entries, in any order.</param>
    /// <param name="owned">What to dispose with the plan.</param>
    /// <exception cref="DatasetException">There is no entry, or two have one name, or a name leads out of the archive.</exception>
    internal ArchivePlan(IEnumerable<PlannedEntry> entries, IReadOnlyList<IDisposable>? owned = null)
    {
        PlannedEntry[] sorted = entries.ToArray();
        Array.Sort(sorted, static (left, right) => string.CompareOrdinal(left.EntryName, right.EntryName));
        Entries = sorted;
        _owned = owned ?? [];
        CheckNames(sorted);
        foreach (PlannedEntry entry in sorted)
        {
            Images += entry.IsImage ? 1 : 0;
            SourceBytes += entry.Content.Length ?? 0;
        }
    }

    /// <summary>The entries in ordinal order of their names.</summary>
    internal IReadOnlyList<PlannedEntry> Entries { get; }

    /// <summary>How many images the archive will hold: entries, or what LabelMe files hold.</summary>
    public long Images { get; internal init; }

    /// <summary>How many labels: rows of label.csv, or images in class folders.</summary>
    public long Labels { get; internal init; }

    /// <summary>How many images hold nothing by their labels and have no line, since the form of label.csv has none for them.</summary>
    public long NegativesLeftOut { get; internal init; }

    /// <summary>How many bytes are to be read.</summary>
    public long SourceBytes { get; }

    /// <summary>Images that get another name, by new name.</summary>
    public DqRenameCollection Renames { get; internal init; } = DqRenameCollection.Empty;

    /// <summary>Files of the source that stay out: the layout has no place for them, or an operating system left them behind.</summary>
    public DqStringList LeftOut { get; internal init; } = DqStringList.Empty;

    /// <summary>The folders that must not be written into, since they are the source.</summary>
    internal IReadOnlyList<string> SourceFolders { get; init; } = [];

    /// <summary>The files, zips among them, that must not be replaced, since they are sources.</summary>
    internal IReadOnlySet<string> SourceFiles { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>
    /// Plans the archive of a dataset as it is: its layout at the root, without enclosing folders; system and stray files left out. Only
    /// file names that several class folders share are made unique (DQ202). The plan keeps the dataset open.
    /// </summary>
    /// <param name="fullPath">The rooted path of the folder or zip.</param>
    /// <param name="options">The edition, and which files stay out; null for the defaults.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="FileNotFoundException">There is neither a folder nor a file.</exception>
    /// <exception cref="DatasetException">
    /// The dataset holds nothing to archive, or two files of one name, or label.csv goes in and names an image that is to stay out.
    /// </exception>
    public static ArchivePlan FromDataset(string fullPath, DatasetPlanOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= DatasetPlanOptions.Default;
        IDatasetSource source = DatasetSource.Open(fullPath, cancellation);
        try
        {
            DatasetInventory inventory = InventoryBuilder.Build(source, options.Platform, cancellation);
            ArchivePlan plan = DatasetPlanner.Plan(source, inventory, options.IsExcluded, options.ThrottleLimit, cancellation);
            plan._owned = [.. plan._owned, source];
            return plan;
        }
        catch
        {
            source.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Plans the archive of labels: <c>image/</c> with valid, unique names, and label.csv in complete one-hot form: a row for every image
    /// that has a label and every class of the labels, 0 where nothing was asserted.
    /// </summary>
    /// <param name="labels">The labels.</param>
    /// <param name="imageFolder">Where the images of labels without a SourcePath lie; null when every label has one.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="DatasetException">
    /// No label, an image that is not there or not clear, or an image that is both of a class and not of it.
    /// </exception>
    public static ArchivePlan FromLabels(LabelSet labels, string? imageFolder, CancellationToken cancellation = default) =>
        FromLabels(labels, imageFolder, LabelPlanOptions.Default, cancellation);

    /// <summary>Plans the archive of labels in a layout of choice. Names are valid and unique in each.</summary>
    /// <param name="labels">The labels.</param>
    /// <param name="imageFolder">Where the images of labels without a SourcePath lie; null when every label has one.</param>
    /// <param name="options">The layout, the form of label.csv, and the edition that is to read it.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="DatasetException">
    /// No label, an image that is not there or not clear, an image that is both of a class and not of it, or one that has no place in the
    /// layout: of several classes or none, or without study and series.
    /// </exception>
    public static ArchivePlan FromLabels(
        LabelSet labels, string? imageFolder, LabelPlanOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(options);
        return LabelPlanner.Plan(labels, imageFolder, options, cancellation);
    }

    /// <summary>Closes what the plan keeps open: the dataset, or the zips that labels come from.</summary>
    public void Dispose()
    {
        foreach (IDisposable disposable in _owned)
        {
            disposable.Dispose();
        }
    }

    private static void CheckNames(PlannedEntry[] sorted)
    {
        if (sorted.Length == 0)
        {
            throw new DatasetException("NothingToArchive", DatasetErrorKind.InvalidData,
                "There is nothing to put into an archive: no image was found.");
        }

        for (int index = 0; index < sorted.Length; index++)
        {
            string name = sorted[index].EntryName;
            if (LeadsOut(name))
            {
                throw new DatasetException("UnsafeEntryName", DatasetErrorKind.InvalidData, $"'{name}' is no path inside an archive.",
                    name);
            }

            if (index > 0 && string.Equals(sorted[index - 1].EntryName, name, StringComparison.Ordinal))
            {
                throw new DatasetException("DuplicateEntryName", DatasetErrorKind.InvalidData,
                    $"Two files would be '{name}' in the archive.", name);
            }
        }
    }

    private static bool LeadsOut(string name) =>
        name.Length == 0 || name[0] == '/' || name.Split('/').Any(static part => part is "" or "." or "..");
}
