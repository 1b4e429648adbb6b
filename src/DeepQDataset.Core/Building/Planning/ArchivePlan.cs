using DeepQDataset.Inventory;
using DeepQDataset.Sources;

namespace DeepQDataset.Building.Planning;

/// <summary>
/// Describes the contents of an archive as a list of sources and entry names. Creating a plan writes nothing and opens no image. A plan
/// keeps the dataset open, or the zips that contain the images of its labels, until it is disposed.
/// </summary>
public sealed class ArchivePlan : IDisposable
{
    private IReadOnlyList<IDisposable> _owned;

    /// <summary>Initializes a new instance of the <see cref="ArchivePlan"/> class.</summary>
    /// <param name="entries">The entries, in any order.</param>
    /// <param name="owned">The objects to dispose with the plan.</param>
    /// <exception cref="DatasetException">
    /// There is no entry, two entries have the same name, or a name leads out of the archive.
    /// </exception>
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

    /// <summary>Gets the entries in ordinal order of their names.</summary>
    internal IReadOnlyList<PlannedEntry> Entries { get; }

    /// <summary>Gets the number of images in the archive: entries, or images inside LabelMe files.</summary>
    public long Images { get; internal init; }

    /// <summary>Gets the number of labels: rows of label.csv, or images in class folders.</summary>
    public long Labels { get; internal init; }

    /// <summary>Gets the number of images without any object that have no row, since the form of label.csv cannot express them.</summary>
    public long NegativesLeftOut { get; internal init; }

    /// <summary>Gets the number of bytes to read.</summary>
    public long SourceBytes { get; }

    /// <summary>Gets the images to rename, by new name.</summary>
    public DqRenameCollection Renames { get; internal init; } = DqRenameCollection.Empty;

    /// <summary>Gets the files of the source that are left out: system files, and files without a place in the layout.</summary>
    public DqStringList LeftOut { get; internal init; } = DqStringList.Empty;

    /// <summary>Gets the folders that are sources and must not be written to.</summary>
    internal IReadOnlyList<string> SourceFolders { get; init; } = [];

    /// <summary>Gets the files, including zips, that are sources and must not be replaced.</summary>
    internal IReadOnlySet<string> SourceFiles { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>
    /// Plans the archive of an existing dataset: its layout at the root, without enclosing folders, system files or stray files. Only file
    /// names that several class folders share are made unique (DQ202). The plan keeps the dataset open.
    /// </summary>
    /// <param name="fullPath">The rooted path of the folder or zip.</param>
    /// <param name="options">The edition and the files to leave out; null for the defaults.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    /// <exception cref="FileNotFoundException">There is no folder or file at the path.</exception>
    /// <exception cref="DatasetException">
    /// The dataset has nothing to archive, two files have the same name, or label.csv names an image that is left out.
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
    /// Plans the archive of labels. Names of images are valid and unique in every layout. By default the images lie in <c>image/</c>, and
    /// label.csv is in complete one-hot form: a row for every image that has a label and every class of the labels, 0 where nothing was
    /// asserted.
    /// </summary>
    /// <param name="labels">The labels.</param>
    /// <param name="imageFolder">The folder with the images of labels that have no SourcePath; null if every label has one.</param>
    /// <param name="options">The layout, the form of label.csv, and the edition that is to read it; null for the defaults.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    /// <exception cref="DatasetException">
    /// There is no label, an image cannot be found or is ambiguous, the labels of an image contradict each other, or an image does not fit
    /// the layout: it has several classes or none, or no study and series.
    /// </exception>
    public static ArchivePlan FromLabels(
        LabelSet labels, string? imageFolder = null, LabelPlanOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(labels);
        return LabelPlanner.Plan(labels, imageFolder, options ?? LabelPlanOptions.Default, cancellation);
    }

    /// <summary>Closes the dataset, or the zips that contain the images.</summary>
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
                throw new DatasetException("UnsafeEntryName", DatasetErrorKind.InvalidData, $"'{name}' is not a path inside an archive.",
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
