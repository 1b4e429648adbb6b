namespace DeepQDataset.TestKit.Platform;

/// <summary>What the platform's own reader would keep of a dataset, as <see cref="PlatformReader"/> sees it.</summary>
public sealed record PlatformReading
{
    /// <summary><c>single_label</c>, <c>multi_label</c>, <c>detection</c> or <c>segmentation</c>; null if it cannot be told.</summary>
    public string? Task { get; init; }

    /// <summary>Gets the number of records that label.csv has.</summary>
    public int Rows { get; init; }

    /// <summary>Gets the lines on which the records start that the reader keeps, ascending.</summary>
    public IReadOnlyList<int> KeptRows { get; init; } = [];

    /// <summary>Gets the records that the reader leaves out, by line.</summary>
    public IReadOnlyList<PlatformDrop> Dropped { get; init; } = [];

    /// <summary>Gets the images found, by the names that label.csv must use.</summary>
    public IReadOnlyList<string> Images { get; init; } = [];

    /// <summary>Gets the images that the kept records name; without label.csv all images that can be read.</summary>
    public IReadOnlyList<string> ImagesKept { get; init; } = [];

    /// <summary>Why the reader stops and uses nothing; null if it goes on.</summary>
    public string? Failed { get; init; }

    /// <summary>What stops the reader's statistics or its training after the records.</summary>
    public IReadOnlyList<string> Later { get; init; } = [];

    /// <summary>Gets the lines of boxes that only the vendor's pandas 1.1.5 drops: its parser of decimals rounds more than once.</summary>
    public IReadOnlyList<int> Pinned { get; init; } = [];

    /// <summary>Gets a value that indicates whether nothing is lost.</summary>
    public bool KeepsEveryRow => Failed is null && Dropped.Count == 0;
}
