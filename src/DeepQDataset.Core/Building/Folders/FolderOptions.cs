using DeepQDataset.Layout;

namespace DeepQDataset.Building.Folders;

/// <summary>How a dataset is written into a folder.</summary>
public sealed record FolderOptions
{
    /// <summary>Whether <see cref="Parts"/> in an existing folder may be replaced; all else there stays.</summary>
    public bool Overwrite { get; init; }

    /// <summary>
    /// The files and folders that a folder of this kind has; a dataset's <c>image</c>, <c>Classes</c> and <c>label.csv</c>.
    /// </summary>
    public IReadOnlyList<string> Parts { get; init; } = [FixedNames.ImageFolder, FixedNames.ClassesFolder, FixedNames.LabelFile];

    /// <summary>Whether images are copied or linked.</summary>
    public ImageLink Link { get; init; }

    /// <summary>How many threads write; at least 1.</summary>
    public int ThrottleLimit { get; init; } = Environment.ProcessorCount;
}
