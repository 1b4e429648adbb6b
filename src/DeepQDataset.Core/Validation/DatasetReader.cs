namespace DeepQDataset.Validation;

/// <summary>Lists what a dataset holds, without judging it.</summary>
public static class DatasetReader
{
    /// <summary>Describes the folder or zip at a path.</summary>
    /// <param name="fullPath">A rooted path of the file system.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="FileNotFoundException">There is neither a folder nor a file.</exception>
    public static DqDataset Describe(string fullPath, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return new DqDataset { Path = fullPath };
    }

    /// <summary>Reads each image's header; streams the images in the order of their paths.</summary>
    /// <param name="fullPath">A rooted path of the file system.</param>
    /// <param name="threads">How many threads read, at least 1.</param>
    /// <param name="progress">Told how far it is, from any thread.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static IEnumerable<DqImage> ReadImages(string fullPath, int threads, IProgress<WorkProgress>? progress = null, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return [];
    }

    /// <summary>Reads the labels, from label.csv or class folders alike, in the file's order.</summary>
    /// <param name="fullPath">A rooted path of the file system.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static IEnumerable<DqLabel> ReadLabels(string fullPath, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return [];
    }
}
