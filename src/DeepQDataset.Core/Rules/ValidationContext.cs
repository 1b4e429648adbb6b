using DeepQDataset.Imaging;
using DeepQDataset.Imaging.Probing;
using DeepQDataset.Inventory;
using DeepQDataset.LabelMe;
using DeepQDataset.Labels;
using DeepQDataset.Settings;
using DeepQDataset.Sources;
using DeepQDataset.Sources.Zip;

namespace DeepQDataset.Rules;

/// <summary>Holds the state of a dataset for the rules.</summary>
internal sealed class ValidationContext
{
    /// <summary>Gets the source of the dataset.</summary>
    public required IDatasetSource Source { get; init; }

    /// <summary>Gets the zip of the dataset; null if it is a folder.</summary>
    public ZipSource? Archive => Source as ZipSource;

    /// <summary>Gets the inventory.</summary>
    public required DatasetInventory Inventory { get; init; }

    /// <summary>
    /// Gets one result for each of <see cref="DatasetInventory.Images"/>, at the same index; null at level Structure. The result is null
    /// for an empty file, and for a zip entry that cannot be opened (DQ702, DQ707, DQ714) or, at level Full, does not match the directory
    /// (DQ708).
    /// </summary>
    public IReadOnlyList<ImageProbeResult?>? Probes { get; init; }

    /// <summary>
    /// Gets the result of reading every byte of each of <see cref="DatasetInventory.Images"/>, at the same index; null below level Full.
    /// The result is null if that in <see cref="Probes"/> is.
    /// </summary>
    public IReadOnlyList<ImageInspection?>? Inspections { get; init; }

    /// <summary>Gets the zip entries that do not match the directory (DQ708), images first. Their content is unknown.</summary>
    public IReadOnlyList<EntryDamage> DamagedEntries { get; init; } = [];

    /// <summary>Gets the label file; null if there is none or it could not be opened.</summary>
    public LabelFile? Labels { get; init; }

    /// <summary>Gets the images of the names in label.csv; null if there are no labels.</summary>
    public LabelReferences? References { get; init; }

    /// <summary>Gets the LabelMe files; null in other layouts, and if they were not read (<see cref="DqTestResult.NotChecked"/>).</summary>
    public LabelMeDataset? LabelMe { get; init; }

    /// <summary>Gets the editions of the platform that read the dataset in this way.</summary>
    public EditionSet Editions { get; init; } = EditionSet.All;

    /// <summary>Gets the options.</summary>
    public required ValidationOptions Options { get; init; }

    /// <summary>Gets the sink that receives the issues.</summary>
    public required IssueSink Issues { get; init; }

    /// <summary>Gets the token to monitor for cancellation requests.</summary>
    public CancellationToken Cancellation { get; init; }
}
