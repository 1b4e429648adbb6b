using DeepQDataset.Sources;

namespace DeepQDataset.Inventory;

/// <summary>What every entry of a source means under the layout that was found. Built once, never changed.</summary>
public sealed class DatasetInventory
{
    /// <summary>The layout; near misses of the fixed names are read as meant.</summary>
    public required DqLayout Layout { get; init; }

    /// <summary>The folders that enclose the layout, such as <c>chest</c> or <c>a/b</c>; empty when it lies at the root.</summary>
    public required string EnclosingFolder { get; init; }

    /// <summary>The images, in ordinal order of their paths; unsupported formats known by their extension are among them.</summary>
    public required IReadOnlyList<ImageEntry> Images { get; init; }

    /// <summary>label.csv or its near miss; null if there is none.</summary>
    public SourceEntry? LabelFile { get; init; }

    /// <summary>The class folders' names, those without an image too, in ordinal order; empty in other layouts.</summary>
    public required IReadOnlyList<string> ClassFolders { get; init; }

    /// <summary>The LabelMe JSON files.</summary>
    public required IReadOnlyList<SourceEntry> LabelMeFiles { get; init; }

    /// <summary>Files that the layout has no place for (DQ111).</summary>
    public required IReadOnlyList<SourceEntry> StrayFiles { get; init; }

    /// <summary>Files that operating systems leave behind (DQ112).</summary>
    public required IReadOnlyList<SourceEntry> SystemFiles { get; init; }

    /// <summary>How many study folders.</summary>
    public int StudyCount { get; init; }

    /// <summary>How many series folders.</summary>
    public int SeriesCount { get; init; }
}
