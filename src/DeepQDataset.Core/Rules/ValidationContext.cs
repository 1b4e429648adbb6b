using DeepQDataset.Imaging;
using DeepQDataset.Imaging.Probing;
using DeepQDataset.Inventory;
using DeepQDataset.LabelMe;
using DeepQDataset.Labels;
using DeepQDataset.Settings;
using DeepQDataset.Sources;
using DeepQDataset.Sources.Zip;

namespace DeepQDataset.Rules;

/// <summary>All that is known of a dataset when the rules look at it.</summary>
internal sealed class ValidationContext
{
    /// <summary>Where the dataset comes from.</summary>
    public required IDatasetSource Source { get; init; }

    /// <summary>Gets the zip that the dataset comes from; null if it is a folder.</summary>
    public ZipSource? Archive => Source as ZipSource;

    /// <summary>What its entries mean.</summary>
    public required DatasetInventory Inventory { get; init; }

    /// <summary>
    /// One result for each of <see cref="DatasetInventory.Images"/>, at the same index; null at level Structure. An empty file and a zip
    /// entry that cannot be opened (DQ702, DQ707, DQ714) or, at level Full, does not unpack to what it should (DQ708) have null.
    /// </summary>
    public IReadOnlyList<ImageProbeResult?>? Probes { get; init; }

    /// <summary>
    /// What reading every byte showed, for each of <see cref="DatasetInventory.Images"/>, at the same index; null below level Full. What
    /// has null in <see cref="Probes"/> has it here.
    /// </summary>
    public IReadOnlyList<ImageInspection?>? Inspections { get; init; }

    /// <summary>
    /// Gets the zip entries that do not unpack to what the directory says (DQ708), images first. Nothing else is known of their content.
    /// </summary>
    public IReadOnlyList<EntryDamage> DamagedEntries { get; init; } = [];

    /// <summary>label.csv as read; null if there is none or it could not be opened.</summary>
    public LabelFile? Labels { get; init; }

    /// <summary>What the names in label.csv lead to; null if there are no labels.</summary>
    public LabelReferences? References { get; init; }

    /// <summary>
    /// Gets the LabelMe JSONs as read; null in other layouts, and where they were not read (<see cref="DqTestResult.NotChecked"/>).
    /// </summary>
    public LabelMeDataset? LabelMe { get; init; }

    /// <summary>Gets the editions of the platform that read the dataset as it was read here.</summary>
    public EditionSet Editions { get; init; } = EditionSet.All;

    /// <summary>What was asked for.</summary>
    public required ValidationOptions Options { get; init; }

    /// <summary>Where findings go.</summary>
    public required IssueSink Issues { get; init; }

    /// <summary>The token to monitor for cancellation requests.</summary>
    public CancellationToken Cancellation { get; init; }
}
