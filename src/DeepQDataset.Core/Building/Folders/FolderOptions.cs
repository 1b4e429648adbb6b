using DeepQDataset.Layout;

namespace DeepQDataset.Building.Folders;

/// <summary>Specifies how a dataset is written into a folder.</summary>
public sealed record FolderOptions
{
    /// <summary>
    /// Gets a value that indicates whether <see cref="Parts"/> in an existing folder may be replaced. All other files stay.
    /// </summary>
    public bool Overwrite { get; init; }

    /// <summary>
    /// Gets the names of the files and folders that make up the output; for a dataset <c>image</c>, <c>Classes</c> and <c>label.csv</c>.
    /// </summary>
    public IReadOnlyList<string> Parts { get; init; } = [FixedNames.ImageFolder, FixedNames.ClassesFolder, FixedNames.LabelFile];

    /// <summary>Gets a value that indicates whether images are copied or linked.</summary>
    public ImageLink Link { get; init; }

    /// <summary>Gets the number of threads that write; at least 1.</summary>
    public int ThrottleLimit { get; init; } = Environment.ProcessorCount;
}
