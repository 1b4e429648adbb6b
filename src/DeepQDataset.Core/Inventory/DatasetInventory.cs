using DeepQDataset.Layout;
using DeepQDataset.Sources;

namespace DeepQDataset.Inventory;

/// <summary>Represents the meaning of every entry of a source in its layout. Immutable.</summary>
internal sealed record DatasetInventory
{
    /// <summary>Gets the layout. Misspellings of the fixed names are accepted.</summary>
    public required DqLayout Layout { get; init; }

    /// <summary>Gets the folders that enclose the layout, such as <c>chest</c> or <c>a/b</c>; empty if it is at the root.</summary>
    public required string EnclosingFolder { get; init; }

    /// <summary>Gets the images in ordinal order of their paths, including unsupported formats with a known extension.</summary>
    public required IReadOnlyList<ImageEntry> Images { get; init; }

    /// <summary>Gets label.csv or its misspelling; null if there is none.</summary>
    public SourceEntry? LabelFile { get; init; }

    /// <summary>Gets the names of the class folders in ordinal order, including those without images; empty in other layouts.</summary>
    public required IReadOnlyList<string> ClassFolders { get; init; }

    /// <summary>Gets the LabelMe JSON files.</summary>
    public required IReadOnlyList<SourceEntry> LabelMeFiles { get; init; }

    /// <summary>Gets the files without a place in the layout (DQ111).</summary>
    public required IReadOnlyList<SourceEntry> StrayFiles { get; init; }

    /// <summary>Gets the system files (DQ112).</summary>
    public required IReadOnlyList<SourceEntry> SystemFiles { get; init; }

    /// <summary>Gets the number of study folders.</summary>
    public int StudyCount { get; init; }

    /// <summary>Gets the number of series folders.</summary>
    public int SeriesCount { get; init; }

    /// <summary>
    /// Gets the folders of the layout in ordinal order: <c>image</c> or <c>Classes</c>, in any spelling, and those inside them. If both
    /// exist, the one that is not used is included without its content.
    /// </summary>
    public IReadOnlyList<LayoutFolder> Folders { get; init; } = [];

    /// <summary>
    /// Gets a label.csv beside <c>Classes</c>, which is not read since the folders are the labels (DQ105); otherwise null.
    /// </summary>
    public SourceEntry? SurplusLabelFile { get; init; }

    /// <summary>Gets the system folders in ordinal order; their files are in <see cref="SystemFiles"/>.</summary>
    public IReadOnlyList<SystemFolder> SystemFolders { get; init; } = [];

    /// <summary>
    /// Gets DICOMDIR files outside of the image folders, recognized by name (DQ409); those inside are in <see cref="Images"/>.
    /// </summary>
    public IReadOnlyList<SourceEntry> DicomDirectories { get; init; } = [];

    /// <summary>Gets what was found instead of a layout; null if there is one.</summary>
    public LayoutSearch? Search { get; init; }
}
