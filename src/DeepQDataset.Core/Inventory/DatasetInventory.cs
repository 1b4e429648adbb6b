using DeepQDataset.Layout;
using DeepQDataset.Sources;

namespace DeepQDataset.Inventory;

/// <summary>Represents what every entry of a source means under the layout that was found. Built once, never changed.</summary>
internal sealed record DatasetInventory
{
    /// <summary>Gets the layout; near misses of the fixed names are read as meant.</summary>
    public required DqLayout Layout { get; init; }

    /// <summary>Gets the folders that enclose the layout, such as <c>chest</c> or <c>a/b</c>; empty if it lies at the root.</summary>
    public required string EnclosingFolder { get; init; }

    /// <summary>Gets the images, in ordinal order of their paths; unsupported formats known by their extension are among them.</summary>
    public required IReadOnlyList<ImageEntry> Images { get; init; }

    /// <summary>label.csv or its near miss; null if there is none.</summary>
    public SourceEntry? LabelFile { get; init; }

    /// <summary>Gets the class folders' names, those without an image too, in ordinal order; empty in other layouts.</summary>
    public required IReadOnlyList<string> ClassFolders { get; init; }

    /// <summary>Gets the LabelMe JSON files.</summary>
    public required IReadOnlyList<SourceEntry> LabelMeFiles { get; init; }

    /// <summary>Files that the layout has no place for (DQ111).</summary>
    public required IReadOnlyList<SourceEntry> StrayFiles { get; init; }

    /// <summary>Files that operating systems leave behind (DQ112).</summary>
    public required IReadOnlyList<SourceEntry> SystemFiles { get; init; }

    /// <summary>Gets the number of study folders.</summary>
    public int StudyCount { get; init; }

    /// <summary>Gets the number of series folders.</summary>
    public int SeriesCount { get; init; }

    /// <summary>
    /// Gets the folders of the layout in ordinal order: <c>image</c> or <c>Classes</c>, in whatever spelling, and those in them. Where both
    /// stand side by side, the one that was left out is here, too, without what it holds.
    /// </summary>
    public IReadOnlyList<LayoutFolder> Folders { get; init; } = [];

    /// <summary>Gets a label.csv beside <c>Classes</c>, where the folders are the labels: it is not read (DQ105); else null.</summary>
    public SourceEntry? SurplusLabelFile { get; init; }

    /// <summary>Folders that operating systems leave behind, in ordinal order; their files are among <see cref="SystemFiles"/>.</summary>
    public IReadOnlyList<SystemFolder> SystemFolders { get; init; } = [];

    /// <summary>DICOMDIR files outside the image folders, known by their name (DQ409); one inside is among <see cref="Images"/>.</summary>
    public IReadOnlyList<SourceEntry> DicomDirectories { get; init; } = [];

    /// <summary>What was seen instead of a layout; null if there is one.</summary>
    public LayoutSearch? Search { get; init; }
}
